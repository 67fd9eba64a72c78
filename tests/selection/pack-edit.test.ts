import { describe, expect, test } from 'vitest';
import type { Commentary, Pack, PackPart } from '#lib/domain/pack.ts';
import { Pack as PackSchema } from '#lib/domain/pack.ts';
import { PLAIN, UNKNOWN } from '#lib/domain/standing.ts';
import {
  alsoWrittenOn,
  freshId,
  holdsOwn,
  idFrom,
  MOST_PARTS,
  packFileOf,
  packFromPins,
  pageOfPart,
  partChanged,
  partMoved,
  partPut,
  partTaken,
  standingOfWords,
  unknownWords,
  withoutRole,
  withWords,
  wordsOf
} from '#lib/selection/pack-edit.ts';

const heading = (id: string): PackPart => ({ kind: 'heading', id, text: id });
const pack = (...ids: string[]): Pack => ({
  id: 'a-pack',
  title: 'A pack',
  occasion: '',
  contents: true,
  parts: ids.map(heading)
});
const order = ({ parts }: Pack) => parts.map(({ id }) => id).join('');
const said = (part: string, text: string, role = 'A role'): Commentary => ({
  pack: 'a-pack',
  part,
  role,
  date: '2024-12-01',
  text
});

describe('parts of a pack', () => {
  test.each([
    ['b', -1, 'bac'],
    ['b', 1, 'acb'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
    ['nowhere', 1, 'abc']
  ] as const)('%s moved by %i gives %s', (id, by, after) => {
    expect(order(partMoved(pack('a', 'b', 'c'), id, by))).toBe(after);
  });

  test('that cannot move leave the pack itself as it was, so that nothing is there to undo', () => {
    const before = pack('a', 'b');
    expect(partMoved(before, 'a', -1)).toBe(before);
  });

  test('are put behind another part, or at the end where that is gone', () => {
    expect(order(partPut(pack('a', 'c'), heading('b'), 'a'))).toBe('abc');
    expect(order(partPut(pack('a', 'b'), heading('c'), 'gone'))).toBe('abc');
    expect(order(partTaken(pack('a', 'b', 'c'), 'b'))).toBe('ac');
  });

  test('are changed where they stand', () => {
    const changed = partChanged(pack('a', 'b'), { kind: 'heading', id: 'a', text: 'Anew' });
    expect(changed.parts[0]).toEqual({ kind: 'heading', id: 'a', text: 'Anew' });
    expect(order(changed)).toBe('ab');
  });

  test('are no more than a pack may hold', () => {
    const full = pack(...Array.from({ length: MOST_PARTS }, (_, at) => `p${String(at)}`));
    expect(partPut(full, heading('more'), undefined)).toBe(full);
  });

  test('get ids that the schema takes, each once', () => {
    expect(idFrom('  What — the Café’s board: asks? ')).toBe('what-the-cafe-s-board-asks');
    expect(idFrom('…')).toBe('part');
    expect(freshId(pack('words', 'words-2'), 'Words')).toBe('words-3');
  });

  test('name the page that their figures come from', () => {
    expect(
      pageOfPart({
        kind: 'figure',
        id: 'f',
        pin: 'leeds/overview/position?period=2023',
        statements: true,
        questions: false
      })
    ).toBe('leeds/overview?period=2023');
    expect(pageOfPart({ kind: 'questions', id: 'q', page: 'leeds/audits' })).toBe('leeds/audits');
    expect(pageOfPart(heading('a'))).toBeUndefined();
  });
});

test('a pack of pins is one that its schema takes, with a part for each pin in order', () => {
  const pins = ['leeds/overview/position', 'own:tarland/audits/standards?period=2024'];
  const made = packFromPins('  ', pins, PLAIN);
  expect(PackSchema.parse(made)).toEqual(made);
  expect(made.parts.map((part) => 'pin' in part && part.pin)).toEqual(pins);
  expect(holdsOwn(made)).toBe(true);
  expect(holdsOwn(packFromPins('Ours', pins.slice(0, 1), PLAIN))).toBe(false);
});

describe('words about parts', () => {
  test('take the place of what was said before', () => {
    const once = withWords([said('a', 'One')], said('b', 'Two'));
    const anew = withWords(once, said('a', 'Three'));
    expect(anew.map(({ text }) => text)).toEqual(['Three', 'Two']);
    expect(wordsOf(anew, pack('a', 'b'), 'b')?.text).toBe('Two');
  });

  test('go into a file only where their part is there and something is said', () => {
    const { commentary } = packFileOf(pack('a', 'b'), [
      said('a', 'Said'),
      said('b', '  '),
      said('gone', 'Lost')
    ]);
    expect(commentary.map(({ part }) => part)).toEqual(['a']);
  });

  test('are held to be restricted where nobody knows what they were written on, and only then', () => {
    const known = { ...pack('a', 'b'), writtenOn: PLAIN };
    const both = packFileOf(known, [{ ...said('a', 'One'), writtenOn: PLAIN }, said('b', ' ')]);
    expect([standingOfWords(both), unknownWords(both)]).toEqual([PLAIN, { own: false, parts: [] }]);
    const words = packFileOf(known, [said('a', 'One')]);
    expect([standingOfWords(words), unknownWords(words)]).toEqual([UNKNOWN, { own: false, parts: ['a'] }]);
    const title = packFileOf(pack('a'), []);
    expect([standingOfWords(title), unknownWords(title)]).toEqual([UNKNOWN, { own: true, parts: [] }]);
    expect(UNKNOWN.restricted).toBe(true);
    expect(standingOfWords(alsoWrittenOn(title, PLAIN))).toEqual(UNKNOWN);
  });

  test('that no role answers for are named', () => {
    expect(withoutRole(packFileOf(pack('a', 'b'), [said('a', 'One', ' '), said('b', 'Two')]))).toEqual(['a']);
  });
});

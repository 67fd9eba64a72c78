import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agendaLink,
  isPin,
  LONGEST_TITLE,
  MOST_PINS,
  readAgenda,
  readPin,
  sameAgenda,
  sharedAgenda,
  writePage,
  writePin,
  type Pin
} from '#lib/selection/agenda.ts';
import { readAgendaFile, writeAgendaFile } from '#lib/selection/agenda-file.ts';
import { moved, without } from '#lib/selection/agenda-list.ts';
import { COMPARES, indicatorPlace, VIEWS } from '#lib/selection/place.ts';
import { readPrivate } from '#lib/selection/private-state.ts';
import { RUNS } from '../runs.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,6})?$/);
const keys = fc.record(
  {
    period: fc.stringMatching(/^20\d\d(Q[1-4])?$/),
    compare: fc.constantFrom(...COMPARES),
    vintage: fc.stringMatching(/^20\d\d$/)
  },
  { requiredKeys: [] }
);
const place = fc
  .tuple(slug, keys, fc.constantFrom(...VIEWS), fc.option(slug, { nil: undefined }))
  .map(([area, asked, view, indicator]) =>
    indicator === undefined
      ? ({ page: 'view', area, view, ...asked } as const)
      : { ...indicatorPlace(indicator, { area }), ...asked }
  );
const pin: fc.Arbitrary<Pin> = fc.record({
  own: fc.boolean(),
  place,
  figure: fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/)
});

describe('a pin', () => {
  test('is text that a reader can read', () => {
    const overview = { page: 'view', area: 'leicestershire', view: 'overview' } as const;
    expect(
      writePin({ own: false, place: { ...overview, period: '2023', compare: 'region' }, figure: 'position' })
    ).toBe('leicestershire/overview/position?period=2023&compare=region');
    expect(
      writePin({ own: true, place: indicatorPlace('CPP-NEG', { area: 'kestrelshire' }), figure: 'compared' })
    ).toBe('own:kestrelshire/indicator/cpp-neg/compared');
  });

  test('reads back as it was written', () => {
    fc.assert(
      fc.property(pin, (wanted) => {
        expect(readPin(writePin(wanted))).toEqual(wanted);
      }),
      RUNS
    );
  });

  test('is of the same page as another figure of it, and of another page where anything else differs', () => {
    fc.assert(
      fc.property(pin, pin, (one, other) => {
        const same = one.own === other.own && JSON.stringify(one.place) === JSON.stringify(other.place);
        expect(writePage(one) === writePage(other)).toBe(same);
        expect(writePage({ ...one, own: !one.own })).not.toBe(writePage(one));
      }),
      RUNS
    );
  });

  test.each([
    '',
    'leeds',
    'leeds/overview',
    'leeds/nowhere/position',
    'leeds/indicator/cpp-neg',
    'leeds/overview/position/more',
    'Leeds/overview/position',
    'leeds/overview/position?colour=red',
    'leeds/overview/position?compare=france',
    'leeds/overview/<b>',
    '//host.example/overview/x',
    `leeds/overview/${'a'.repeat(500)}`
  ])('that says “%s” is a problem and no figure', (text) => {
    expect(isPin(readPin(text))).toBe(false);
  });

  test('of any text whatever is a pin or a problem, and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readPin(text);
        expect(isPin(read) || read.message !== '').toBe(true);
      }),
      RUNS
    );
  });
});

describe('an agenda', () => {
  const texts = fc.uniqueArray(pin.map(writePin), { maxLength: 12, minLength: 1 });
  const titled = fc.string({ unit: 'grapheme', maxLength: 40 });

  test.each(['path', 'hash'] as const)(
    '%s routing: comes back from its link, and no server sees any of it',
    (routing) => {
      fc.assert(
        fc.property(titled, texts, (title, pins) => {
          const { agenda } = readAgenda(title, pins);
          const addressing = { routing, base: '/lens' };
          const url = new URL(agendaLink(agenda, 'https://host.example/lens/?a=1#b', addressing));
          expect(url.pathname).toBe(routing === 'path' ? '/lens/agenda/' : '/lens/');
          expect(url.search).toBe('');
          expect(sharedAgenda(readPrivate(url, addressing).state)).toEqual({ agenda, problems: [] });
        }),
        RUNS
      );
    }
  );

  test('comes back from its file', () => {
    fc.assert(
      fc.property(titled, texts, (title, pins) => {
        const { agenda } = readAgenda(title, pins);
        const read = readAgendaFile(writeAgendaFile(agenda));
        expect(read.problems).toEqual([]);
        expect(sameAgenda(read.agenda, agenda)).toBe(true);
      }),
      RUNS
    );
  });

  test('holds each figure once, and says which texts it left out', () => {
    const { agenda, problems } = readAgenda('Board', ['leeds/age/ages', 'nonsense', 'leeds/age/ages']);
    expect(agenda).toEqual({ title: 'Board', pins: ['leeds/age/ages'] });
    expect(problems.map(({ text }) => text)).toEqual(['nonsense']);
  });

  test('holds no more than it may, and says so of the rest', () => {
    const many = Array.from({ length: MOST_PINS + 2 }, (_, index) => `leeds/age/figure-${index}`);
    const { agenda, problems } = readAgenda('', many);
    expect(agenda.pins).toHaveLength(MOST_PINS);
    expect(problems.map(({ text }) => text)).toEqual(many.slice(MOST_PINS));
  });

  test('has a title on one line that a heading bears', () => {
    expect(readAgenda(' Board \n of\tMarch ', []).agenda.title).toBe('Board of March');
    expect([...readAgenda('é'.repeat(900), []).agenda.title]).toHaveLength(LONGEST_TITLE);
  });

  test('is in no fragment that holds no pins', () => {
    expect(sharedAgenda({ title: 'Board' })).toBeUndefined();
  });
});

test.each([
  ['not JSON', 'this is prose'],
  ['does not say "kind"', '{"pins":[]}'],
  ['another release', '{"kind":"neglect-lens-agenda","version":2,"title":"","pins":[]}'],
  ['damaged', '{"kind":"neglect-lens-agenda","version":1,"title":"","pins":[5]}']
])('a file that is %s is refused in words', (words, text) => {
  expect(() => readAgendaFile(text)).toThrow(words);
});

test('an item moves to its new place and the others keep their order', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  const list = ['a', 'b'];
  expect(moved(list, 0, -1)).toBe(list);
  expect(moved(list, 1, 2)).toBe(list);
  expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
});

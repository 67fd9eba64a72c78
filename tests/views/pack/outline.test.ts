import { expect, test } from 'vitest';
import type { Commentary, Pack } from '#lib/domain/pack.ts';
import { outlineOf } from '#lib/views/pack/outline.ts';
import { packModel, seenNow } from '#lib/views/pack/pack.ts';
import { figurePart, headingPart, madeUpPage, packOf, slotPart } from './page.ts';

const PACK = packOf([
  headingPart('top'),
  { kind: 'text', id: 'asks', ask: 'What is asked?', required: true },
  { kind: 'text', id: 'more', ask: 'What else there is.' },
  slotPart('first'),
  figurePart('listed'),
  figurePart('gone'),
  { kind: 'questions', id: 'questions', page: 'here/overview' }
]);

const make = (pack: Pack, value = 7, commentary: readonly Commentary[] = []) =>
  packModel(pack, commentary, () => Promise.resolve(madeUpPage(value)), { made: '2024-12-01' });

test('parts go by what the document calls them, and say what is still to do', async () => {
  const items = outlineOf(PACK, await make(PACK));
  expect(items.map(({ name, state }) => [name, state])).toEqual([
    ['Heading top', 'shown'],
    ['Words', 'unwritten'],
    ['Words', 'empty'],
    ['First', 'shown'],
    ['What listed shows', 'shown'],
    ['Gone', 'absent'],
    ['Questions to ask', 'shown']
  ]);
  expect(items[1]?.ask).toBe('What is asked?');
  expect(items[1]?.anchor).toBe('part-top');
  expect(items[4]?.anchor).toMatch(/^figure-\d+$/);
  expect(items[3]?.from).toBe('Overview');
});

test('parts are there before their pages are', () => {
  const items = outlineOf(PACK, undefined);
  expect(items.map(({ state }) => state)).toEqual(PACK.parts.map(() => 'waiting'));
  expect(items[3]?.name).toBe('First');
});

test('a pack of two areas says of which each part is', () => {
  const pack = packOf([slotPart('first'), { kind: 'headline', id: 'other', page: 'there/audits' }]);
  expect(outlineOf(pack, undefined).map(({ from }) => from)).toEqual(['Here: Overview', 'There: Audits']);
});

test('a part is flagged once its figures are others than those that it was written on', async () => {
  const before = await make(PACK);
  const seen = seenNow(PACK, 'first', before.blocks);
  const words: Commentary = {
    pack: PACK.id,
    part: 'first',
    role: 'A role',
    date: '2024-12-01',
    text: 'Few.',
    ...(seen === undefined ? {} : { seen })
  };
  const changed = async (value: number) =>
    outlineOf(PACK, await make(PACK, value, [words])).flatMap(({ id, changed: how }) =>
      how === undefined ? [] : [id]
    );
  expect(await changed(7)).toEqual([]);
  expect(await changed(9)).toEqual(['first']);
});

import { expect, test } from 'vitest';
import type { Commentary, Pack, PackPart } from '#lib/domain/pack.ts';
import { MOST_PARTS } from '#lib/selection/pack-edit.ts';
import { annualHeadings } from '#lib/views/annual/draft.ts';
import { wholePack } from '#lib/views/pack/never-without.ts';
import { packFromTemplate } from '#lib/views/pack/template.ts';
import { packModel } from '#lib/views/pack/pack.ts';
import { readTemplates } from '../../../scripts/report-pack.ts';
import { headingPart, madeUpPage, packOf, slotPart } from './page.ts';

const DAY = '2026-11-23';
const draft = (heading: string, id = heading): PackPart => ({
  kind: 'draft',
  id,
  page: 'here/overview',
  heading
});
const opened = (parts: readonly PackPart[], commentary: readonly Commentary[] = []) =>
  wholePack({ pack: packOf(parts), commentary: [...commentary] }, DAY);
const order = ({ pack }: { readonly pack: Pack }) => pack.parts.map(({ id }) => id);

test('little or no progress comes back before the heading that follows it in a yearly report', () => {
  const parts = [
    headingPart('year'),
    draft('done'),
    slotPart('first'),
    draft('scrutiny'),
    headingPart('end')
  ];
  const whole = opened(parts);
  expect(order(whole)).toEqual(['year', 'done', 'first', 'little-progress', 'scrutiny', 'end']);
  expect(whole.pack.parts[3]).toEqual(draft('little-progress'));
  expect(whole.unwritten).toEqual([{ part: 'little-progress', notice: whole.notices[0] }]);
  expect(whole.notices).toEqual([
    '“Little or no progress” was missing from this pack, and guidance asks every yearly report for it. It is back in its place and must be written: nobody has written anything there.'
  ]);
});

test('it comes back behind the last heading where none follows it, and first where all do', () => {
  expect(order(opened([draft('done'), draft('impact'), headingPart('end')]))).toEqual([
    'done',
    'impact',
    'little-progress',
    'end'
  ]);
  expect(order(opened([headingPart('year'), draft('reviews')]))).toEqual([
    'year',
    'little-progress',
    'reviews'
  ]);
});

test('it stands in the template where it is put back, and has the id of no other part', async () => {
  const template = (await readTemplates()).get('annual-report-section');
  if (template === undefined) throw new Error('no template');
  const place = { page: 'view', area: 'here', view: 'overview' } as const;
  const pack = packFromTemplate(template, { own: false, place }, 'Here');
  const lost = pack.parts.filter(({ id }) => id !== 'little-progress');
  expect(wholePack({ pack: { ...pack, parts: lost }, commentary: [] }, DAY).pack).toEqual(pack);
  const taken: PackPart = { kind: 'text', id: 'little-progress' };
  expect(order(opened([taken, draft('reviews')]))).toEqual([
    'little-progress',
    'little-progress-2',
    'reviews'
  ]);
});

test('words that were kept for it come back with it, and blank ones are no words', () => {
  const said = { pack: 'a-pack', part: 'little-progress', role: 'Analyst', date: DAY };
  const whole = opened([draft('done')], [{ ...said, text: 'Dentists still refer nobody.' }]);
  expect(whole.unwritten).toEqual([]);
  expect(whole.notices[0]).toMatch(/back in its place, with the words that were kept for it\.$/);
  expect(opened([draft('done')], [{ ...said, text: ' \n' }]).unwritten).toHaveLength(1);
});

test.each(['***', '#', '[](x)', '&nbsp;', '\u200b', '-', '- ', 'n/a', 'N/A.', 'tbc', '<br>', '**n/a**'])(
  'nothing is written there by “%s”',
  async (text) => {
    const said = { pack: 'a-pack', part: 'little-progress', role: 'Analyst', date: DAY, text };
    expect(opened([draft('done')], [said]).unwritten).toHaveLength(1);
    const pack = packOf([draft('little-progress')]);
    const model = await packModel(pack, [said], () => Promise.resolve(madeUpPage()), { made: DAY });
    expect(model.blocks.map(({ kind }) => kind)).not.toContain('written');
  }
);

test.each(['None.', 'Nil', '7 of 9', 'Négligence', '[Read this](https://example.org)', '# It stalled'])(
  'something is written there by “%s”',
  (text) => {
    const said = { pack: 'a-pack', part: 'little-progress', role: 'Analyst', date: DAY, text };
    expect(opened([draft('done')], [said]).unwritten).toEqual([]);
  }
);

test('it is in the paper again under its heading', async () => {
  const { pack } = opened([draft('done')]);
  const model = await packModel(pack, [], () => Promise.resolve(madeUpPage()), { made: DAY });
  expect(model.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
    'What was done',
    'Little or no progress'
  ]);
});

test('a pack that has it, or no part of a yearly report, is left as it is', () => {
  for (const parts of [[draft('done'), draft('little-progress', 'own-id')], [slotPart('first')], []]) {
    const pack = packOf(parts);
    expect(wholePack({ pack, commentary: [] }, DAY)).toEqual({ pack, unwritten: [], notices: [] });
  }
});

test('it is asked for only while its heading is in force', () => {
  const pack = packOf([draft('done')]);
  expect(wholePack({ pack, commentary: [] }, '2017-01-01').notices).toEqual([]);
  const ended = annualHeadings().map((each) => (each.neverEmpty ? { ...each, to: '2025-12' } : each));
  expect(wholePack({ pack, commentary: [] }, DAY, ended).pack).toBe(pack);
});

test('a pack with no room for it is left as it is, and says what to do', () => {
  const full = [
    draft('done'),
    ...Array.from({ length: MOST_PARTS - 1 }, (_, at) => headingPart(`h-${String(at)}`))
  ];
  const whole = opened(full);
  expect(whole.pack.parts).toHaveLength(MOST_PARTS);
  expect(whole.notices[0]).toMatch(/^“Little or no progress” is missing .* take a part out, /);
});

import { describe, expect, it } from 'vitest';
import type { ViewModel } from '#lib/views/model.ts';
import { auditedSentence } from '#lib/words/hidden-neglect.ts';
import { pageOf, sharedFacts, STANDARD, wordsOf } from '../published.ts';

const demo = await sharedFacts('data/demo');
const published = await sharedFacts();

const view = 'prevalence' as const;
const chartOf = (page: ViewModel, id: string) =>
  page.slots.flatMap(({ charts }) => charts).find((chart) => chart.id === id);

describe('Prevalence of a loaded bundle', () => {
  it('gives neglect at every tier for the same number of children, and each child once', async () => {
    const page = await pageOf(demo, 'kestrelshire', { view });
    const spec = chartOf(page, 'tier-rates')?.spec;
    expect(spec?.kind === 'bars' ? spec.rows.map(({ text }) => text) : []).toEqual([
      '16.1 (264)',
      '22.6 (371)',
      '25.7 (422)'
    ]);
    expect(wordsOf(page)).toContain('neglect is on record for 1,057 children: 64.5 for every 10,000');
  });

  it('parts what the category hides by category, and asks for an audit where there is none', async () => {
    const page = await pageOf(demo, 'kestrelshire', { view });
    expect(chartOf(page, 'hidden-parts')?.title).toContain('emotional abuse: 203 of 392 (52%)');
    const slot = page.slots.find(({ id }) => id === 'hidden-neglect');
    expect(slot?.notSupplied?.remedy).toContain('drawn at random');
  });

  it('never adds up forms of neglect, and says what is not supplied of who the children are', async () => {
    const page = await pageOf(demo, 'kestrelshire', { view });
    const spec = chartOf(page, 'forms')?.spec;
    expect(spec?.kind === 'bars' ? spec.rows[0]?.text : '').toBe('545 of 1,057 (52%)');
    expect(wordsOf(page)).toContain('never added up');
    const who = page.slots.find(({ id }) => id === 'who');
    expect(who?.notSupplied?.what).toContain('ethnicity');
    expect(who?.statements[0]?.text).toContain('134 of 1,057');
  });

  it('draws no map of areas that do not exist', async () => {
    expect(chartOf(await pageOf(demo, 'kestrelshire', { view }), 'tile-map')).toBeUndefined();
  });

  it('takes what a random audit found for plans that were not read, with its range', async () => {
    const page = await pageOf(await sharedFacts(STANDARD), 'riverbank', { view });
    expect(wordsOf(page)).toContain(
      'An audit read 27 plans without neglect on record and found neglect in 9.'
    );
  });
});

describe('the audit of plans without neglect on record', () => {
  const found = { found: 9, read: 30, without: 200, recorded: 100, range: { lower: 15, upper: 50 } };
  it('adds a range only where it was drawn at random', () => {
    expect(auditedSentence({ ...found, random: true })).toContain('30 to 100 children more, and 130 to 200');
    expect(auditedSentence({ ...found, random: false })).toContain('nothing follows');
    expect(auditedSentence({ ...found, read: 12, random: true })).toContain('So few cannot tell');
  });
});

describe('the map of England', () => {
  it('has every authority of the year that exists, the one of the page ringed, withheld ones without a value', async () => {
    const map = chartOf(await pageOf(published, 'rutland', { view }), 'tile-map');
    const spec = map?.spec;
    expect(map?.title).toMatch(/^Rutland: withheld.*\. 1\d\d other authorities are shown beside it$/);
    const tiles = spec?.kind === 'tiles' ? spec.tiles : [];
    expect(tiles.length).toBeGreaterThan(145);
    expect(tiles.filter(({ focus }) => focus).map(({ label, cell }) => [label, cell.kind])).toEqual([
      ['Rutland', 'missing']
    ]);
    const places = tiles.map(({ column, row }) => `${String(column)},${String(row)}`);
    expect(new Set(places).size).toBe(tiles.length);
  });
});

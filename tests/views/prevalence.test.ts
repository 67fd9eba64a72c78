import { describe, expect, it } from 'vitest';
import { isKnown } from '#lib/domain/cell.ts';
import type { ViewModel } from '#lib/views/model.ts';
import { auditedSentence } from '#lib/words/hidden-neglect.ts';
import { cellText } from '#lib/words/number.ts';
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
      '16.5 (270)',
      '22.5 (369)',
      '25.7 (422)'
    ]);
    expect(wordsOf(page)).toContain('neglect is on record for 1,053 children: 64.2 for every 10,000');
  });

  it('parts what the category hides by category, and adds what a random audit found with its range', async () => {
    const page = await pageOf(demo, 'kestrelshire', { view });
    expect(chartOf(page, 'hidden-parts')?.title).toContain('emotional abuse: 203 of 392 (52%)');
    expect(page.slots.find(({ id }) => id === 'hidden-neglect')?.notSupplied).toBeUndefined();
    expect(wordsOf(page)).toContain(
      'An audit read 60 plans without neglect on record and found neglect in 15. If the other plans are like them, that is 33 to 109 children more, and 455 to 531 in all. The middle estimate is 64 more, and 486 in all.'
    );
    expect(wordsOf(page)).toContain(
      'The range is wide because 60 plans stand for 255. It begins below the 461 called possible'
    );
    const chart = chartOf(page, 'hidden-neglect');
    const spec = chart?.spec;
    expect(spec?.kind === 'nested' ? spec.rows.map(({ audited }) => audited?.middle) : []).toEqual([
      486,
      ...(spec?.kind === 'nested' ? spec.rows.slice(1).map(() => undefined) : [0])
    ]);
    expect(chart?.table.rows[0]).toMatchObject({
      middle: { value: 486 },
      lower: { value: 455 },
      upper: { value: 531 }
    });
  });

  it('never adds up forms of neglect, and says who the children are', async () => {
    const page = await pageOf(demo, 'kestrelshire', { view });
    const spec = chartOf(page, 'forms')?.spec;
    expect(spec?.kind === 'bars' ? spec.rows[0]?.text : '').toBe('541 of 1,053 (51%)');
    expect(wordsOf(page)).toContain('never added up');
    const who = page.slots.find(({ id }) => id === 'who');
    expect(who?.notSupplied).toBeUndefined();
    expect(who?.charts.map(({ id }) => id)).toEqual([
      'by-sex',
      'by-ethnicity',
      'by-deprivation',
      'locality-map'
    ]);
    expect(who?.statements[0]?.text).toContain('132 of 1,053');
  });

  it('sets localities beside all of the authority, with counts and ranges, and says whether the highest is chance', async () => {
    const map = chartOf(await pageOf(demo, 'kestrelshire', { view }), 'locality-map');
    const rows = map?.table.rows ?? [];
    expect(map?.table.columns.map(({ key }) => key)).toEqual(['area', 'count', 'value', 'lower', 'upper']);
    expect(rows.at(-1)).toMatchObject({ area: 'All of Kestrelshire', count: { value: 1053 } });
    const told = rows
      .slice(0, -1)
      .flatMap(({ area, value, lower }) =>
        typeof value === 'object' && isKnown(value) && typeof lower === 'object' && isKnown(lower)
          ? [{ area: String(area), value: value.value, lower: lower.value }]
          : []
      );
    const [top] = told.toSorted((a, b) => b.value - a.value);
    if (!top) throw new Error('no locality');
    expect(map?.subtitle).toContain(top.area);
    expect(map?.subtitle).toContain(top.lower > 64.3 ? 'is clearly above the 64.2' : 'no clear difference');
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
    expect(spec?.kind === 'tiles' ? spec.beneath : 'no map').toBeUndefined();
  });

  it.each(['2014', '2016', '2018', '2020'])(
    'names under it, and in its table, the authorities of %s that have ended since',
    async (period) => {
      const page = await pageOf(published, 'leeds', { view, period });
      const map = chartOf(page, 'tile-map');
      const strip = chartOf(page, 'position')?.spec;
      if (map?.spec.kind !== 'tiles' || strip?.kind !== 'strip') throw new Error('no map or strip');
      const known = map.spec.tiles.filter(({ cell }) => isKnown(cell)).length;
      expect(strip.others.length - known).toBe(2);
      expect(map.title).toContain(`${String(strip.others.length - 1)} other authorities are shown beside it`);
      const told =
        /^No tile here, because they have ended since: Cumbria (\d+\.\d); Northamptonshire (\d+\.\d)$/.exec(
          map.spec.beneath ?? ''
        );
      const rows = ['Cumbria', 'Northamptonshire'].map((name) => {
        const value = map.table.rows.find(({ area }) => area === name)?.['value'];
        return typeof value === 'object' ? cellText(value, 1) : value;
      });
      expect(rows).toEqual(told?.slice(1));
    }
  );
});

describe('localities', () => {
  const PLACES = ['brindlemoor', 'copperhythe', 'fennelport', 'gannetshire', 'larkminster'];
  /** Authorities of the demonstration, as if they were localities of Kestrelshire. */
  const within = async (placed: number) => {
    const facts = await sharedFacts('data/demo');
    const { manifest } = facts.catalogue;
    const areas = manifest.areas
      .filter(({ kind }) => kind !== 'locality')
      .map((area) => {
        const at = PLACES.indexOf(area.id);
        if (at < 0) return area;
        const tile = at < placed ? { tile: { column: at % 3, row: Math.floor(at / 3) } } : {};
        return { ...area, ...tile, kind: 'locality' as const, parent: 'kestrelshire' };
      });
    const page = await pageOf(
      { ...facts, catalogue: { ...facts.catalogue, manifest: { ...manifest, areas } } },
      'kestrelshire',
      { view: 'prevalence' }
    );
    return page.slots.find(({ id }) => id === 'who')?.charts ?? [];
  };

  it('are a map of equal tiles where the figures say where each lies', async () => {
    const map = (await within(PLACES.length)).find(({ id }) => id === 'locality-map');
    if (map?.spec.kind !== 'tiles') throw new Error('no map');
    expect(map.spec.named).toBe(true);
    expect(map.spec.tiles.map(({ id }) => id)).toEqual(PLACES);
    expect(map.spec.tiles.every(({ cell }) => cell.kind === 'known')).toBe(true);
    expect(map.spec.unit).toBe('per 10,000 children');
    expect(map.title).toMatch(
      /^From [\d.]+ to [\d.]+ for every 10,000 children in the localities of Kestrelshire$/
    );
    expect(map.table.rows).toHaveLength(PLACES.length + 1);
  });

  it('are no map where one of them has no place on it', async () => {
    expect((await within(PLACES.length - 1)).map(({ id }) => id)).not.toContain('locality-map');
  });
});

describe('a rate of recorded neglect far from others, whose share is not', () => {
  it('is told to be two measures, and not otherwise', async () => {
    const said = async (area: string) => wordsOf(await pageOf(published, area, { view }));
    expect(await said('leicestershire')).toContain(
      'The rate is low beside other authorities, and the share is not far out. These are two measures'
    );
    expect(await said('leeds')).not.toContain('These are two measures');
  });
});

describe('the tiers of help', () => {
  it('do not count neglect anywhere where the only count is withheld', async () => {
    const page = await pageOf(published, 'rutland', { view });
    const titles = page.slots.flatMap(({ charts }) => charts).map(({ title }) => title);
    expect(titles).toContain(
      'At no tier of Rutland’s help can the number of children known for neglect be shown: for children on a plan it is withheld'
    );
    expect(titles.join(' ')).not.toContain('Neglect is counted at one tier');
    const other = await pageOf(published, 'leicestershire', { view });
    expect(other.slots.flatMap(({ charts }) => charts).map(({ title }) => title)).toContain(
      'Neglect is counted at one tier of Leicestershire’s help, and unseen at the others'
    );
  });
});

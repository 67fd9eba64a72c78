import { afterAll, describe, expect, it } from 'vitest';
import { isKnown, known, type Cell } from '#lib/domain/cell.ts';
import { saidRows } from '#lib/disclosure/neglect-beside.ts';
import { openDatabase } from '#lib/db/node.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { figure } from '#lib/indicators/figure.ts';
import { figureRecord } from '#lib/indicators/figure-record.ts';
import { prepare, preparedFacts, type Prepared } from '#lib/indicators/prepare.ts';
import { VIEWS } from '#lib/selection/place.ts';
import { renderView } from '#lib/ui/render-view.ts';
import { figureSentences } from '#lib/words/figure.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { readIndicators } from '../../scripts/read-published.ts';
import { pageOf, sharedBundle, sharedFacts, sharedPrepared } from '../published.ts';

const [published, indicators, cubes] = await Promise.all([
  sharedBundle(),
  readIndicators(),
  readDictionary()
]);
const unsaid = new Set(published.tables.flatMap((table) => saidRows(table.cube, table).unsaid));

/** Another number, a number for none and none for a number, and other flags. */
function another(cell: Cell): Cell {
  return isKnown(cell) && cell.value === 0 ? known(3) : known(isKnown(cell) ? cell.value * 7 + 11 : 0, ['r']);
}

/** The same official figures, but for the other categories where neglect is withheld. */
const otherwise: Bundle = {
  ...published,
  tables: published.tables.map((table) => ({
    ...table,
    observations: table.observations.map((row) =>
      unsaid.has(row) ? { ...row, cell: another(row.cell) } : row
    )
  }))
};

const asPublished = await sharedPrepared();
const changed = await prepare(otherwise, indicators, openDatabase, cubes);

/** What a site holds but for what none of its pages reads. */
function read({ catalogue, files }: Prepared) {
  const kept = [...files].filter(([name]) => !catalogue.cubes.some((cube) => cube.unsaid.includes(name)));
  return { names: kept.map(([name]) => name), bytes: new Map(kept) };
}

/** How many figures of a whole table are withheld is told as it was published. */
const bare = ({ catalogue: { withholding: _, ...catalogue } }: Prepared) => ({
  ...catalogue,
  cubes: catalogue.cubes.map((cube) => ({ ...cube, unsaid: [] }))
});

describe('official figures that differ only where neglect beside them is withheld', () => {
  it('do differ, in hundreds of places', () => {
    expect([...unsaid].filter(({ cell }) => isKnown(cell)).length).toBeGreaterThan(200);
    const names = ({ catalogue }: Prepared) => catalogue.cubes.flatMap((cube) => cube.unsaid);
    expect(names(asPublished).length).toBeGreaterThan(0);
    expect(names(changed)).not.toEqual(names(asPublished));
  });

  it('give a site the same figures and the same catalogue, to the byte', () => {
    const [one, other] = [read(asPublished), read(changed)];
    expect(other.names).toEqual(one.names);
    for (const name of one.names)
      expect(Buffer.compare(one.bytes.get(name) ?? Buffer.of(1), other.bytes.get(name) ?? Buffer.of(2))).toBe(
        0
      );
    expect(bare(changed)).toEqual(bare(asPublished));
  });
});

describe('pages of an area and date with neglect withheld', async () => {
  const one = await sharedFacts();
  const other = await preparedFacts(changed, openDatabase);
  afterAll(() => other.close());
  const { areas, periods } = published.manifest;
  const places = [
    ...new Map([...unsaid].map(({ area, period }) => [`${area} ${period}`, { area, period }])).values()
  ];
  const some = places.filter((_, at) => at % Math.ceil(places.length / 3) === 0);

  it('are made at all', () => {
    expect(places.length).toBeGreaterThan(30);
    expect(some.length).toBeGreaterThan(2);
  });

  for (const { area, period } of some)
    it(
      `${area} ${period}: words, charts, tables, files and addresses are the same, to the letter`,
      { timeout: 60_000 },
      async () => {
        const slug = areas.find(({ id }) => id === area)?.slug ?? '';
        for (const view of VIEWS) {
          const [here, there] = [
            await pageOf(one, slug, { view, period }),
            await pageOf(other, slug, { view, period })
          ];
          expect(there).toEqual(here);
          expect(renderView(there)).toBe(renderView(here));
        }
      }
    );

  it('figures as records and as sentences are the same for every indicator that reads a category', async () => {
    const [place = { area: '', period: '' }] = some;
    const area = areas.find(({ id }) => id === place.area);
    const period = periods.find(({ id }) => id === place.period);
    const reading = one.catalogue.indicators.filter(
      ({ supplied, numerator }) =>
        supplied && Object.keys(numerator?.members ?? {}).some((id) => id.startsWith('category'))
    );
    expect(reading.length).toBeGreaterThan(3);
    if (!area || !period) throw new Error('no such place');
    for (const indicator of reading) {
      const [here, there] = await Promise.all(
        [one, other].map((facts) => figure(facts, { indicator, area, period }))
      );
      if (!here || !there) throw new Error('no figure');
      expect(JSON.stringify(figureRecord(there))).toBe(JSON.stringify(figureRecord(here)));
      expect(figureSentences(there)).toEqual(figureSentences(here));
    }
  });
});

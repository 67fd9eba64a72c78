import { describe, expect, test } from 'vitest';
import { CATALOGUE_FILE } from '#lib/db/catalogue.ts';
import type { Area } from '#lib/domain/area.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { officialFigures } from '#lib/store/official.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { sharedBundle, sharedPrepared } from '../published.ts';

const cubes = await readDictionary();
const { catalogue, files } = await sharedPrepared();
const published = await sharedBundle();
const read = (name: string): Promise<Uint8Array> => {
  const found =
    name === CATALOGUE_FILE ? new TextEncoder().encode(JSON.stringify(catalogue)) : files.get(name);
  return found === undefined ? Promise.reject(new Error(`no file ${name}`)) : Promise.resolve(found);
};
const area = (part: Partial<Area>): Area => ({
  id: 'ours',
  slug: 'ours',
  kind: 'authority',
  name: 'Ours',
  codes: [],
  ...part
});
const sorted = (rows: readonly Observation[]) => rows.map((row) => JSON.stringify(row)).sort();

describe('the official figures of an area, out of what the site ships', async () => {
  const [rutland] = published.manifest.areas.filter(({ name }) => name === 'Rutland');
  const official = await officialFigures([area({ codes: [{ scheme: 'dfe', code: '857' }] })], cubes, read);

  test.each(published.tables.map((table) => [table.table.id, table] as const))(
    '%s: every row as it was published, withheld categories’ neighbours included',
    (id, table) => {
      const own = table.observations.filter((row) => row.area === rutland?.id);
      const back = official.tables.find((each) => each.table.id === id)?.observations ?? [];
      expect(sorted(back)).toEqual(sorted(own));
    }
  );

  test('some of those rows are never said by any page', () => {
    expect(catalogue.cubes.flatMap(({ unsaid }) => unsaid).length).toBeGreaterThan(0);
  });
});

test('an area is known by its id as well, and one that is not known has none', async () => {
  const rows = async (of: Area) =>
    (await officialFigures([of], cubes, read)).tables.flatMap(({ observations }) => observations).length;
  expect(await rows(area({ id: 'la857' }))).toBeGreaterThan(0);
  expect(await rows(area({ id: 'nowhere' }))).toBe(0);
});

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Cube } from '#lib/domain/cube.ts';
import { relationsOf, cellsOf } from '#lib/disclosure/relations.ts';
import { trueRelations } from '#lib/disclosure/relation-truth.ts';
import { releaseHash } from '#lib/sources/bundle-release.ts';
import { checkReleases } from '#lib/sources/bundle-check.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { demonstration } from '../../scripts/demo.ts';
import { Reading } from '../../scripts/demo/reading.ts';
import { storiesText } from '../../scripts/demo/stories-file.ts';
import { readBundleFolder } from '../../scripts/bundle-folder.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { readBundleAt } from '../../scripts/read-bundle.ts';

/** Each takes a minute: only in npm run test:long. */
const LONG = process.env['LENS_RUNS'] !== undefined;
const MINUTES = 600_000;

describe.runIf(LONG)('the whole demonstration', () => {
  let cubes: ReadonlyMap<string, Cube>;
  beforeAll(async () => {
    cubes = await readDictionary();
  });

  test('is made again, byte for byte, from its seed', { timeout: MINUTES }, async () => {
    const { bundle, stories } = await demonstration(1);
    const held = new TextDecoder();
    const files = [...(await readBundleFolder('data/demo'))].map(
      ([path, content]) => [path, typeof content === 'string' ? content : held.decode(content)] as const
    );
    expect([...writeBundle(bundle)].toSorted()).toEqual(files.toSorted());
    expect(storiesText(1, releaseHash(bundle), stories)).toBe(
      readFileSync('tests/demo/stories.json', 'utf8')
    );
  });

  test('gives nobody away', { timeout: MINUTES }, async () => {
    const { bundle } = await readBundleAt('data/demo', cubes);
    const found = await checkReleases({ bundle, repair: false });
    expect(found.leaks).toEqual([]);
    expect(found.impossible).toEqual([]);
  });

  test.each([2, 3, 4])(
    'tells its stories with seed %i, keeps every relation and shows what they lean on',
    { timeout: MINUTES },
    async (seed) => {
      const { raw, bundle, stories } = await demonstration(seed);
      expect(stories.filter(({ told }) => !told).map(({ sentence }) => sentence)).toEqual([]);
      const relations = relationsOf(raw.tables, raw.manifest);
      expect(trueRelations(raw.tables.flatMap(cellsOf), relations).untrue).toEqual([]);
      const reading = new Reading(bundle);
      const hidden = stories.flatMap(({ figures }) =>
        figures.filter((figure) => reading.find(figure) !== figure.value)
      );
      expect(hidden).toEqual([]);
    }
  );
});

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { BundleManifest } from '#lib/domain/bundle.ts';
import type { Cube } from '#lib/domain/cube.ts';
import { relationsOf, cellsOf } from '#lib/disclosure/relations.ts';
import { trueRelations } from '#lib/disclosure/relation-truth.ts';
import { comparatorsOf } from '#lib/indicators/comparators.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { releaseHash } from '#lib/sources/bundle-release.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { run } from '../../scripts/demo.ts';
import { madeDemo } from '../../scripts/demo/made.ts';
import { MIDDLE, REGION, SMALL } from '../../scripts/demo/places.ts';
import { Reading } from '../../scripts/demo/reading.ts';
import { figureIn } from '../../scripts/demo/stories-file.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { readBundleAt } from '../../scripts/read-bundle.ts';

const FOLDER = 'data/demo';
const Stories = z.object({
  seed: z.int(),
  hash: z.string(),
  stories: z.array(
    z.object({ id: z.string(), told: z.boolean(), sentence: z.string(), figures: z.array(z.string()) })
  )
});

let cubes: ReadonlyMap<string, Cube>;
let committed: Bundle;
let planted: z.infer<typeof Stories>;

beforeAll(async () => {
  cubes = await readDictionary();
  committed = (await readBundleAt(FOLDER, cubes)).bundle;
  planted = Stories.parse(JSON.parse(readFileSync('tests/demo/stories.json', 'utf8')));
}, 60_000);

describe('the demonstration that comes with the product', () => {
  test('is protected, checked, and says on its face that it is made up', () => {
    const { manifest } = committed;
    expect(manifest).toMatchObject({ protected: 'yes', audience: 'public', synthetic: true });
    expect(manifest.disclosure?.givenAway).toBe(0);
    expect(manifest.title).toContain('made-up');
    for (const { title } of manifest.sources) expect(title).toContain('made up');
  });

  test('is the release of which its stories tell', () => {
    expect(releaseHash(committed)).toBe(planted.hash);
  });

  test('shows every figure that a story leans on', () => {
    const reading = new Reading(committed);
    for (const { id, told, figures } of planted.stories) {
      expect(told, id).toBe(true);
      expect(figures.length, id).toBeGreaterThan(1);
      for (const line of figures) {
        const { value, ...asked } = figureIn(line);
        expect(reading.find(asked), `${id}: ${line}`).toBe(value);
      }
    }
  });

  test('tells all nine stories', () => {
    expect(planted.stories.map(({ id }) => id)).toEqual([
      'hidden-neglect',
      'older-children-missed',
      'none-recorded',
      'real-shift',
      'followed-england',
      'audit-mixed',
      'audit-not-comparable',
      'stop-start',
      'recoding'
    ]);
  });

  test('has a table of every standard cube and every register', () => {
    expect([...new Set(committed.tables.map(({ cube }) => cube.id))].toSorted()).toEqual(
      [...cubes.keys()].toSorted()
    );
    expect(Object.keys(committed.registers).toSorted()).toEqual([
      'actions',
      'decisions',
      'documents',
      'milestones',
      'neighbours',
      'returns',
      'rounds',
      'targets'
    ]);
  });

  test('sets its authorities beside the region of their partnership, and beside ten similar areas', () => {
    const { manifest, registers } = committed;
    const area = manifest.areas.find(({ id }) => id === MIDDLE);
    const found = area && comparatorsOf({ manifest, neighbours: registers.neighbours ?? [] }, area);
    expect(found?.region?.id).toBe(REGION);
    expect(found?.neighbours).toHaveLength(10);
  });

  test('has sixteen quarters', () => {
    const quarters = new Set(
      committed.tables.flatMap(({ observations }) =>
        observations.map(({ period }) => period).filter((period) => /Q/.test(period))
      )
    );
    expect(quarters.size).toBe(16);
  });

  test('is under 3 MB', () => {
    const size = [...writeBundle(committed).values()].reduce((sum, text) => sum + text.length, 0);
    expect(size).toBeLessThan(3_000_000);
  });

  test('bears the name of no real authority or region', () => {
    const official = BundleManifest.parse(JSON.parse(readFileSync('data/published/bundle.json', 'utf8')));
    const real = new Set(official.areas.flatMap(({ id, name }) => [id, name]));
    expect(committed.manifest.areas.filter(({ id, name }) => real.has(id) || real.has(name))).toEqual([]);
  });
});

describe('figures made up anew', () => {
  const few = [SMALL, 'thistlemere'];
  const made = (seed: number) => madeDemo({ seed, cubes, only: few });
  const bytes = (bundle: Bundle) => [...writeBundle(bundle)];
  let other: Bundle;
  beforeAll(async () => {
    other = await made(5);
  });

  test('are the same for the same seed, and others for another', { timeout: 60_000 }, async () => {
    const first = bytes(await made(4));
    expect(bytes(await made(4))).toEqual(first);
    expect(bytes(other)).not.toEqual(first);
  });

  test('keep everything that readers take to hold', { timeout: 60_000 }, () => {
    const { tables, manifest } = other;
    const relations = relationsOf(tables, manifest);
    expect(relations.length).toBeGreaterThan(1000);
    expect(trueRelations(tables.flatMap(cellsOf), relations).untrue).toEqual([]);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function said(args: string[]) {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const code = await run(args);
    const text = errors.mock.calls.flat().join('\n');
    errors.mockRestore();
    return { code, text };
  }

  test.each([
    ['no seed', ['--out', join(folder, 'a')], '--seed takes a whole number'],
    ['a seed that is no number', ['--seed', 'x', '--out', join(folder, 'a')], 'not x'],
    ['nowhere to write', ['--seed', '1'], '--out <bundle folder> is needed'],
    [
      'stories inside the bundle',
      ['--seed', '1', '--out', join(folder, 'a'), '--stories', join(folder, 'a', 's.json')],
      'inside the bundle'
    ],
    [
      'raw figures inside the bundle',
      ['--seed', '1', '--out', join(folder, 'a'), '--raw', join(folder, 'a', 'raw')],
      'lie over each other'
    ]
  ])('does not understand %s', async (_, args, words) => {
    const { code, text } = await said(args);
    expect(code).toBe(2);
    expect(text).toContain(words);
    expect(existsSync(join(folder, 'a'))).toBe(false);
  });

  test('overwrites nothing unasked', async () => {
    const { code, text } = await said(['--seed', '1', '--out', folder]);
    expect(code).toBe(1);
    expect(text).toContain('--replace');
  });
});

import { describe, expect, test } from 'vitest';
import { known, missing, reasonOf, FLAG_CODES, STATUS_CODES, type Cell } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Bundle, BundleTable } from '#lib/sources/bundle.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { sortObservations, writeBundle } from '#lib/sources/bundle-write.ts';
import { cubes, SMALL, smallBundle, textOf } from '../fixtures/bundles/small-bundle.ts';
import { readBundleFolder } from '../../scripts/bundle-folder.ts';

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function anyCell(random: () => number, flagged: boolean): Cell {
  if (random() < 0.3) return missing(reasonOf(pick(STATUS_CODES, random)));
  return known(Math.floor(random() * 1e6), flagged ? FLAG_CODES.filter(() => random() < 0.2) : []);
}

/** A table of one unrelated cell for each of many keys, so that no part meets its total. */
function anyTable(table: BundleTable, periods: readonly string[], random: () => number): BundleTable {
  const seen = new Set<string>();
  const observations: Observation[] = [];
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const members = table.table.dimensions.map((id) => {
      const items = (table.cube.dimensions.find((dimension) => dimension.id === id)?.members ?? []).filter(
        (member) => member.parent === undefined
      );
      return items.length === 0 ? ALL : pick(items, random).id;
    });
    const measure = pick(table.cube.measures, random);
    const area = pick(['northmoor', 'eastvale', 'moors'], random);
    const period = pick(periods, random);
    const key = [area, period, measure.id, ...members].join();
    if (seen.has(key)) continue;
    seen.add(key);
    const cell = anyCell(random, true);
    const of = cell.kind === 'known' ? known(cell.value + 1) : anyCell(random, false);
    observations.push({
      area,
      period,
      measure: measure.id,
      members,
      cell,
      ...(table.cube.outOf ? { of } : {})
    });
  }
  return { ...table, observations };
}

function anyBundle(seed: number): Bundle {
  const random = seeded(seed);
  const small = smallBundle();
  const texts = [
    '=cmd|x',
    '- a list',
    "'quoted",
    'with, comma',
    'with "quotes"',
    'two\nlines',
    'Ysgol Gŵyr',
    '@home'
  ];
  return {
    ...small,
    tables: small.tables
      .map((table) =>
        anyTable(table, table.cube.outOf ? ['2023', '2024', 'at20240630'] : ['2023', '2024'], random)
      )
      .map((table) => ({
        ...table,
        observations: table.observations.filter(
          (row) =>
            row.period !== 'at20240630' ||
            table.cube.measures.find((m) => m.id === row.measure)?.kind === 'stock'
        )
      })),
    registers: {
      actions: texts.map((action) => ({ action, owner_role: pick(texts, random), due: '2024-05-01' })),
      neighbours: [
        { area: 'northmoor', rank: 2, neighbour: 'moors', closeness: 'Not close', model: '2025' },
        { area: 'northmoor', rank: 1, neighbour: 'eastvale', closeness: 'Close', model: '2025' }
      ]
    }
  };
}

/** The bundle with everything in the order files keep. */
function inFileOrder(bundle: Bundle): Bundle {
  return {
    ...bundle,
    tables: bundle.tables.map((table) => ({
      ...table,
      observations: sortObservations(table, bundle.manifest.periods)
    })),
    registers: { ...bundle.registers, neighbours: bundle.registers.neighbours?.toReversed() ?? [] }
  };
}

describe('writing a bundle', () => {
  test.each([1, 2, 3, 4, 5])('what is written reads as what it was (seed %i)', (seed) => {
    const bundle = anyBundle(seed);
    const { bundle: read, problems } = readBundle(writeBundle(bundle), cubes);
    expect(problems).toEqual([]);
    expect(read).toEqual(inFileOrder(bundle));
  });
  test('the order rows come in does not change a byte', () => {
    const bundle = anyBundle(6);
    const random = seeded(7);
    const mixed = {
      ...bundle,
      tables: shuffled(bundle.tables, random).map((table) => ({
        ...table,
        observations: shuffled(table.observations, random)
      }))
    };
    expect([...writeBundle(mixed)]).toEqual([...writeBundle(bundle)]);
  });
  test('rows are in order of measure, members with the total first, area and period', () => {
    expect(writeBundle(smallBundle()).get('cubes/plans-by-category.csv')?.split('\n').slice(1, -1)).toEqual([
      'eastvale,2024,open,all,all,26,,',
      'northmoor,2023,open,all,all,210,,',
      'northmoor,2024,open,all,all,240,,r p',
      'eastvale,2024,open,all,neglect,,c,',
      'northmoor,2024,open,all,neglect,130,,',
      'northmoor,2024,open,all,multiple,0,,',
      'eastvale,2024,open,neglect,all,,c,',
      'northmoor,2024,open,neglect,all,134,,e',
      'northmoor,2024,started,all,all,250,,'
    ]);
  });
  test('columns stand in the order of the format', () => {
    const audits = writeBundle(smallBundle()).get('cubes/audits.csv');
    expect(audits).toBe(textOf('cubes/audits.csv'));
    expect(audits?.split('\n')[0]).toBe(
      'area,period,measure,indicator,agency,round,tier,value,of,status,flags,of_status'
    );
  });
  test('each area, period and table has a line of its own in the manifest', () => {
    const lines = (writeBundle(smallBundle()).get('bundle.json') ?? '').split('\n');
    expect(lines.filter((line) => line.includes('"slug"'))).toHaveLength(3);
    expect(JSON.parse(lines.join('\n'))).toEqual(JSON.parse(textOf('bundle.json')));
  });
  test('a register that was not supplied is not written', async () => {
    const paths = [...writeBundle(smallBundle()).keys()];
    const there = [...(await readBundleFolder(SMALL)).keys()].filter(
      (path) => !path.startsWith('commentary/')
    );
    expect(paths.toSorted()).toEqual(there.toSorted());
  });
  test('a row cannot say “not supplied”, which only an absent row says', () => {
    const bundle = smallBundle();
    const tables = bundle.tables.map((table) => ({
      ...table,
      observations: table.observations.map((row) => ({ ...row, cell: missing('notSupplied') }))
    }));
    expect(() => writeBundle({ ...bundle, tables })).toThrow(/leave the row out/);
  });
});

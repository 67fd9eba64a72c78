import { describe, expect, test } from 'vitest';
import { decodeCube } from '#lib/db/decode.ts';
import { emptyDictionary } from '#lib/db/dictionary.ts';
import { encodeCube } from '#lib/db/encode.ts';
import { known, missing } from '#lib/domain/cell.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { madePartnership } from '../disclosure/made-partnership.ts';
import { sharedBundle } from '../published.ts';

const cubes = await readDictionary();
const sorted = (rows: readonly Observation[]) => rows.map((row) => JSON.stringify(row)).sort();

describe('official figures', async () => {
  const bundle = await sharedBundle();
  const dictionary = emptyDictionary();
  const decoded = [...bundle.cubes.values()].flatMap((cube) => {
    const own = bundle.tables.filter((table) => table.cube === cube);
    const streams = encodeCube(cube, own, dictionary, { most: 10_000 }).map(({ stream }) => stream);
    return decodeCube(cube, bundle.manifest.tables, { streams }, dictionary);
  });

  test.each(bundle.tables.map(({ table, observations }) => [table.id, observations] as const))(
    '%s: what was encoded for the site decodes to the same observations',
    (id, observations) => {
      const back = decoded.find(({ table }) => table.id === id)?.observations ?? [];
      expect(back.length).toBe(observations.length);
      expect(back.length).toBeGreaterThan(0);
      expect(sorted(back)).toEqual(sorted(observations));
    }
  );
});

test('n of N, flags and every reason survive being encoded, table by table', () => {
  const { tables } = madePartnership(cubes, { years: [2024] });
  for (const id of ['assurance', 'grades', 'plans-age', 'tool-scores']) {
    const made = tables.find(({ table }) => table.id === id);
    if (!made) throw new Error(`no table ${id}`);
    const observations = made.observations.map((row, at): Observation => ({
      ...row,
      cell:
        at % 5 === 0
          ? missing('withheld')
          : at % 7 === 0
            ? missing('noCode')
            : known(at, at % 3 === 0 ? ['r', 'p'] : [])
    }));
    const dictionary = emptyDictionary();
    const streams = encodeCube(made.cube, [{ ...made, observations }], dictionary, { most: 100 }).map(
      ({ stream }) => stream
    );
    const [back] = decodeCube(made.cube, [made.table], { streams }, dictionary);
    expect(sorted(back?.observations ?? [])).toEqual(sorted(observations));
  }
});

test('only the areas that are asked for are decoded', () => {
  const { tables } = madePartnership(cubes, { years: [2024] });
  const made = tables.find(({ table }) => table.id === 'assessments');
  if (!made) throw new Error('no table');
  const dictionary = emptyDictionary();
  const streams = encodeCube(made.cube, [made], dictionary).map(({ stream }) => stream);
  const [back] = decodeCube(made.cube, [made.table], { streams }, dictionary, (area) => area === 'rutland');
  const own = made.observations.filter(({ area }) => area === 'rutland');
  expect(own.length).toBeGreaterThan(0);
  expect(sorted(back?.observations ?? [])).toEqual(sorted(own));
});

test('a code without a word, and a table that is not declared, are refused', () => {
  const { tables } = madePartnership(cubes, { years: [2024] });
  const made = tables[0];
  if (!made) throw new Error('no table');
  const dictionary = emptyDictionary();
  const streams = encodeCube(made.cube, [made], dictionary).map(({ stream }) => stream);
  expect(() => decodeCube(made.cube, [], { streams }, dictionary)).toThrow('not declared');
  expect(() => decodeCube(made.cube, [made.table], { streams }, { ...dictionary, areas: [] })).toThrow(
    'no word'
  );
});

test('rows that pages may not say are given back as they were published', () => {
  const { tables } = madePartnership(cubes, { years: [2024] });
  const made = tables.find(({ table }) => table.id === 'assessments');
  if (!made) throw new Error('no table');
  const dictionary = emptyDictionary();
  const unsaid = made.observations.filter((_, at) => at % 3 === 0);
  const said = made.observations.map((row) =>
    unsaid.includes(row) ? { ...row, cell: missing('withheld') } : row
  );
  const encoded = (observations: readonly Observation[]) =>
    encodeCube(made.cube, [{ ...made, observations }], dictionary).map(({ stream }) => stream);
  const streams = { streams: encoded(said), unsaid: encoded(unsaid) };
  const [back] = decodeCube(made.cube, [made.table], streams, dictionary);
  expect(sorted(back?.observations ?? [])).toEqual(sorted(made.observations));
});

import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/db/node.ts';
import { cellOf, encodeCube, flagBits, statusNumber } from '#lib/db/encode.ts';
import { emptyDictionary } from '#lib/db/dictionary.ts';
import { known, missing, NOT_SUPPLIED, STATUS_CODES } from '#lib/domain/cell.ts';
import type { Cube } from '#lib/domain/cube.ts';

const database = await openDatabase();
afterAll(() => database.close());

const cube: Cube = {
  id: 'plans',
  name: 'Plans',
  about: 'Children on a plan',
  value: 'count',
  outOf: false,
  measures: [{ id: 'open', name: 'Open', kind: 'stock', unit: { one: 'child', many: 'children' } }],
  dimensions: [
    { id: 'category', name: 'Category', relation: 'partition', members: [{ id: 'neglect', name: 'Neglect' }] }
  ],
  supply: [{ by: 'published', cadence: 'year', effort: 'usual', recipe: 'As published' }]
};

describe('the engine', () => {
  it('refuses to install, load or read anything from outside, and cannot be told otherwise', async () => {
    for (const statement of [
      'LOAD parquet',
      "SELECT * FROM read_json('x.json')",
      "SELECT * FROM read_csv('/etc/passwd')",
      "SELECT * FROM 'https://example.org/x.parquet'",
      'SET enable_external_access=true',
      'SET autoload_known_extensions=true'
    ])
      await expect(database.query(statement), statement).rejects.toThrow();
  });

  it('opens a database as empty and as locked as the first, after one was closed, which answers no more', async () => {
    const first = await openDatabase();
    await first.query('CREATE TABLE kept AS SELECT 1 AS one');
    await first.close();
    await first.close();
    const second = await openDatabase();
    await expect(second.query('SELECT * FROM kept')).rejects.toThrow('kept');
    await expect(second.query('SET enable_external_access=true')).rejects.toThrow();
    await second.query('CREATE TABLE kept AS SELECT 2 AS one');
    await expect(first.query('SELECT * FROM kept')).rejects.toThrow('closed');
    expect(await second.query('SELECT one FROM kept')).toEqual([{ one: 2 }]);
    await second.close();
  });

  it('gives dates as ISO dates, also before 1970, and times as ISO times', async () => {
    const rows = await database.query(
      "SELECT DATE '2017-03-31' AS d, DATE '1969-12-31' AS e, NULL::DATE AS z, TIMESTAMP '2017-03-31 12:30:00' AS t"
    );
    expect(rows).toEqual([{ d: '2017-03-31', e: '1969-12-31', z: null, t: '2017-03-31T12:30:00.000Z' }]);
  });

  it('gives every number as a number: sums, counts, decimals and wide integers', async () => {
    const [row] = await database.query(
      "SELECT sum(i)::HUGEINT AS s, count(*) AS n, 1.25::DECIMAL(5,2) AS d, 9::BIGINT AS b, -3::HUGEINT AS m, 'w' AS w, NULL AS z FROM range(5) t(i)"
    );
    expect(row).toEqual({ s: 10, n: 5, d: 1.25, b: 9, m: -3, w: 'w', z: null });
  });

  it('brings a cube back as it went in, withheld cells as themselves and not as zero', async () => {
    const dictionary = emptyDictionary();
    const at = { period: '2024', measure: 'open' };
    const cells = [
      { area: 'la857', members: ['neglect'], cell: missing('withheld') },
      { area: 'la857', members: ['all'], cell: known(26, ['p', 'b']) },
      { area: 'la855', members: ['neglect'], cell: known(0) }
    ];
    const [encoded] = encodeCube(
      cube,
      [
        {
          table: { id: 'plans-by-category', dimensions: ['category'] },
          observations: cells.map((c) => ({ ...at, ...c }))
        }
      ],
      dictionary
    );
    if (!encoded) throw new Error('nothing was encoded');
    expect(encoded.rows).toBe(3);
    await database.insert('cube_round_trip', encoded.stream);
    const rows = await database.query('SELECT area, category, value, status, flags FROM cube_round_trip');
    const back = rows.map((row) => ({
      area: dictionary.areas[Number(row['area'])],
      members: [dictionary.members['category']?.[Number(row['category'])]],
      cell: cellOf(
        row['value'] === null ? null : Number(row['value']),
        Number(row['status']),
        Number(row['flags'])
      )
    }));
    expect(back).toHaveLength(3);
    for (const wanted of cells) expect(back).toContainEqual(wanted);
  });

  it('adds a second stream of a cube to the first', async () => {
    const observations = ['la855', 'la856', 'la857'].map((area) => ({
      area,
      period: '2024',
      measure: 'open',
      members: ['all'],
      cell: known(9)
    }));
    const parts = encodeCube(
      cube,
      [{ table: { id: 't', dimensions: ['category'] }, observations }],
      emptyDictionary(),
      { most: 2 }
    );
    expect(parts.map((part) => part.rows)).toEqual([2, 1]);
    for (const [index, part] of parts.entries())
      await database.insert('cube_in_parts', part.stream, index > 0);
    expect(await database.query('SELECT count(*) AS n, sum(value) AS s FROM cube_in_parts')).toEqual([
      { n: 3, s: 27 }
    ]);
  });

  it('has a number for every reason a cell can give, and reads it back', () => {
    for (const [index, code] of STATUS_CODES.entries()) {
      const cell = cellOf(null, index + 1, 0);
      expect(cell.kind, code).toBe('missing');
      expect(cellOf(null, statusNumber(cell), 0)).toEqual(cell);
    }
    expect(cellOf(null, 0, 0)).toEqual(NOT_SUPPLIED);
    expect(cellOf(7, 0, flagBits(['r', 'e']))).toEqual(known(7, ['r', 'e']));
  });
});

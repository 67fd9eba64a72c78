import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { auditCells, type AuditedTable } from '#lib/disclosure/audit.ts';
import { explainLeak, isGivenAway } from '#lib/disclosure/audit-leak.ts';
import { repairLeak } from '#lib/disclosure/audit-repair.ts';
import { asAudited, counts, line, linkedTables, suppressedByHabit } from './made-tables.ts';
import worked from './worked/fewest-cells.json' with { type: 'json' };

/** Ages in the bands of the census and from 7 to 15: what is left between them is 5 to 6. */
const ages: AuditedTable = {
  ...counts,
  cells: { '5-9': 40, '10-15': 50, '7-15': 88, '5-15': 90, plans: 12, girls: 7, boys: 5 },
  equations: [
    line('plans', 'girls', 'boys'),
    line('5-9', '5-6', '7-9'),
    line('5-15', '5-9', '10-15'),
    line('7-15', '7-9', '10-15')
  ],
  suppressed: [],
  neverPublished: ['5-6', '7-9']
};

const small = fc
  .record({ seed: fc.nat(), areas: fc.integer({ min: 1, max: 3 }), quarters: fc.integer({ min: 1, max: 3 }) })
  .map(({ seed, areas, quarters }) => {
    const made = linkedTables(seed, { areas, quarters, breakdowns: [3, 2] }, (random) =>
      random() < 0.3 ? Math.ceil(5 * random()) : Math.ceil(6 + 20 * random())
    );
    return asAudited(made, suppressedByHabit(made));
  });
/** Many programmes are solved. */
vi.setConfig({ testTimeout: 60_000 });

const runs = { seed: 20241122, numRuns: 25 };

describe('why a cell is given away', () => {
  test('the equations that suffice are named, and no idle one', async () => {
    expect(await explainLeak(ages, '5-6')).toEqual({
      interval: { lower: 2, upper: 2, exact: true },
      givenAwayBy: [1, 3]
    });
  });

  test('a cell that is not given away has no such equations', async () => {
    const table = { ...counts, cells: { T: 9 }, equations: [line('T', 'a', 'b')], suppressed: ['a', 'b'] };
    expect(await explainLeak(table, 'a')).toEqual({
      interval: { lower: 1, upper: 8, exact: false },
      givenAwayBy: undefined
    });
    expect((await explainLeak(table, 'a', { width: 8 })).givenAwayBy).toEqual([0]);
    expect((await explainLeak(table, 'a', { width: 7 })).givenAwayBy).toBeUndefined();
  });

  test('what was known before needs no equation', async () => {
    const table = {
      ...counts,
      upper: 1,
      cells: { T: 9, b: 8 },
      equations: [line('T', 'a', 'b')],
      suppressed: ['a']
    };
    expect((await explainLeak(table, 'a')).givenAwayBy).toEqual([]);
  });

  test('rounded totals bind relations to each other', async () => {
    const table = {
      ...counts,
      cells: { a: 20, total: { lower: 33, upper: 37 }, rest: 3, more: { lower: 26, upper: 36 } },
      equations: [line('x', 'y', 'a'), line('total', 'a', 'c'), line('more', 'total', 'rest')],
      suppressed: ['c', 'x', 'y']
    };
    expect((await explainLeak(table, 'c')).givenAwayBy).toEqual([1, 2]);
  });

  test('of a published cell nothing is explained', async () => {
    await expect(explainLeak(ages, 'girls')).rejects.toThrow('cell girls is not hidden');
  });

  test('in linked tables: they suffice, and without any one of them the cell is safe', async () => {
    let explained = 0;
    await fc.assert(
      fc.asyncProperty(small, async (table) => {
        const { intervals } = await auditCells(table);
        for (const id of Object.keys(intervals).slice(0, 4)) {
          const { givenAwayBy } = await explainLeak(table, id, { width: 8 });
          const leaks = async (places: readonly number[]) => {
            const equations = places.flatMap((place) => table.equations[place] ?? []);
            const found = (await auditCells({ ...table, equations })).intervals[id];
            return found !== undefined && isGivenAway(found, { width: 8 });
          };
          if (givenAwayBy === undefined) {
            expect(await leaks([...table.equations.keys()])).toBe(false);
            continue;
          }
          explained += 1;
          expect(await leaks(givenAwayBy)).toBe(true);
          for (const place of givenAwayBy)
            expect(await leaks(givenAwayBy.filter((other) => other !== place))).toBe(false);
        }
      }),
      runs
    );
    expect(explained).toBeGreaterThan(25);
  });
});

describe('the smallest repair', () => {
  test.each(worked.cases)(
    'of a worked table has as few cells as trying all found, and as small: $name',
    async (each) => {
      const { table, primary } = gridOf(each.table, each.primary);
      const repair = await repairLeak(table);
      expect(repair).toMatchObject({ kind: 'repair', fewest: true });
      if (repair.kind !== 'repair') return;
      expect(repair.withhold).toHaveLength(each.min_complementary_count);
      expect(repair.withhold.reduce((sum, id) => sum + Number(table.cells[id]), 0)).toBe(
        each.min_total_value_at_that_count
      );
      const { intervals } = await auditCells({ ...table, suppressed: [...primary, ...repair.withhold] });
      expect(Object.values(intervals).filter(({ exact }) => exact)).toEqual([]);
    }
  );

  test('of a table that is safe is none', async () => {
    const table = { ...counts, cells: { T: 9 }, equations: [line('T', 'a', 'b')], suppressed: ['a', 'b'] };
    expect(await repairLeak(table)).toEqual({ kind: 'repair', withhold: [], fewest: true });
  });

  test('takes never-published cells in where asked', async () => {
    expect(await repairLeak(ages)).toEqual({ kind: 'repair', withhold: [], fewest: true });
    const repair = await repairLeak(ages, { protect: ['5-6'] });
    expect(repair).toMatchObject({ kind: 'repair', fewest: true });
    const kept = await repairLeak(ages, { protect: ['5-6'], keep: ['5-9', '5-15', '10-15'] });
    expect(kept).toEqual({ kind: 'repair', withhold: ['7-15'], fewest: true });
  });

  test('says which relation allows none, where all it speaks of must stay or is 0', async () => {
    const table = {
      ...counts,
      cells: { T: 5, b: 0, c: 2 },
      equations: [line('T', 'a', 'b', 'c')],
      suppressed: ['a']
    };
    expect(await repairLeak(table, { keep: ['T', 'c'] })).toEqual({
      kind: 'none',
      cell: 'a',
      givenAwayBy: [0]
    });
    expect(await repairLeak(table, { keep: ['T'] })).toMatchObject({ withhold: ['c'] });
  });

  test('of linked tables is safe, in the time given or with more', async () => {
    await fc.assert(
      fc.asyncProperty(small, fc.constantFrom(0, 3), async (table, width) => {
        for (const rounds of [0, 60]) {
          const repair = await repairLeak(table, { rounds, width });
          if (repair.kind === 'none') continue;
          const suppressed = [...table.suppressed, ...repair.withhold];
          const { intervals } = await auditCells({ ...table, suppressed });
          expect(Object.values(intervals).filter((interval) => isGivenAway(interval, { width }))).toEqual([]);
        }
      }),
      runs
    );
  });
});

/** A table with its totals in the last row and column. */
function gridOf(rows: readonly (readonly number[])[], primary: readonly (readonly number[])[]) {
  const id = (row: number, column: number) => `${row},${column}`;
  const cells = Object.fromEntries(rows.flatMap((row, r) => row.map((value, c) => [id(r, c), value])));
  const lastRow = rows.length - 1;
  const lastColumn = (rows[0]?.length ?? 0) - 1;
  const upTo = (end: number) => Array.from({ length: end }, (_, place) => place);
  const equations = [
    ...rows.map((_, r) => ({ total: id(r, lastColumn), parts: upTo(lastColumn).map((c) => id(r, c)) })),
    ...upTo(lastColumn + 1).map((c) => ({ total: id(lastRow, c), parts: upTo(lastRow).map((r) => id(r, c)) }))
  ];
  const suppressed = primary.map(([r = 0, c = 0]) => id(r, c));
  return { primary: suppressed, table: { ...counts, cells, equations, suppressed } };
}

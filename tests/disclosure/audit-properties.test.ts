import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { auditCells, type AuditedTable, type Interval } from '#lib/disclosure/audit.ts';
import { openSolver, type Sense, type Term } from '#lib/disclosure/solver.ts';
import { asAudited, linkedTables, seeded, suppressedByHabit } from './made-tables.ts';

/** Many programmes are solved. */
vi.setConfig({ testTimeout: 60_000 });

const runs = { seed: 20241122, numRuns: 100 };

/** Small linked tables with cells withheld here and there, some totals rounded to 5 and some cells never published. */
const tables = fc
  .record({
    seed: fc.nat(),
    areas: fc.integer({ min: 1, max: 3 }),
    quarters: fc.integer({ min: 1, max: 3 }),
    breakdowns: fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 2 }),
    withheld: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    upper: fc.option(fc.constant(9))
  })
  .map(({ seed, areas, quarters, breakdowns, withheld, upper }) => {
    const random = seeded(seed);
    const { cells, equations } = linkedTables(seed, { areas, quarters, breakdowns }, () =>
      Math.floor(random() * 6)
    );
    const hidden = Object.keys(cells).filter(
      (id) => random() < withheld && (upper === null || (cells[id] ?? 0) <= upper)
    );
    const suppressed = hidden.filter(() => random() < 0.8);
    const shown = Object.entries(cells).map(([id, value]): [string, AuditedTable['cells'][string]] =>
      random() < 0.15 ? [id, { lower: Math.max(0, value - 2), upper: value + 2 }] : [id, value]
    );
    const neverPublished = hidden.filter((id) => !suppressed.includes(id));
    return {
      truth: cells,
      table: {
        cells: Object.fromEntries(shown),
        equations,
        suppressed,
        neverPublished,
        lower: 0,
        upper,
        integer: true
      }
    };
  });

const ends = ({ lower, upper }: Interval) => [lower ?? -Infinity, upper ?? Infinity] as const;

/** The second interval lies within the first. */
function within(outer: Interval | undefined, inner: Interval | undefined, slack = 0): boolean {
  if (outer === undefined || inner === undefined) return false;
  const [from, to] = ends(outer);
  const [lower, upper] = ends(inner);
  return lower >= from - slack && upper <= to + slack;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

describe('intervals', () => {
  test('hold the truth, and both their ends only where it is not exact', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ table, truth }) => {
        const { intervals } = await auditCells(table);
        for (const [id, { exact, ...interval }] of Object.entries(intervals)) {
          const value = truth[id] ?? Number.NaN;
          expect(within({ ...interval, exact }, { lower: value, upper: value, exact: true })).toBe(true);
          expect(exact).toBe(interval.lower === interval.upper);
        }
        expect(Object.keys(intervals)).toHaveLength(table.suppressed.length + table.neverPublished.length);
      }),
      runs
    );
  });

  test('never widen as an equation is added', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.nat(), async ({ table }, which) => {
        const left = which % table.equations.length;
        const fewer = table.equations.filter((_, place) => place !== left);
        const before = await auditCells({ ...table, equations: fewer });
        const after = await auditCells(table);
        for (const [id, interval] of Object.entries(after.intervals))
          expect(within(before.intervals[id], interval)).toBe(true);
      }),
      runs
    );
  });

  test('do not depend on the order of cells, equations and parts', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.nat(), async ({ table }, seed) => {
        const random = seeded(seed);
        const turned = {
          ...table,
          cells: Object.fromEntries(shuffled(Object.entries(table.cells), random)),
          equations: shuffled(table.equations, random).map(({ total, parts }) => ({
            total,
            parts: shuffled(parts, random)
          })),
          suppressed: shuffled(table.suppressed, random),
          neverPublished: shuffled(table.neverPublished, random)
        };
        expect(await auditCells(turned)).toEqual(await auditCells(table));
      }),
      runs
    );
  });

  test('of whole numbers lie within those of fractions', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ table }) => {
        const whole = await auditCells(table);
        const fractions = await auditCells({ ...table, integer: false });
        for (const [id, interval] of Object.entries(whole.intervals))
          expect(within(fractions.intervals[id], interval, 1e-6)).toBe(true);
      }),
      runs
    );
  });

  test('are those that trying every table gives', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(tables, fc.nat(), async ({ table, truth }, seed) => {
        const small = cutDown(table, truth, seeded(seed));
        const tried = everyTable(small);
        compared += Object.values(tried).filter(({ exact }) => !exact).length;
        expect((await auditCells(small)).intervals).toEqual(tried);
      }),
      runs
    );
    expect(compared).toBeGreaterThan(150);
  });

  test('of larger linked tables are those of the whole programme, put to the solver as it stands', async () => {
    const made = linkedTables(5, { areas: 6, quarters: 8, breakdowns: [4, 5] }, (random) =>
      random() < 0.15 ? Math.ceil(5 * random()) : Math.ceil(8 + 40 * random())
    );
    const table = asAudited(made, suppressedByHabit(made));
    const { intervals } = await auditCells(table);
    const outright = await programmeOf(table);
    const open = table.suppressed.filter((id) => intervals[id]?.exact === false);
    const sample = [
      ...open.filter((_, place) => place % Math.ceil(open.length / 12) === 0),
      ...table.suppressed.slice(0, 4)
    ];
    expect(sample.length).toBeGreaterThan(12);
    for (const id of sample) {
      const lower = outright(id, 'minimise');
      const upper = outright(id, 'maximise');
      expect({ id, ...intervals[id] }).toEqual({ id, lower, upper, exact: lower === upper });
    }
  });
});

/** The end of a cell by one integer programme with a column a cell and a row an equation. */
async function programmeOf({ cells, equations, suppressed }: AuditedTable) {
  const solver = await openSolver();
  const ids = Object.keys(cells);
  const places = new Map(ids.map((id, place) => [id, place]));
  const term = (id: string, by: number): Term => [places.get(id) ?? -1, by];
  const bounds = ids.map((id) => {
    const cell = cells[id];
    if (suppressed.includes(id) || typeof cell !== 'number') return { lower: 1, upper: Infinity };
    return { lower: cell, upper: cell };
  });
  const rows = equations.map(({ total, parts }) => ({
    terms: [...parts.map((id) => term(id, 1)), term(total, -1)],
    lower: 0,
    upper: 0
  }));
  return (id: string, sense: Sense) => {
    const { status, objective } = solver.solve({
      sense,
      objective: [term(id, 1)],
      rows,
      bounds,
      integers: [...ids.keys()]
    });
    return status === 'unbounded' ? null : Math.round(objective);
  };
}

/** Some of the equations, seven withheld cells of 0 to 6 and two rounded ones at the most: few enough to try everything. */
function cutDown(table: AuditedTable, truth: Readonly<Record<string, number>>, random: () => number) {
  const upper = 6;
  const hidden = [...table.suppressed, ...(table.neverPublished ?? [])];
  const suppressed = hidden.filter((id) => (truth[id] ?? 0) <= upper).slice(0, 7);
  const rounded = Object.entries(table.cells)
    .filter(([, cell]) => typeof cell !== 'number')
    .slice(0, 2);
  const equations = table.equations.filter(() => random() < 0.4);
  return {
    equations,
    suppressed,
    cells: { ...truth, ...Object.fromEntries(rounded.filter(([id]) => !suppressed.includes(id))) },
    lower: 0,
    upper,
    integer: true
  };
}

/** Tries every whole number for every unknown, leaving off where an equation cannot hold any more. */
function everyTable(table: ReturnType<typeof cutDown>): Record<string, Interval> {
  const { suppressed, cells, equations } = table;
  const rangeOf = (id: string) => {
    const cell: AuditedTable['cells'][string] | undefined = suppressed.includes(id) ? table : cells[id];
    if (cell === undefined) throw new Error(`no cell ${id}`);
    return typeof cell === 'number' ? { lower: cell, upper: cell } : cell;
  };
  const ranges = new Map(Object.keys(cells).map((id) => [id, rangeOf(id)]));
  const unknowns = [...ranges].filter(([, { lower, upper }]) => lower < (upper ?? Infinity));
  const end = (id: string, which: 'lower' | 'upper') => ranges.get(id)?.[which] ?? Number.NaN;
  const sum = (ids: readonly string[], which: 'lower' | 'upper') =>
    ids.reduce((running, id) => running + end(id, which), 0);
  const canHold = () =>
    equations.every(
      ({ total, parts }) =>
        sum(parts, 'lower') <= end(total, 'upper') && sum(parts, 'upper') >= end(total, 'lower')
    );
  const found = new Map<string, { lower: number; upper: number }>();
  const tryFrom = (at: number): void => {
    if (!canHold()) return;
    const [id, range] = unknowns[at] ?? [];
    if (id === undefined || range === undefined) {
      for (const cell of suppressed) {
        const value = end(cell, 'lower');
        const { lower, upper } = found.get(cell) ?? { lower: value, upper: value };
        found.set(cell, { lower: Math.min(lower, value), upper: Math.max(upper, value) });
      }
      return;
    }
    for (let value = range.lower; value <= (range.upper ?? Infinity); value += 1) {
      ranges.set(id, { lower: value, upper: value });
      tryFrom(at + 1);
    }
    ranges.set(id, range);
  };
  tryFrom(0);
  return Object.fromEntries(
    [...found].map(([id, { lower, upper }]) => [id, { lower, upper, exact: lower === upper }])
  );
}

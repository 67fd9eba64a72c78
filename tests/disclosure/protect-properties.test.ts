import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { NoSafeSetError, protectCells } from '#lib/disclosure/protect.ts';
import { RUNS } from '../runs.ts';
import { seeded } from './made-tables.ts';
import { exposed, gridWithTotals } from './protected-tables.ts';

const slow = 60_000;

const counts = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 7 }) },
  { weight: 3, arbitrary: fc.integer({ min: 6, max: 60 }) }
);

/** Two tables of the same areas that share their totals; a whole over the areas. */
const linked = fc
  .record({
    sources: fc.array(fc.tuple(counts, counts, counts), { minLength: 2, maxLength: 4 }),
    split: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 })
  })
  .map(({ sources, split }) => {
    const tables = gridWithTotals(sources);
    const cells = { ...tables.cells };
    const equations = [...tables.equations];
    sources.forEach((row, r) => {
      const total = row.reduce((sum, value) => sum + value, 0);
      cells[`${r},yes`] = Math.round((total * (split[r] ?? 0)) / 100);
      cells[`${r},no`] = total - (cells[`${r},yes`] ?? 0);
      equations.push({ total: `${r},3`, parts: [`${r},yes`, `${r},no`] });
    });
    return { cells, equations };
  });

describe('linked tables', () => {
  const runs = { ...RUNS, numRuns: Math.max(20, Math.floor(RUNS.numRuns / 4)) };

  test(
    'once protected, nothing withheld is exact or narrower than was asked, and no zero is withheld',
    async () => {
      await fc.assert(
        fc.asyncProperty(linked, fc.integer({ min: 1, max: 3 }), async (tables, width) => {
          const { primary, complementary } = await protectCells({
            ...tables,
            threshold: 6,
            minimumWidth: width
          });
          const withheld = [...primary, ...complementary];
          expect(primary).toEqual(
            Object.keys(tables.cells)
              .filter((id) => (tables.cells[id] ?? 0) > 0 && (tables.cells[id] ?? 0) < 6)
              .sort()
          );
          expect(withheld.filter((id) => tables.cells[id] === 0)).toEqual([]);
          expect(new Set(withheld).size).toBe(withheld.length);
          expect(await exposed(tables, withheld, { width })).toEqual([]);
        }),
        runs
      );
    },
    slow
  );

  test(
    'the order they are given in makes no difference, and protecting twice changes nothing',
    async () => {
      await fc.assert(
        fc.asyncProperty(linked, fc.integer(), async (tables, seed) => {
          const once = await protectCells({ ...tables, threshold: 6 });
          const random = seeded(seed);
          const shuffled = <T>(items: readonly T[]) =>
            items
              .map((item) => [random(), item] as const)
              .sort(([a], [b]) => a - b)
              .map(([, item]) => item);
          const again = await protectCells({
            cells: Object.fromEntries(shuffled(Object.entries(tables.cells))),
            equations: shuffled(tables.equations).map(({ total, parts }) => ({
              total,
              parts: shuffled(parts)
            })),
            threshold: 6
          });
          expect(again).toEqual(once);
          expect(await protectCells({ ...tables, threshold: 6, withheld: once.complementary })).toEqual(once);
          const withheld = new Set([...once.primary, ...once.complementary]);
          const published = Object.fromEntries(
            Object.entries(tables.cells).filter(([id]) => !withheld.has(id))
          );
          expect(await protectCells({ cells: published, equations: tables.equations, threshold: 6 })).toEqual(
            {
              primary: [],
              complementary: []
            }
          );
        }),
        runs
      );
    },
    slow
  );

  test(
    'a higher threshold publishes nothing that was withheld for its own sake at a lower one',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          linked,
          fc.integer({ min: 2, max: 9 }),
          fc.integer({ min: 1, max: 4 }),
          async (tables, low, more) => {
            const lower = await protectCells({ ...tables, threshold: low });
            const higher = await protectCells({ ...tables, threshold: low + more });
            const withheld = new Set([...higher.primary, ...higher.complementary]);
            expect(lower.primary.filter((id) => !withheld.has(id))).toEqual([]);
          }
        ),
        runs
      );
    },
    slow
  );

  test(
    'what must be kept is kept, or nothing is published and the cells in the way are named',
    async () => {
      let refused = 0;
      await fc.assert(
        fc.asyncProperty(
          linked,
          fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 }),
          async (tables, picks) => {
            const ids = Object.keys(tables.cells).sort();
            const keep = [...new Set(picks.map((pick) => ids[pick % ids.length] ?? ''))].filter(
              (id) => (tables.cells[id] ?? 0) >= 6
            );
            try {
              const { primary, complementary } = await protectCells({ ...tables, threshold: 6, keep });
              expect(complementary.filter((id) => keep.includes(id))).toEqual([]);
              expect(await exposed(tables, [...primary, ...complementary])).toEqual([]);
            } catch (problem) {
              if (!(problem instanceof NoSafeSetError)) throw problem;
              refused += 1;
              expect(problem.keep.length).toBeGreaterThan(0);
              expect(problem.keep.filter((id) => !keep.includes(id))).toEqual([]);
            }
          }
        ),
        runs
      );
      expect(refused).toBeGreaterThan(0);
    },
    slow
  );
});

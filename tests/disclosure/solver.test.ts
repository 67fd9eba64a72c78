import { createRequire } from 'node:module';
import { describe, expect, test, vi } from 'vitest';
import { openSolver, type Constraints } from '#lib/disclosure/solver.ts';

const anything = { lower: 0, upper: Infinity };
/** Chairs and tables: carpentry x + 2y ≤ 40, finishing 2x + y ≤ 50; profit 30x + 50y is 1,100 at (20, 10). */
const workshop: Constraints = {
  rows: [
    {
      terms: [
        [0, 1],
        [1, 2]
      ],
      lower: -Infinity,
      upper: 40
    },
    {
      terms: [
        [0, 2],
        [1, 1]
      ],
      lower: -Infinity,
      upper: 50
    }
  ],
  bounds: [anything, anything]
};

describe('the solver', () => {
  test('is loaded once', async () => {
    expect(await openSolver()).toBe(await openSolver());
  });

  test('finds the best of a linear programme, its values and what each row is worth', async () => {
    const solver = await openSolver();
    const best = solver.solve({
      ...workshop,
      sense: 'maximise',
      objective: [
        [0, 30],
        [1, 50]
      ]
    });
    expect(best.status).toBe('optimal');
    expect(best.objective).toBeCloseTo(1100, 6);
    expect(best.values.map((value) => Math.round(value))).toEqual([20, 10]);
    expect(best.prices.map((price) => Math.abs(price))).toEqual([
      expect.closeTo(70 / 3, 6),
      expect.closeTo(10 / 3, 6)
    ]);
  });

  test('keeps to whole numbers where asked', async () => {
    const solver = await openSolver();
    const odd: Constraints = {
      rows: [
        {
          terms: [
            [0, 2],
            [1, 2]
          ],
          lower: -Infinity,
          upper: 7
        }
      ],
      bounds: [anything, anything]
    };
    const objective = [
      [0, 1],
      [1, 1]
    ] as const;
    expect(solver.solve({ ...odd, sense: 'maximise', objective }).objective).toBeCloseTo(3.5, 9);
    expect(solver.solve({ ...odd, integers: [0, 1], sense: 'maximise', objective }).objective).toBeCloseTo(
      3,
      9
    );
  });

  test.each([false, true])('tells no bound from no solution (whole numbers: %s)', async (whole) => {
    const solver = await openSolver();
    const integers = whole ? [0, 1] : [];
    const row = {
      terms: [
        [0, 1],
        [1, -1]
      ],
      lower: 2,
      upper: 2
    } as const;
    const open = { rows: [row], bounds: [anything, anything], integers };
    expect(solver.solve({ ...open, sense: 'maximise', objective: [[0, 1]] }).status).toBe('unbounded');
    const shut = { rows: [row], bounds: [{ lower: 0, upper: 1 }, anything], integers };
    expect(solver.solve({ ...shut, sense: 'maximise', objective: [[1, 1]] }).status).toBe('infeasible');
  });

  test('answers where there is nothing to solve', async () => {
    const solver = await openSolver();
    expect(solver.solve({ rows: [], bounds: [], sense: 'minimise', objective: [] }).status).toBe('optimal');
    const free = {
      rows: [],
      bounds: [{ lower: 2, upper: 5 }],
      sense: 'maximise',
      objective: [[0, 1]]
    } as const;
    expect(solver.solve(free).objective).toBe(5);
  });

  test('a kept model takes one objective after another, tighter bounds, more rows and whole numbers or not', async () => {
    const solver = await openSolver();
    const model = solver.keep({ ...workshop, integers: [0, 1] });
    try {
      expect(model.optimise('maximise', [[0, 1]]).objective).toBeCloseTo(25, 6);
      expect(model.optimise('minimise', [[0, 1]]).objective).toBeCloseTo(0, 6);
      expect(model.optimise('maximise', [[1, 1]]).objective).toBeCloseTo(20, 6);
      model.setBounds(1, { lower: 0, upper: 7.5 });
      expect(model.optimise('maximise', [[1, 1]]).objective).toBeCloseTo(7, 6);
      model.setWhole(false);
      expect(model.optimise('maximise', [[1, 1]]).objective).toBeCloseTo(7.5, 6);
      model.addRow({ terms: [[1, 1]], lower: -Infinity, upper: 3 });
      expect(model.optimise('maximise', [[1, 1]]).objective).toBeCloseTo(3, 6);
    } finally {
      model.dispose();
    }
  });

  test('is loaded from where it is told its WebAssembly is, and can be told again where that was wrong', async () => {
    vi.resetModules();
    const again = await import('#lib/disclosure/solver.ts');
    await expect(again.openSolver({ url: '/nowhere/highs.wasm' })).rejects.toThrow('nowhere');
    const solver = await again.openSolver({ url: createRequire(import.meta.url).resolve('highs/runtime') });
    expect(solver.solve({ ...workshop, sense: 'maximise', objective: [[0, 1]] }).objective).toBeCloseTo(
      25,
      6
    );
  });
});

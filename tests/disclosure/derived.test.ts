import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidates, givesBack, safeDecimals, type DerivedValue } from '#lib/disclosure/derived.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import worked from './worked/derived.json' with { type: 'json' };

const runs = { seed: 20241122, numRuns: 100 };
const cases = worked.cases.map(
  (each): DerivedValue & { readonly expected: readonly number[]; readonly exact: boolean } => ({
    kind: each.kind === 'percentage' ? 'percentage' : 'rate',
    denominator: each.denominator ?? each.population ?? Number.NaN,
    decimals: each.decimals,
    published: each.published,
    expected: each.candidates,
    exact: each.exact
  })
);

describe('the counts behind a published value', () => {
  test.each(cases)(
    'are those of the worked case: $kind $published of $denominator',
    ({ expected, exact, ...value }) => {
      expect(candidates(value)).toEqual(expected);
      expect(givesBack(value)).toBe(exact);
    }
  );

  test('are every count that rounds to it, half away from zero, and no other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('percentage' as const, 'rate' as const),
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 0, max: 2 }),
        fc.nat(),
        (kind, denominator, decimals, which) => {
          const per = kind === 'percentage' ? 100 : 10_000;
          const shown = (count: number) => roundHalfUp((count / denominator) * per, decimals);
          const published = shown(which % (denominator + 1));
          const counts = Array.from({ length: 3 * denominator + 1 }, (_, count) => count);
          const expected = counts.filter(
            (count) => shown(count) === published && (kind === 'rate' || count <= denominator)
          );
          expect(candidates({ kind, denominator, decimals, published })).toEqual(expected);
        }
      ),
      runs
    );
  });

  test('are none where no count rounds to it', () => {
    expect(candidates({ kind: 'percentage', denominator: 3, decimals: 0, published: 50 })).toEqual([]);
  });

  test('are cut to what is known beforehand', () => {
    const value = { kind: 'percentage', denominator: 250, decimals: 0, published: 0 } as const;
    expect(candidates(value)).toEqual([0, 1]);
    expect(candidates({ ...value, lower: 1 })).toEqual([1]);
    expect(candidates({ kind: 'rate', denominator: 145_000, decimals: 0, published: 0, upper: 3 })).toEqual([
      0, 1, 2, 3
    ]);
  });

  test('take in every whole that rounds to a rounded one: an unrounded percentage undoes rounding to 5', () => {
    const rounded = { lower: 93, upper: 97 };
    const value = { kind: 'percentage', denominator: rounded, decimals: 1 } as const;
    expect(candidates({ ...value, published: 3.2 })).toEqual([3]);
    expect(candidates({ ...value, decimals: 0, published: 4 })).toEqual([4]);
    expect(candidates({ ...value, decimals: 0, published: 50 })).toEqual([47, 48]);
  });

  test.each([
    [{ denominator: 0 }, 'denominator must be whole and above 0: 0'],
    [{ denominator: 9.5 }, 'denominator must be whole and above 0: 9.5'],
    [{ per: 0 }, 'per must be whole and above 0: 0'],
    [{ decimals: -1 }, 'decimals must be from 0 to 12: -1'],
    [{ published: 3.25 }, '3.25 is not a share or rate with 1 decimals'],
    [{ published: -1 }, '-1 is not a share or rate with 1 decimals']
  ])('cannot be told of %o', (change, message) => {
    const value = { kind: 'percentage', denominator: 94, decimals: 1, published: 3.2 } as const;
    expect(() => candidates({ ...value, ...change })).toThrow(message);
  });
});

describe('safe decimals', () => {
  test.each([
    ['percentage', 94, undefined],
    ['percentage', 250, undefined],
    ['percentage', 500, 0],
    ['percentage', 5000, 1],
    ['rate', 10_000, undefined],
    ['rate', 20_000, 0],
    ['rate', 145_000, 0],
    ['rate', 1_000_000, 1]
  ] as const)('of a %s of %i: %s', (kind, denominator, decimals) => {
    expect(safeDecimals({ kind, denominator, threshold: 6 })).toBe(decimals);
  });

  test('look at the withheld count itself where it is not small', () => {
    const shape = { kind: 'percentage', denominator: 180, threshold: 1 } as const;
    const alone = (count: number) =>
      givesBack({ ...shape, decimals: 0, published: roundHalfUp((count / 180) * 100, 0) });
    expect(alone(50)).toBe(false);
    expect(safeDecimals({ ...shape, numerator: 50 })).toBe(0);
    expect(alone(45)).toBe(true);
    expect(safeDecimals({ ...shape, numerator: 45 })).toBeUndefined();
  });

  test('of large counts withheld out of far larger ones are found without looking at each', () => {
    const shape = { kind: 'percentage', threshold: 10_000_000 } as const;
    expect(safeDecimals({ ...shape, denominator: 400_000_000 })).toBe(2);
    expect(safeDecimals({ ...shape, denominator: 94 })).toBeUndefined();
  });

  test('can be asked to leave more counts, and to look at more decimals', () => {
    const shape = { kind: 'percentage', denominator: 100_000, threshold: 6 } as const;
    expect(safeDecimals({ ...shape, most: 4 })).toBe(2);
    expect(safeDecimals({ ...shape, fewest: 20 })).toBe(1);
    expect(safeDecimals({ ...shape, most: 0 })).toBe(0);
  });

  test('leave every small count, and every one close to all, another count beside it', () => {
    let safe = 0;
    fc.assert(
      fc.property(
        fc.constantFrom('percentage' as const, 'rate' as const),
        fc.integer({ min: 10, max: 200_000 }),
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 2, max: 4 }),
        (kind, denominator, threshold, fewest) => {
          const per = kind === 'percentage' ? 100 : 10_000;
          const most = kind === 'percentage' ? denominator - 1 : 20_000;
          const isSafe = (decimals: number) => {
            const shown = (count: number) => roundHalfUp((count / denominator) * per, decimals);
            const like = (count: number) => {
              let alike = 0;
              for (const other of around(count, denominator))
                if (other >= 1 && other <= most && shown(other) === shown(count)) alike += 1;
              return alike;
            };
            const small = Array.from(
              { length: Math.min(threshold, denominator) - 1 },
              (_, place) => place + 1
            );
            const watched =
              kind === 'rate' ? small : [...small, ...small.map((count) => denominator - count)];
            return watched.every((count) => like(count) >= fewest);
          };
          const expected = [2, 1, 0].find(isSafe);
          if (expected !== undefined) safe += 1;
          expect(safeDecimals({ kind, denominator, threshold, fewest })).toBe(expected);
        }
      ),
      runs
    );
    expect(safe).toBeGreaterThan(30);
  });
});

/** Counts near enough to be taken for one another by as many as are asked for. */
function around(count: number, denominator: number): number[] {
  const reach = Math.min(12, denominator);
  return Array.from({ length: 2 * reach + 1 }, (_, place) => count - reach + place);
}

import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { known, missing } from '#lib/domain/cell.ts';
import { candidates } from '#lib/disclosure/derived.ts';
import {
  decimalsToSay,
  derive,
  firstMissing,
  giveOneAway,
  isWithheld,
  restOf,
  WITHHELD
} from '#lib/disclosure/may-say.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import { readSources } from '../architecture-rule.ts';
import worked from './worked/derived.json' with { type: 'json' };

const LATE = missing('late');

describe('what is made from cells', () => {
  test('is withheld where any part is, whatever else is missing', () => {
    expect(firstMissing([known(1), LATE, WITHHELD])).toEqual(WITHHELD);
    expect(derive([LATE, WITHHELD, known(3)], (...parts) => parts.length)).toEqual(WITHHELD);
    expect(derive([LATE, known(3)], (...parts) => parts.length)).toEqual(LATE);
  });

  test('is never worked out from a withheld part, nor from part of the parts', () => {
    let asked = 0;
    derive([known(1), WITHHELD], () => (asked += 1));
    expect(asked).toBe(0);
  });

  test('carries the flags of its parts once each, and is no number where there is none', () => {
    expect(derive([known(1, ['r']), known(2, ['r', 'p'])], (a, b) => a + b)).toEqual(known(3, ['r', 'p']));
    expect(derive([known(1), known(0)], (a, b) => a / b)).toEqual(missing('notApplicable'));
  });
});

describe('what is left of a whole without a part', () => {
  test('is told where both are, and withheld where either is', () => {
    expect(restOf(known(178), known(144))).toEqual(known(34));
    expect(restOf(known(178), WITHHELD)).toEqual(WITHHELD);
    expect(restOf(WITHHELD, known(144))).toEqual(WITHHELD);
  });

  test('is not told where it is so small that it would be withheld itself', () => {
    expect(restOf(known(25), known(20))).toEqual(WITHHELD);
    expect(restOf(known(25), known(25))).toEqual(known(0));
    expect(restOf(known(25), known(25), { threshold: 6, zerosShown: false })).toEqual(WITHHELD);
    expect(restOf(known(30), known(20), { threshold: 11, zerosShown: true })).toEqual(WITHHELD);
  });
});

describe('parts of one whole', () => {
  test('give one away where all the others are known', () => {
    expect(giveOneAway([known(5), WITHHELD, known(0)])).toBe(true);
  });
  test('give none away where two are withheld, one is missing for another reason, or none is withheld', () => {
    expect(giveOneAway([known(5), WITHHELD, WITHHELD])).toBe(false);
    expect(giveOneAway([known(5), WITHHELD, LATE])).toBe(false);
    expect(giveOneAway([known(5), known(2)])).toBe(false);
  });
});

describe('decimals of a percentage or rate', () => {
  const THRESHOLD = 6;
  const cases = worked.cases.map((each) => ({
    kind: each.kind === 'percentage' ? ('percentage' as const) : ('rate' as const),
    denominator: known(each.denominator ?? each.population ?? Number.NaN),
    decimals: each.decimals,
    published: each.published,
    exact: each.exact
  }));

  test.each(cases)(
    'are fewer than those of the worked case that gives its count back: $kind $published',
    ({ kind, denominator, decimals, exact }) => {
      const said = decimalsToSay({ kind, denominator, decimals, count: WITHHELD, threshold: THRESHOLD });
      if (exact) expect(said === undefined || said < decimals).toBe(true);
      expect(cases.some((each) => each.exact) && cases.some((each) => !each.exact)).toBe(true);
    }
  );

  test('leave every withheld count open, where any may be said at all', () => {
    for (const kind of ['percentage', 'rate'] as const)
      for (const denominator of [20, 94, 500, 999, 5000, 145_000, 2_000_000]) {
        const decimals = decimalsToSay({
          kind,
          count: WITHHELD,
          denominator: known(denominator),
          decimals: 2,
          threshold: THRESHOLD
        });
        if (decimals === undefined) continue;
        const per = kind === 'percentage' ? 100 : 10_000;
        for (let count = 1; count < THRESHOLD; count += 1) {
          const published = roundHalfUp((count / denominator) * per, decimals);
          expect(
            candidates({ kind, denominator, decimals, published, lower: 1 }).length
          ).toBeGreaterThanOrEqual(2);
        }
      }
  });

  test('are as many as are wanted where count and denominator are said beside it', () => {
    const share = { kind: 'percentage', denominator: known(94), threshold: THRESHOLD, decimals: 1 } as const;
    expect(decimalsToSay({ ...share, count: known(50) })).toBe(1);
    expect(decimalsToSay({ ...share, count: WITHHELD })).toBeUndefined();
    expect(decimalsToSay({ ...share, count: WITHHELD, denominator: known(5000) })).toBe(1);
    expect(decimalsToSay({ ...share, count: known(50), denominator: WITHHELD })).toBeUndefined();
  });

  test('of a count out of a rounded whole are those at which neither gives the other back', () => {
    const share = { kind: 'percentage', count: known(3), decimals: 1, threshold: THRESHOLD } as const;
    expect(decimalsToSay({ ...share, denominator: { lower: 93, upper: 97 } })).toBeUndefined();
  });
});

describe('what may be said is decided in one place', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
  const sources = ['src', 'scripts']
    .flatMap((folder) => readSources(root, folder, /\.(ts|mjs|svelte)$/))
    .map(({ path, text }) => ({ path, text: text.replace(/^\s*\/?\*.*$/gm, '') }));
  const DECIDES =
    /reason\s*[!=]==?\s*['"]withheld['"]|['"]withheld['"]\s*[!=]==?|missing\(['"]withheld['"]\)|\bcase ['"]withheld['"]/;
  const paths = sources.filter(({ text }) => DECIDES.test(text)).map(({ path }) => path);
  /** Words and marks of a reason, and a chain of steps that lacks one for whatever reason. */
  const SHOW = [
    'src/lib/words/absence.ts',
    'src/lib/charts/flow.ts',
    'src/lib/charts/flow-layout.ts',
    'src/lib/charts/heat.ts',
    'src/lib/charts/marks.ts',
    'src/lib/charts/pyramid.ts',
    'src/lib/charts/pyramid-layout.ts',
    'src/lib/charts/states.ts',
    'src/lib/charts/tiles.ts',
    'src/lib/views/agencies/states.ts',
    'src/lib/views/pathway-waterfall.ts',
    'src/lib/views/pathway-chart.ts'
  ];

  test('no file that shows, words, compares or exports asks whether a cell is withheld to decide what to tell', () => {
    const telling = paths.filter((path) => !/^src\/lib\/(disclosure\/|sources\/|store\/draft)/.test(path));
    expect(telling.filter((path) => !SHOW.includes(path))).toEqual([]);
    expect(paths).toContain('src/lib/disclosure/may-say.ts');
  });

  test('what no page may say is written by the encoder and read by disclosure control alone', () => {
    const reads = sources
      .filter(({ text }) => /\bunsaid\??:|\.unsaid\b|\{ [^}\n]*\bunsaid\b[^}\n]* \}/.test(text))
      .map(({ path }) => path);
    /** The build hands such files on beside the others, unread. */
    const MAY =
      /^(src\/lib\/(disclosure\/|store\/|db\/(catalogue|decode|encoded|beside-official)\.ts)|scripts\/encode\.ts)/;
    expect(reads.filter((path) => !MAY.test(path))).toEqual([]);
    expect(reads).toContain('src/lib/db/encoded.ts');
  });

  test('a withheld cell tells of itself', () => {
    expect([isWithheld(WITHHELD), isWithheld(LATE), isWithheld(known(0))]).toEqual([true, false, false]);
  });
});

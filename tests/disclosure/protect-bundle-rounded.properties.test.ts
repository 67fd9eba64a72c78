import { describe, expect, test } from 'vitest';
import { protectBundle } from '#lib/disclosure/protect-bundle.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { exposedIn } from './exposed-figures.ts';
import { madePartnership } from './made-partnership.ts';

/** Rounding a whole bundle takes its time: with the long tests, and whenever rounding changes. */
const LONG = process.env['LENS_RUNS'] !== undefined;

describe.runIf(LONG)('a partnership’s bundle made up from a seed, with counts rounded', () => {
  test('passes the auditor, and has less withheld besides than one that is not rounded', async () => {
    const made = madePartnership(await readDictionary(), { years: [2026], authorities: 1 });
    const settings = { ...PRESETS.strong, smallGroup: 0 };
    const [exact, strong] = [
      await protectBundle({ ...made, settings: PRESETS.dfe }),
      await protectBundle({ ...made, settings })
    ];
    expect(await exposedIn(made.tables, made.frame, settings, strong)).toEqual([]);
    expect(strong.complementary.length).toBeLessThan(exact.complementary.length);
  }, 600_000);
});

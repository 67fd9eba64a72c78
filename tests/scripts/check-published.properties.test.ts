import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { OfficialCheck } from '#lib/domain/disclosure.ts';
import { checkReleases } from '#lib/sources/bundle-check.ts';
import { tallyOf } from '../../scripts/check-report.ts';
import { sharedBundle } from '../published.ts';

/** Half a minute of proof: with the long tests, and whenever official figures or relations change. */
const long = process.env['LENS_RUNS'] !== undefined;

test.runIf(long)(
  'official figures give away as many withheld ones as is told, and no figure is named',
  async () => {
    const bundle = await sharedBundle();
    const settings = PRESETS.dfe;
    const audit = await checkReleases({ bundle, settings });
    const told: unknown = JSON.parse(await readFile('data/disclosure/published.json', 'utf8'));
    expect(tallyOf({ bundle, settings, audit })).toEqual(OfficialCheck.parse(told));
    expect(OfficialCheck.strict().safeParse(told).success).toBe(true);
  },
  180_000
);

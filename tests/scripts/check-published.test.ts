import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { OfficialCheck } from '#lib/domain/disclosure.ts';
import { checkReleases } from '#lib/sources/bundle-check.ts';
import { tallyOf } from '../../scripts/check-report.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { readBundleAt } from '../../scripts/read-bundle.ts';

test('official figures give away as many withheld ones as is told, and no figure is named', async () => {
  const { bundle } = await readBundleAt('data/published', await readDictionary());
  const settings = PRESETS.dfe;
  const audit = await checkReleases({ bundle, settings });
  const told: unknown = JSON.parse(await readFile('data/disclosure/published.json', 'utf8'));
  expect(tallyOf({ bundle, settings, audit })).toEqual(OfficialCheck.parse(told));
  expect(OfficialCheck.strict().safeParse(told).success).toBe(true);
}, 180_000);

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Indicator } from '../src/lib/domain/indicator.ts';
import { describeProblem, ProblemsError } from '../src/lib/domain/problem.ts';
import { brokenTerms, prepare, type Prepared } from '../src/lib/indicators/prepare.ts';
import type { Bundle } from '../src/lib/sources/bundle.ts';
import { readBundle } from '../src/lib/sources/bundle-read.ts';
import { openDatabase } from '../src/lib/db/node.ts';
import { readBundleFolder } from './bundle-folder.ts';
import { readDictionary } from './dictionary.ts';

/** Every indicator of `data/indicators`, by file name. Throws with the file and place of what is wrong. */
export async function readIndicators(folder = 'data/indicators'): Promise<readonly Indicator[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => {
      const parsed = Indicator.safeParse(JSON.parse(await readFile(join(folder, file), 'utf8')));
      if (!parsed.success) throw new Error(`${folder}/${file}: ${parsed.error.message}`);
      if (`${parsed.data.id}.json` !== file)
        throw new Error(`${folder}/${file}: the id inside is “${parsed.data.id}”`);
      return parsed.data;
    })
  );
}

/** A bundle folder, validated; throws `ProblemsError` with every problem. */
export async function readWholeBundle(folder = 'data/published'): Promise<Bundle> {
  const { bundle, problems } = readBundle(await readBundleFolder(folder), await readDictionary());
  if (!bundle) throw new ProblemsError(`${folder} cannot be used:`, problems);
  for (const problem of problems) console.warn(describeProblem(problem));
  return bundle;
}

/** The published bundle, encoded, with its catalogue. */
export async function readPublished(folder = 'data/published'): Promise<Prepared> {
  const [bundle, indicators, cubes] = await Promise.all([
    readWholeBundle(folder),
    readIndicators(),
    readDictionary()
  ]);
  const broken = brokenTerms(indicators, bundle, cubes);
  if (broken.length > 0) throw new Error(broken.join('\n'));
  return prepare(bundle, indicators, openDatabase);
}

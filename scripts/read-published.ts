import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OfficialCheck } from '../src/lib/domain/disclosure.ts';
import { Indicator } from '../src/lib/domain/indicator.ts';
import { describeProblem, ProblemsError, type Problem } from '../src/lib/domain/problem.ts';
import { brokenTerms } from '../src/lib/indicators/broken-terms.ts';
import { besideOfficial, standsAlone } from '../src/lib/db/beside-official.ts';
import { withOwnFigures } from '../src/lib/indicators/own.ts';
import { prepare, type Prepared } from '../src/lib/indicators/prepare.ts';
import type { Bundle, BundleFiles } from '../src/lib/sources/bundle.ts';
import { readBundle } from '../src/lib/sources/bundle-read.ts';
import { schemaProblems } from '../src/lib/sources/bundle-schema-problems.ts';
import { openDatabase } from '../src/lib/db/node.ts';
import { readBundleFolder } from './bundle-folder.ts';
import { CATALOGUE_FILE } from '../src/lib/db/catalogue.ts';
import type { Cube } from '../src/lib/domain/cube.ts';
import { officialFigures } from '../src/lib/store/official.ts';
import { readDictionary } from './dictionary.ts';
import { PUBLISHED } from './read-bundle.ts';

/** Every indicator of `data/indicators`, by file name. Throws with the file and place of what is wrong. */
export async function readIndicators(folder = 'data/indicators'): Promise<readonly Indicator[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const read = await Promise.all(
    files.map(async (file) => {
      const place = `${folder}/${file}`;
      const data = parseJson(await readFile(join(folder, file), 'utf8'), place);
      const parsed = Indicator.safeParse(data);
      if (!parsed.success)
        throw new ProblemsError('an indicator cannot be used:', schemaProblems(place, parsed.error, data));
      if (`${parsed.data.id}.json` !== file)
        throw new ProblemsError(`${place}: the id inside is “${parsed.data.id}”`, []);
      return parsed.data;
    })
  );
  const twice = read.filter(
    ({ role }, at) => role !== undefined && read.findIndex((each) => each.role === role) !== at
  );
  if (twice.length > 0)
    throw new ProblemsError(
      twice
        .map(
          ({ id, role }) =>
            `${folder}/${id}.json: role “${role ?? ''}” is played by another indicator already`
        )
        .join('\n'),
      []
    );
  return read;
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProblemsError(
      `${place} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      []
    );
  }
}

async function filesOf(folder: string): Promise<BundleFiles> {
  try {
    return await readBundleFolder(folder);
  } catch (error) {
    if (!(error instanceof Error) || 'code' in error) throw error;
    throw new ProblemsError(error.message, []);
  }
}

/**
 * A bundle folder, validated. Warnings are printed.
 * @throws {ProblemsError} with every problem; files are named as they are found from the project's folder.
 */
export async function readWholeBundle(folder = 'data/published'): Promise<Bundle> {
  const { bundle, problems } = readBundle(await filesOf(folder), await readDictionary());
  const placed = problems.map((problem) => ({ ...problem, file: `${folder}/${problem.file}` }));
  const of = (severity: Problem['severity']) => placed.filter((problem) => problem.severity === severity);
  for (const problem of of('warning')) console.warn(`warning: ${describeProblem(problem)}`);
  if (!bundle) throw new ProblemsError(`${folder} cannot be used:`, of('error'));
  return bundle;
}

/**
 * What a check of official figures counted, from the folder `disclosure` beside the bundle’s: `data/disclosure/published.json`
 * for `data/published`. A check of another release is none.
 */
async function officialCheck(folder: string, { manifest }: Bundle): Promise<OfficialCheck | undefined> {
  const file = join(dirname(folder), 'disclosure', `${basename(folder)}.json`);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const data = parseJson(text, file);
  const parsed = OfficialCheck.safeParse(data);
  if (!parsed.success)
    throw new ProblemsError(`${file} cannot be used:`, schemaProblems(file, parsed.error, data));
  if (manifest.sources.some(({ vintage }) => vintage === parsed.data.vintage)) return parsed.data;
  console.warn(`warning: ${file} is of the release ${parsed.data.vintage}, which is not loaded`);
  return undefined;
}

/** The published bundle, encoded, with its catalogue; `admit` sees it first, and throws of one that may not be told of. */
export async function readPublished(
  folder = 'data/published',
  admit: (bundle: Bundle) => void | Promise<void> = () => {}
): Promise<Prepared> {
  const [bundle, indicators, cubes] = await Promise.all([
    readWholeBundle(folder),
    readIndicators(),
    readDictionary()
  ]);
  await admit(bundle);
  const tables = new Map(bundle.tables.map(({ table }) => [table.id, table.cube]));
  const broken = brokenTerms(indicators, cubes, tables);
  if (broken.length > 0) throw new ProblemsError(broken.join('\n'), []);
  if (!standsAlone(bundle)) return besidePublished(bundle, indicators, cubes);
  const [{ catalogue, files }, official] = await Promise.all([
    prepare(bundle, indicators, openDatabase, cubes),
    officialCheck(folder, bundle)
  ]);
  if (official === undefined) return { catalogue, files };
  return { catalogue: { ...catalogue, withholding: { ...catalogue.withholding, official } }, files };
}

/** A partnership’s own figures with the published ones beside them, as one. */
async function besidePublished(
  own: Bundle,
  indicators: readonly Indicator[],
  cubes: ReadonlyMap<string, Cube>
): Promise<Prepared> {
  const { catalogue, files } = await readPublished(PUBLISHED);
  const figures = await officialFigures(own.manifest.areas, cubes, (name) => {
    const file =
      name === CATALOGUE_FILE ? new TextEncoder().encode(JSON.stringify(catalogue)) : files.get(name);
    return file === undefined ? Promise.reject(new Error(`no file ${name}`)) : Promise.resolve(file.slice());
  });
  const joint = besideOfficial(own, { catalogue, figures });
  return { catalogue: withOwnFigures(joint, indicators), files: new Map([...files, ...joint.files]) };
}

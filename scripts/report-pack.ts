/** Packs and templates as a command is given them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Pack, PackFile, PackTemplate, type Commentary } from '#lib/domain/pack.ts';
import { ProblemsError } from '#lib/domain/problem.ts';
import type { Standing } from '#lib/domain/standing.ts';
import { asDeclared } from '#lib/selection/pack-edit.ts';
import { schemaProblems } from '#lib/sources/bundle-schema-problems.ts';
import { packsOf } from '#lib/sources/bundle-packs.ts';
import { readCommentary } from '#lib/sources/commentary-file.ts';
import type { z } from '#lib/domain/zod.ts';
import { isZipFile, readBundleFolder } from './bundle-folder.ts';

/** Where templates are kept. */
export const REPORTS = 'data/reports';

export interface GivenPack {
  readonly pack: Pack;
  readonly commentary: readonly Commentary[];
}

async function jsonOf(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new ProblemsError(
      missing ? `there is no file ${file}` : `${file} is not JSON that can be read`,
      []
    );
  }
}

function checked<S extends z.ZodType>(schema: S, data: unknown, file: string, what: string): z.infer<S> {
  const parsed = schema.safeParse(data);
  if (!parsed.success)
    throw new ProblemsError(`${what} cannot be used:`, schemaProblems(file, parsed.error, data));
  return parsed.data;
}

const isTemplate = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'name' in data && 'parts' in data;

/** Every template there is, by id. Other files of the folder, such as headings of reports, are passed over. */
export async function readTemplates(folder = REPORTS): Promise<ReadonlyMap<string, PackTemplate>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const templates = new Map<string, PackTemplate>();
  for (const name of files) {
    const file = join(folder, name);
    const data = await jsonOf(file);
    if (!isTemplate(data)) continue;
    const template = checked(PackTemplate, data, file, 'a template');
    if (`${template.id}.json` !== name)
      throw new ProblemsError(`${file}: the id inside is “${template.id}”`, []);
    templates.set(template.id, template);
  }
  return templates;
}

/** What was written about the parts of a pack, in the folder `commentary` beside it. */
async function commentaryBeside(bundle: string, pack: string): Promise<readonly Commentary[]> {
  const folder = join(bundle, 'commentary');
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(
    names.filter((name) => /\.md$/i.test(name)).map((name) => readFile(join(folder, name), 'utf8'))
  );
  return texts.flatMap((text) => readCommentary(text) ?? []).filter((each) => each.pack === pack);
}

async function packInZip(id: string, bundle: string, standing: Standing): Promise<GivenPack> {
  const packs = packsOf(await readBundleFolder(bundle), standing);
  const found = packs.find(({ pack }) => pack.id === id);
  if (found !== undefined) return found;
  const there = packs.map(({ pack }) => pack.id).join(', ');
  throw new ProblemsError(
    `there is no pack ${id} in ${bundle}${there === '' ? '' : `. There are ${there}`}`,
    []
  );
}

/**
 * A pack from a file of its own, with its commentary, or from the folder `packs` of a bundle by its id.
 * @param standing what the bundle says of itself, and so of words that were typed into its folders
 */
export async function readPack(named: string, bundle: string, standing: Standing): Promise<GivenPack> {
  if (!/\.json$/i.test(named) && (await isZipFile(bundle))) return packInZip(named, bundle, standing);
  const file = /\.json$/i.test(named) ? named : join(bundle, 'packs', `${named}.json`);
  const data = await jsonOf(file);
  const looksWhole = typeof data === 'object' && data !== null && 'format' in data;
  if (looksWhole) {
    const { pack, commentary } = checked(PackFile, data, file, 'a pack');
    return { pack, commentary };
  }
  const pack = checked(Pack, data, file, 'a pack');
  return file === named
    ? { pack, commentary: [] }
    : asDeclared({ pack, commentary: await commentaryBeside(bundle, pack.id) }, standing);
}

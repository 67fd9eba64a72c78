import { readdir, readFile } from 'node:fs/promises';
import type { Cube } from '#lib/domain/cube.ts';
import { parseCubes } from '#lib/sources/cubes.ts';

const FOLDER = new URL('../data/cubes/', import.meta.url);

/** The dictionary of cubes from `data/cubes/`, by id. */
export async function readDictionary(): Promise<Map<string, Cube>> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json'));
  const files = await Promise.all(
    names.map(async (name) => [`data/cubes/${name}`, await readFile(new URL(name, FOLDER), 'utf8')] as const)
  );
  return parseCubes(Object.fromEntries(files));
}

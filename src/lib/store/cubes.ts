/** The dictionary of cubes, built into whatever reads bundles in the browser. */
import type { Cube } from '#lib/domain/cube.ts';
import { parseCubes } from '#lib/sources/cubes.ts';

const FILES = import.meta.glob<unknown>('/data/cubes/*.json', { eager: true, import: 'default' });

let once: ReadonlyMap<string, Cube> | undefined;

/** Every kind of count, by id. */
export function cubes(): ReadonlyMap<string, Cube> {
  once ??= parseCubes(FILES);
  return once;
}

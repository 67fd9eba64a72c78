/** The encoded bundle, as files on this machine. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const pathOf = (name: string) => join(process.cwd(), process.env['LENS_STATIC'] ?? 'static', 'bundle', name);

/** The whole address of a file of the encoded bundle. */
export function builtAddress(name: string): string {
  return pathToFileURL(pathOf(name)).href;
}

/** Reads a file of the encoded bundle, from `static/bundle` unless the site is being built of another. */
export async function readBuilt(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(pathOf(name)));
}

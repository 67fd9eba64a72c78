/** The encoded bundle, as files on this machine. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads a file of the encoded bundle from `static/bundle`. */
export async function readBuilt(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(process.cwd(), 'static', 'bundle', name)));
}

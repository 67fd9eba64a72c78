/** Writes the made-up partnership of the tests, raw, as a folder and as a zip. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBundle } from '../../src/lib/sources/bundle-write.ts';
import { writeZip } from '../../src/lib/sources/bundle-zip.ts';
import { madeBundle } from '../../tests/disclosure/made-bundle.ts';
import { writeBundleFolder } from '../bundle-folder.ts';
import { readDictionary } from '../dictionary.ts';

/** `run([folder])`: `<folder>/raw` and `<folder>/raw.zip`. Prints how many figures they hold. */
export async function run([folder = '']: string[]): Promise<number> {
  const bundle = madeBundle(await readDictionary());
  const files = writeBundle(bundle);
  await writeBundleFolder(join(folder, 'raw'), files);
  await writeFile(join(folder, 'raw.zip'), writeZip(files));
  console.log(String(bundle.tables.reduce((sum, { observations }) => sum + observations.length, 0)));
  return 0;
}

/** Writes the published figures as the browser takes them: static/bundle, made anew each time. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CATALOGUE_FILE } from '../src/lib/db/catalogue.ts';
import { readPublished } from './read-published.ts';

export const summary = 'data/published into what the browser loads (the build does this by itself)';

export async function run(_args: string[] = []): Promise<number> {
  const folder = join('static', 'bundle');
  const { catalogue, files } = await readPublished();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, stream] of files) await writeFile(join(folder, name), stream);
  await writeFile(join(folder, CATALOGUE_FILE), JSON.stringify(catalogue));
  const rows = catalogue.cubes.reduce((sum, cube) => sum + cube.rows, 0);
  const bytes = catalogue.cubes.reduce((sum, cube) => sum + cube.bytes, 0);
  console.log(
    `Encoded ${rows.toLocaleString('en-GB')} rows in ${String(files.size)} files, ${(bytes / 1e6).toFixed(1)} MB.`
  );
  return 0;
}

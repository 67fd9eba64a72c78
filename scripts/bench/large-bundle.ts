/** Copies the demonstration under the names of more authorities, until it holds as many rows as asked for. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BundleManifest } from '../../src/lib/domain/bundle.ts';
import { readFolder } from '../bundle-folder.ts';

const FROM = 'data/demo';
const ROUNDS = 'registers/rounds.csv';
const KINDS = new Set(['partnership', 'authority', 'locality']);

/** `run([folder, rows])`: writes the bundle of authorities, and prints its rows and bytes. */
export async function run([folder = '', wanted = '']: string[]): Promise<number> {
  const manifest = BundleManifest.parse(JSON.parse(await readFile(join(FROM, 'bundle.json'), 'utf8')));
  const areas = manifest.areas.filter(({ kind }) => KINDS.has(kind));
  const ids = new Set(areas.map(({ id }) => id));
  const files = await readFolder(FROM);
  const tables = manifest.tables.flatMap((table) => {
    const [header = '', ...rows] = new TextDecoder().decode(files.get(table.file)).trimEnd().split('\n');
    const ours = rows.filter((row) => ids.has(row.slice(0, row.indexOf(','))));
    return ours.length === 0 ? [] : [{ table, header, rows: ours }];
  });
  const times = Math.ceil(Number(wanted) / tables.reduce((sum, { rows }) => sum + rows.length, 0));
  const named = (text: string, time: number) => (time === 0 ? text : `${text}-${String(time + 1)}`);
  const written: Record<string, string> = Object.fromEntries(
    tables.map(({ table, header, rows }) => [
      table.file,
      [
        header,
        ...Array.from({ length: times }, (_, time) =>
          rows.map((row) => row.replace(/^[^,]*/, (area) => named(area, time)))
        ).flat()
      ].join('\n') + '\n'
    ])
  );
  written[ROUNDS] = new TextDecoder().decode(files.get(ROUNDS));
  const { disclosure: _, ...about } = manifest;
  const kept = new Set(tables.map(({ table }) => table.id));
  written['bundle.json'] = JSON.stringify({
    ...about,
    areas: Array.from({ length: times }, (_, time) =>
      areas.map(({ parent, ...area }) => ({
        ...area,
        id: named(area.id, time),
        slug: named(area.slug, time),
        name: time === 0 ? area.name : `${area.name} ${String(time + 1)}`,
        ...(parent !== undefined && ids.has(parent) ? { parent: named(parent, time) } : {})
      }))
    ).flat(),
    tables: tables.map(({ table }) => table),
    notes: about.notes.filter(({ table }) => table === undefined || kept.has(table))
  });
  for (const [path, text] of Object.entries(written)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const rows = tables.reduce((sum, table) => sum + table.rows.length * times, 0);
  console.log(JSON.stringify({ rows, bytes: Object.values(written).join('').length }));
  return 0;
}

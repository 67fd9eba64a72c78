/** A bundle that has its manifest: passed on as it is, but for tables that are raw and written otherwise than it says. */
import type { Cube } from '#lib/domain/cube.ts';
import { REGISTERS } from '#lib/domain/register.ts';
import { z } from '#lib/domain/zod.ts';
import type { BundleFiles } from '../bundle.ts';
import { MANIFEST, readManifest } from '../bundle-manifest.ts';
import { ProblemList } from '../bundle-problem-list.ts';
import { tidyFiles } from '../bundle-read.ts';
import { readCsv } from '../csv.ts';
import { refusePeople } from '../people.ts';
import { registerPath } from '../registers.ts';
import { csvShape } from './csv-shape.ts';
import { Placing } from './placing.ts';
import type { Recognised } from './recognised.ts';
import { isBlank } from './csv-records.ts';
import { contextOfFrame } from './tidy-context.ts';
import { tidyCsv } from './tidy-csv.ts';
import { UnknownKeys } from './unknown-keys.ts';
import type { KnownFile } from './unpack.ts';
import type { Say } from './progress.ts';

export interface Gathered {
  readonly files: BundleFiles;
  readonly list: ProblemList;
  readonly recognised: readonly Recognised[];
  readonly placing: Placing;
}

/** Where a bundle has a file of this name. */
export function placeInBundle(name: string): string {
  const register = /^(.*)\.csv$/i.exec(name)?.[1];
  if (name === MANIFEST || /^(readme|licen[cs]e)(\.\w+)?$/i.test(name)) return name;
  if (register !== undefined) return `${Object.hasOwn(REGISTERS, register) ? 'registers' : 'cubes'}/${name}`;
  if (/\.md$/i.test(name)) return `commentary/${name}`;
  return name;
}

const Protected = z.object({ protected: z.literal('no') });

/** The files of a bundle, by path inside it. */
export function bundleFiles(
  given: readonly KnownFile[],
  dictionary: ReadonlyMap<string, Cube>,
  say: Say
): Gathered {
  const flat = given.every(({ path }) => !path.includes('/'));
  const files = new Map(
    tidyFiles(new Map(given.map(({ path, content }) => [flat ? placeInBundle(path) : path, content])))
  );
  const [list, placing] = [new ProblemList(), new Placing()];
  const recognised: Recognised[] = [];
  for (const { path, kind } of given)
    if (kind === 'workbook' && !/\.csv$/i.test(path))
      list.error('bundle-and-workbook', path, () => ({
        message: 'a workbook was given with a bundle, and only one of them can be meant',
        remedy: 'Choose the workbook alone, or the bundle without it.'
      }));
  const manifest = files.get(MANIFEST);
  if (manifest instanceof Uint8Array && refusePeople(MANIFEST, manifest, list))
    return { files: new Map(), list, recognised, placing };
  const { frame, cubes } =
    manifest === undefined ? { cubes: dictionary } : readManifest(manifest, dictionary, new ProblemList());
  if (manifest === undefined || frame === undefined || !isRaw(manifest))
    return { files, list, recognised, placing };
  const context = contextOfFrame(frame, roundsIn(files));
  const unknown = new UnknownKeys();
  for (const table of frame.tables) {
    const [content, cube] = [files.get(table.file), cubes.get(table.cube)];
    if (cube === undefined || !(content instanceof Uint8Array)) continue;
    say(table.file, 0);
    const shape = csvShape(content, table.file, cubes);
    if ('problem' in shape) {
      if (shape.problem.rule !== 'large-file' && shape.problem.rule !== 'many-columns') continue;
      list.take([shape.problem]);
      files.delete(table.file);
      continue;
    }
    const tidied = tidyCsv({
      file: table.file,
      content,
      shape,
      cube,
      path: table.file,
      context,
      declared: table.dimensions,
      onPart: (part) => say(table.file, part)
    });
    if (tidied.table === undefined) {
      const refused = tidied.list.all().some(({ rule }) => rule === 'row-level');
      if (refused) files.delete(table.file);
      if (refused) list.take(tidied.list.all());
      continue;
    }
    files.set(table.file, tidied.table.content);
    placing.add(tidied.table.written);
    list.take(tidied.list.all());
    unknown.take(tidied.unknown);
    recognised.push(...tidied.recognised.all());
  }
  unknown.tell(list);
  return { files, list, recognised, placing };
}

function isRaw(manifest: string | Uint8Array): boolean {
  try {
    const text = typeof manifest === 'string' ? manifest : new TextDecoder().decode(manifest);
    return Protected.safeParse(JSON.parse(text.replace(/^\uFEFF/, ''))).success;
  } catch {
    return false;
  }
}

/** The rounds that are registered, by id. */
export function roundsIn(files: BundleFiles): { readonly id: string; readonly name: string }[] {
  const content = files.get(registerPath('rounds'));
  if (content === undefined) return [];
  const { header, rows } = readCsv(content, registerPath('rounds'));
  const at = header.indexOf('round');
  return rows.flatMap(({ cells }) => {
    const id = (cells[at] ?? '').trim();
    return id === '' || isBlank(cells) ? [] : [{ id, name: id }];
  });
}

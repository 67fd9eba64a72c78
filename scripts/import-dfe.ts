import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeProblem, ProblemsError } from '#lib/domain/problem.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { parseCubes } from '#lib/sources/cubes.ts';
import { GeographyChanges } from '#lib/sources/dfe-changes.ts';
import type { RawFile } from '#lib/sources/dfe-file.ts';
import { importDfe } from '#lib/sources/dfe-import.ts';
import { reportInWords } from '#lib/sources/dfe-report.ts';

export const summary = 'read a “Children in need” release into a bundle folder';

const HELP = `npm run lens -- import-dfe <folder of DfE CSVs> --out <bundle folder> [options]

  --neighbours <csv>   DfE’s statistical neighbours
  --population <csv>   population estimates to use instead of the release’s own
  --newer <words>      a later release that is known to exist, named on every page
  --json               print the report as JSON`;

const ROOT = join(import.meta.dirname, '..');

/** Imports a release; prints a report and returns 0, or prints every error, writes nothing and returns 1. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      neighbours: { type: 'string' },
      population: { type: 'string' },
      newer: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false }
    }
  });
  const [folder] = positionals;
  if (values.help || folder === undefined || values.out === undefined) {
    console.log(HELP);
    return values.help ? 0 : 1;
  }
  try {
    const cubes = readCubes();
    const { bundle, report } = importDfe({
      files: readFolder(folder),
      ...(values.neighbours === undefined ? {} : { neighbours: readRaw(values.neighbours) }),
      ...(values.population === undefined ? {} : { population: readRaw(values.population) }),
      ...(values.newer === undefined ? {} : { newer: values.newer }),
      changes: GeographyChanges.parse(
        JSON.parse(readFileSync(join(ROOT, 'data/geography/changes.json'), 'utf8'))
      ),
      cubes
    });
    const files = writeBundle(bundle);
    const { problems } = readBundle(files, cubes);
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
      throw new ProblemsError('the bundle that was made does not pass its own checks', errors);
    putInPlace(values.out, files);
    console.log(
      values.json
        ? JSON.stringify({ ok: true, ...report }, null, 2)
        : `${reportInWords(report)}\n\nWritten to ${values.out}`
    );
    return 0;
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    const [title = ''] = error.message.split('\n');
    if (values.json) console.log(JSON.stringify({ ok: false, title, problems: error.problems }, null, 2));
    else
      console.error(
        `${title}; nothing was written:\n${error.problems.map((found) => `  ${describeProblem(found)}`).join('\n')}`
      );
    return 1;
  }
}

function readCubes() {
  const folder = join(ROOT, 'data/cubes');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return parseCubes(
    Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  );
}

function readFolder(folder: string): RawFile[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw notThere(folder, 'there is no such folder');
  return readdirSync(folder)
    .filter((name) => /\.csv$/i.test(name))
    .toSorted()
    .map((name) => readRaw(join(folder, name)));
}

function readRaw(path: string): RawFile {
  if (!existsSync(path) || !statSync(path).isFile()) throw notThere(path, 'there is no such file');
  return { name: basename(path), bytes: readFileSync(path) };
}

function notThere(file: string, message: string): ProblemsError {
  const remedy = 'Check how it is spelled';
  return new ProblemsError('the release cannot be imported', [
    { severity: 'error', rule: 'not-there', file, message, remedy }
  ]);
}

/** Writes beside the folder first, then swaps the parts of the bundle in; other files in the folder stay. */
function putInPlace(out: string, files: ReadonlyMap<string, string>): void {
  const staging = `${out.replace(/\/+$/, '')}.new-${process.pid}`;
  rmSync(staging, { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(staging, path)), { recursive: true });
    writeFileSync(join(staging, path), text);
  }
  mkdirSync(out, { recursive: true });
  for (const part of ['bundle.json', 'cubes', 'registers']) {
    rmSync(join(out, part), { recursive: true, force: true });
    if (existsSync(join(staging, part))) renameSync(join(staging, part), join(out, part));
  }
  rmSync(staging, { recursive: true, force: true });
}

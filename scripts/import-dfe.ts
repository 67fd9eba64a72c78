import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeProblem, ProblemsError } from '#lib/domain/problem.ts';
import { GeographyChanges } from '#lib/sources/dfe-changes.ts';
import { groupProblems } from '#lib/sources/dfe-grouping.ts';
import { importChecked } from '#lib/sources/dfe-checked.ts';
import { hasLosses, type ImportReport, reportInWords } from '#lib/sources/dfe-report.ts';
import { writeBundleFolder } from './bundle-folder.ts';
import { readDictionary } from './dictionary.ts';
import { readRaw, readReleaseFolder } from './release-folder.ts';

export const summary = 'a “Children in need” release of the Department for Education into a bundle folder';

const HELP = `npm run lens -- import-dfe <folder of DfE CSVs> --out <bundle folder> [options]

  --neighbours <csv>   DfE’s statistical neighbours
  --population <csv>   population estimates to use instead of the release’s own
  --ages <csv>         ONS estimates by single year of age, for rates at each age
  --newer <words>      a later release that is known to exist, named on every page
  --json               print the report as JSON (npm run -s keeps npm’s own lines out of it)
  --help

It ends with 0 where everything was imported, with 3 where it was imported and something is missing or to be looked at
(the report opens with it), with 1 where nothing was written, with 2 where the command was not understood.`;

const WITH_LOSSES = 3;

const CHANGES = join(import.meta.dirname, '..', 'data', 'geography', 'changes.json');

interface Options {
  readonly folder: string;
  readonly out: string;
  readonly neighbours?: string;
  readonly population?: string;
  readonly ages?: string;
  readonly newer?: string;
}

/**
 * Imports a release and prints a report. Returns the exit code: 0 imported whole, 1 the release could not be used
 * (every error printed, nothing written), 2 the command was not understood, 3 imported, but something is missing or to
 * be looked at.
 */
export async function run(args: string[]): Promise<number> {
  const given = readArguments(args);
  if (typeof given === 'string') {
    console.error(`${given}\n\n${HELP}`);
    return 2;
  }
  const { values, positionals } = given;
  const [folder] = positionals;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (folder === undefined || values.out === undefined || positionals.length > 1) {
    console.error(`one folder to read and --out <bundle folder> are needed\n\n${HELP}`);
    return 2;
  }
  try {
    const report = await importFolder({ ...values, folder, out: values.out });
    const words = `${reportInWords(report)}\n\nWritten to ${values.out}`;
    console.log(values.json ? JSON.stringify({ ok: true, ...report }, null, 2) : words);
    return hasLosses(report) ? WITH_LOSSES : 0;
  } catch (error) {
    const problems = error instanceof ProblemsError ? error.problems : [];
    const first = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const title = `${first}; nothing was written`;
    const lines = groupProblems(problems).map((found) => `  ${describeProblem(found)}`);
    if (values.json) console.log(JSON.stringify({ ok: false, title, problems }, null, 2));
    else console.error([title, ...lines].join('\n'));
    return 1;
  }
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        neighbours: { type: 'string' },
        population: { type: 'string' },
        ages: { type: 'string' },
        newer: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false }
      }
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function importFolder({
  folder,
  out,
  neighbours,
  population,
  ages,
  newer
}: Options): Promise<ImportReport> {
  const cubes = await readDictionary();
  const { files, report } = importChecked({
    ...readReleaseFolder(folder),
    ...(neighbours === undefined ? {} : { neighbours: readRaw(neighbours) }),
    ...(population === undefined ? {} : { population: readRaw(population) }),
    ...(ages === undefined ? {} : { ages: readRaw(ages) }),
    ...(newer === undefined ? {} : { newer }),
    changes: GeographyChanges.parse(JSON.parse(readFileSync(CHANGES, 'utf8'))),
    cubes
  });
  await writeBundleFolder(out, files);
  return report;
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from '#lib/domain/zod.ts';
import { Area } from '#lib/domain/area.ts';
import type { Cube } from '#lib/domain/cube.ts';
import { isoDate } from '#lib/domain/dates.ts';
import { periodOf } from '#lib/domain/period.ts';
import { StarterTemplate, WorkbookTemplate } from '#lib/domain/template.ts';
import { chosenSheet, type ChosenSheet } from '#lib/exports/template-rows.ts';
import { lastFourQuarters, MOST_PERIODS, periodsBetween } from '#lib/exports/template-periods.ts';
import { templateFiles } from '#lib/exports/templates.ts';
import { makeStarter, makeWorkbook } from '#lib/exports/workbook.ts';
import type { Asked } from '#lib/exports/workbook-pivot.ts';
import { cubeNamed, plain } from '#lib/sources/given/layout.ts';
import { didYouMean, nearest } from '#lib/sources/given/nearness.ts';
import { starterFor, workbookFor } from '#lib/exports/template-nation.ts';
import { cubesFor, type Nation } from '#lib/domain/nation.ts';
import { NATIONS, nationOf } from '#lib/sources/nations.ts';
import { readDictionary } from './dictionary.ts';

export const summary = 'a workbook, a starter sheet and CSVs to fill in with figures of your own';

const HELP = `npm run lens -- templates --out <folder> [options]

  --areas <names or codes>   separated by commas, such as leeds,855; “Your area” where none are given
  --periods <ids>            separated by commas, or from one to another: 2025Q1-2025Q4, 2022-2025, at20251231;
                             the four quarters that ended last where none are given
  --cubes <ids>              separated by commas; those that the workbook asks for first where none are given
  --nation <name>            england, wales, scotland or northern-ireland: its years, tiers, categories and ages
  --all                      every row of each cube, not only the usual ones
  --json                     print what was written as JSON
  --help

It writes own-figures.xlsx, starter.xlsx and the folder csv.`;

const DATA = join(import.meta.dirname, '..', 'data');

interface Options {
  readonly out: string;
  readonly areas?: string;
  readonly periods?: string;
  readonly cubes?: string;
  readonly nation?: string;
  readonly all?: boolean;
}

class Misunderstood extends Error {}

/**
 * Writes the templates. Returns the exit code: 0 written, 2 the command was not understood.
 * @param today by which “last” is meant
 */
export async function run(args: string[], today = isoDate(new Date())): Promise<number> {
  const fail = (message: string) => {
    console.error(`${message}\n\n${HELP}`);
    return 2;
  };
  try {
    const { values } = readArguments(args);
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    if (values.out === undefined) return fail('--out <folder> is needed');
    const written = await writeTemplates({ ...values, out: values.out }, today);
    console.log(
      values.json ? JSON.stringify({ ok: true, ...written }, null, 2) : inWords(values.out, written)
    );
    return 0;
  } catch (error) {
    if (error instanceof Misunderstood || error instanceof TypeError) return fail(error.message);
    throw error;
  }
}

function readArguments(args: string[]) {
  return parseArgs({
    args,
    options: {
      out: { type: 'string' },
      areas: { type: 'string' },
      periods: { type: 'string' },
      cubes: { type: 'string' },
      nation: { type: 'string' },
      all: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' }
    }
  });
}

const listed = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

async function readJson<S extends z.ZodType>(file: string, schema: S): Promise<z.infer<S>> {
  return schema.parse(JSON.parse(await readFile(join(DATA, file), 'utf8')));
}

async function areasOf(text: string | undefined): Promise<string[]> {
  if (text === undefined) return ['Your area'];
  const { areas } = await readJson('published/bundle.json', z.object({ areas: z.array(Area) }));
  return listed(text).map((given) => {
    const wanted = plain(given);
    const found = areas.find(({ id, slug, name, codes }) =>
      [id, slug, name, ...codes.map(({ code }) => code)].some((known) => plain(known) === wanted)
    );
    if (found === undefined) {
      const near = nearest(given, areas);
      console.error(
        `“${given}” is no area that is known.${near.length === 0 ? '' : ` ${didYouMean(near, ({ name }) => name)}`} The sheets name it as it was written: that is right for a locality or a partnership of your own.`
      );
    }
    return found?.name ?? given;
  });
}

function nationAsked(text: string | undefined): Nation | undefined {
  const found = nationOf(text);
  if (text !== undefined && found === undefined)
    throw new Misunderstood(
      `“${text}” is no nation that is known; there are: ${NATIONS.map(({ id }) => id).join(', ')}`
    );
  return found;
}

function periodsOf(text: string | undefined, today: string, nation: Nation | undefined): readonly string[] {
  if (text === undefined) return lastFourQuarters(today, nation?.calendar);
  const ids = listed(text).flatMap((part) => {
    const [from = '', to] = part.split(/[-–]/);
    const between = to === undefined ? [from] : periodsBetween(from, to);
    if (between.length === 0 || between.some((id) => periodOf(id) === undefined))
      throw new Misunderstood(`“${part}” names no period`);
    return between;
  });
  if (ids.length > MOST_PERIODS)
    throw new Misunderstood(`${ids.length} periods are more than a sheet can hold to be read`);
  return [...new Set(ids)];
}

function sheetsOf(
  { sheets }: WorkbookTemplate,
  cubes: ReadonlyMap<string, Cube>,
  { cubes: named, all }: Pick<Options, 'cubes' | 'all'>
): ChosenSheet[] {
  const wanted =
    named === undefined
      ? undefined
      : listed(named).map((text) => {
          const cube = cubeNamed(cubes, text);
          const has = sheets.some((sheet) => sheet.cube === cube?.id);
          if (cube === undefined || !has)
            throw new Misunderstood(
              `“${text}” is no cube to fill in; there are: ${sheets.map((sheet) => sheet.cube).join(', ')}`
            );
          return cube.id;
        });
  return sheets.flatMap((sheet) => {
    const cube = cubes.get(sheet.cube);
    if (cube === undefined || !(wanted?.includes(cube.id) ?? sheet.chosen)) return [];
    return [chosenSheet(cube, sheet, all === true ? sheet.rows.map(({ id }) => id) : undefined)];
  });
}

interface Written extends Asked {
  readonly cubes: readonly string[];
  readonly files: readonly string[];
}

async function writeTemplates(options: Options, today: string): Promise<Written> {
  const nation = nationAsked(options.nation);
  const dictionary = await readDictionary();
  const [usual, usualStarter] = await Promise.all([
    readJson('templates/workbook.json', WorkbookTemplate),
    readJson('templates/starter.json', StarterTemplate)
  ]);
  const cubes = nation === undefined ? dictionary : cubesFor(dictionary, { nation, categories: [] });
  const workbook = nation === undefined ? usual : workbookFor(usual, nation);
  const starter = nation === undefined ? usualStarter : starterFor(usualStarter, nation);
  const asked: Asked = {
    areas: await areasOf(options.areas),
    periods: periodsOf(options.periods, today, nation),
    ...(nation === undefined ? {} : { nation })
  };
  const sheets = sheetsOf(workbook, cubes, options);
  const files = new Map<string, string | Uint8Array>([
    ['own-figures.xlsx', makeWorkbook(sheets, asked)],
    ['starter.xlsx', makeStarter(starter.rows, cubes, asked)],
    ...[...templateFiles(sheets, asked)].map(([path, content]) => [join('csv', path), content] as const)
  ]);
  for (const [path, content] of files) {
    const file = join(options.out, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return {
    areas: asked.areas,
    periods: asked.periods,
    cubes: sheets.map(({ cube }) => cube.id),
    files: [...files.keys()]
  };
}

function inWords(out: string, { areas, periods, cubes, files }: Written): string {
  return [
    `${files.length} files to fill in are in ${out}:`,
    `  own-figures.xlsx  one sheet for each of: ${cubes.join(', ')}`,
    '  starter.xlsx      twelve figures for a first meeting',
    '  csv               the same as tidy CSVs; its README.md says how',
    '',
    `Areas: ${areas.join(', ')}`,
    `Periods: ${periods.join(', ')}`
  ].join('\n');
}

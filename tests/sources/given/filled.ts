/** Workbooks as the templates make them, filled in as somebody would. */
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Problem } from '#lib/domain/problem.ts';
import { ALL, type Cube } from '#lib/domain/cube.ts';
import { periodOf } from '#lib/domain/period.ts';
import { StarterTemplate, WorkbookTemplate } from '#lib/domain/template.ts';
import { chosenSheet, type ChosenSheet } from '#lib/exports/template-rows.ts';
import type { Asked } from '#lib/exports/workbook-pivot.ts';
import { makeStarter, makeWorkbook } from '#lib/exports/workbook.ts';
import { readBundle, type BundleReading } from '#lib/sources/bundle-read.ts';
import { writeCsv } from '#lib/sources/csv.ts';
import { dimensionNamed, memberNamed, whomOf } from '#lib/sources/given/layout.ts';
import { headRow, readHead } from '#lib/sources/given/pivot-head.ts';
import {
  BLANK,
  columnLetters,
  textOf,
  type Sheet,
  type SheetCell,
  type Supplied
} from '#lib/sources/given/sheet.ts';
import { unpivot } from '#lib/sources/given/unpivot.ts';
import { readWorkbook } from '#lib/sources/given/workbook-read.ts';
import { ProblemList } from '#lib/sources/bundle-problem-list.ts';
import { readDictionary } from '../../../scripts/dictionary.ts';

export const cubes: ReadonlyMap<string, Cube> = await readDictionary();

const template = (name: string): unknown => JSON.parse(readFileSync(`data/templates/${name}.json`, 'utf8'));
export const workbookTemplate = WorkbookTemplate.parse(template('workbook'));
export const starterTemplate = StarterTemplate.parse(template('starter'));

export const ASKED: Asked = { areas: ['Riverbank', 'Hilltop'], periods: ['2025Q3', '2025Q4'] };

/** The sheets of these cubes with every group of rows. */
export function sheetsOf(...ids: readonly string[]): ChosenSheet[] {
  return workbookTemplate.sheets.flatMap((sheet) => {
    const cube = cubes.get(sheet.cube);
    const wanted = sheet.rows.map(({ id }) => id).filter((id) => id !== 'ages');
    return cube === undefined || (ids.length > 0 && !ids.includes(cube.id))
      ? []
      : [chosenSheet(cube, sheet, wanted)];
  });
}

export const workbook = (...ids: readonly string[]) => makeWorkbook(sheetsOf(...ids), ASKED);
export const starter = () =>
  makeStarter(starterTemplate.rows, cubes, {
    areas: ['Riverbank'],
    periods: ['2025Q1', '2025Q2', '2025Q3', '2025Q4']
  });

/** The sheets of a workbook that must be readable. */
export function read(bytes: Uint8Array): readonly Sheet[] {
  const { sheets, problems } = readWorkbook(bytes, 'Own.xlsx');
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return sheets;
}

/** A count for each cell, such that members of a whole partition add up to its total. */
function countOf(cube: Cube, members: Readonly<Record<string, string>>): number {
  return cube.dimensions.reduce(
    (product, { id, members: all }) => product * ((members[id] ?? ALL) === ALL ? Math.max(2, all.length) : 1),
    1
  );
}

export const number = (value: number): SheetCell => ({ kind: 'number', value, text: String(value) });
export const text = (words: string): SheetCell => ({ kind: 'text', text: words });

/** The same sheet with other cells, by their address (`C7`). */
export function withCells(sheet: Sheet, cells: Readonly<Record<string, SheetCell>>): Sheet {
  const rows = sheet.rows.map((row) => [...row]);
  for (const [address, cell] of Object.entries(cells)) {
    const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const at = Number(digits) - 1;
    while (rows.length <= at) rows.push([]);
    const row = (rows[at] ??= []);
    while (row.length < column) row.push(BLANK);
    row[column] = cell;
  }
  return { ...sheet, rows };
}

/** Every cell of a pivot filled in; other sheets as they are. */
export function fill(sheet: Sheet): Sheet {
  const at = headRow(sheet);
  const head = at === -1 ? undefined : readHead(sheet, at, cubes, new ProblemList());
  if (head === undefined) return sheet;
  const cells: Record<string, SheetCell> = {};
  sheet.rows.forEach((row, index) => {
    const cube = head.cube ?? [...cubes.values()].find(({ name }) => name === textOf(row[head.table ?? -1]));
    if (index <= at || cube === undefined || textOf(row[head.counted]) === '') return;
    const said = whomOf(cube, head.whom === undefined ? '' : textOf(row[head.whom]));
    const members: Record<string, string> = { ...('members' in said ? said.members : {}) };
    for (const { id, at: column } of head.dimensions) {
      const dimension = dimensionNamed(cube, id);
      if (dimension !== undefined) members[id] = memberNamed(dimension, textOf(row[column]));
    }
    const of = head.part !== undefined && textOf(row[head.part]) === 'out of';
    for (const [place, { at: column }] of head.periods.entries())
      cells[`${columnLetters(column)}${index + 1}`] = number(
        countOf(cube, members) * (place + 1) * (of ? 2 : 1)
      );
  });
  return withCells(sheet, cells);
}

export const ABOUT: Readonly<Record<string, string>> = {
  title: 'Riverbank: neglect',
  publisher: 'Riverbank Safeguarding Partnership',
  'source title': 'Case system',
  'source edition': 'Quarter 4',
  'supplied on': '2025-04-20',
  licence: 'Not for publication'
};

/** The sheets of a workbook, filled in throughout, the about sheet too. */
export function filled(bytes: Uint8Array): readonly Sheet[] {
  return read(bytes).map((sheet) => {
    if (sheet.name !== 'About') return fill(sheet);
    const cells = sheet.rows.flatMap((row, index) => {
      const value = ABOUT[textOf(row[0])];
      return value === undefined ? [] : [[`B${index + 1}`, text(value)] as const];
    });
    return withCells(sheet, Object.fromEntries(cells));
  });
}

/** What was supplied as a bundle that is read; areas go by their names. */
export function bundleOf({ tables }: Supplied): BundleReading {
  const at = (column: string) => [
    ...new Set(
      tables.flatMap(({ header, rows }) => rows.map(({ cells }) => cells[header.indexOf(column)] ?? ''))
    )
  ];
  const manifest = {
    id: 'own',
    title: 'Own figures',
    publisher: 'Riverbank',
    audience: 'restricted',
    protected: 'no',
    protection: 'None.',
    licence: 'None',
    sources: [
      { id: 'own', publisher: 'Riverbank', title: 'Own', edition: '1', vintage: '1', licence: 'None' }
    ],
    areas: at('area').map((name) => ({
      id: name,
      slug: name.toLowerCase(),
      kind: 'authority',
      name,
      codes: []
    })),
    periods: at('period').map((id) => periodOf(id)),
    tiers: [],
    agencies: [],
    categories: [],
    ageBands: [],
    tables: tables.map(({ cube, name, header, title }) => ({
      id: name,
      file: `cubes/${name}.csv`,
      cube,
      source: 'own',
      title,
      dimensions: header.slice(3, header.indexOf('value'))
    })),
    notes: [],
    terms: { board: 'board', assessment: 'assessment', tool: 'tool' }
  };
  const files = new Map([
    ['bundle.json', JSON.stringify(manifest)],
    ...tables.map(
      ({ name, header, rows }) =>
        [
          `cubes/${name}.csv`,
          writeCsv(
            header,
            rows.map(({ cells }) => cells)
          )
        ] as const
    )
  ]);
  return readBundle(files, cubes);
}

/** Everything that is wrong with these sheets, as `sheet!column row: rule`. */
export function saidOf(sheets: readonly Sheet[]): string[] {
  return unpivot(sheets, cubes).problems.map(placeAndRule);
}

export const placeAndRule = ({ file, column, row, rule }: Problem) =>
  `${file.split(' › ').at(-1) ?? ''}!${column ?? ''}${row ?? ''}: ${rule}`;

/** The bytes of a made workbook with parts of its XML changed, as a spreadsheet would write them. */
export function rewritten(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const found = files[path];
  if (found === undefined) throw new Error(`no ${path}`);
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(found))) });
}

/** A workbook’s bytes with numbers typed into the blank cells of a sheet (by its number), as a spreadsheet saves them. */
export function typed(bytes: Uint8Array, sheet: number, value: (address: string) => number): Uint8Array {
  return rewritten(bytes, `xl/worksheets/sheet${sheet}.xml`, (xml) =>
    xml.replace(
      /<c r="([A-Z]+\d+)" s="5"\/>/g,
      (_, address: string) => `<c r="${address}" s="5"><v>${value(address)}</v></c>`
    )
  );
}

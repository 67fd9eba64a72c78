/** Tidy CSV templates: rows to fill in, blank until they are, so that none can be loaded as data by mistake. */
import { ALL, type Cube } from '#lib/domain/cube.ts';
import type { Nation } from '#lib/domain/nation.ts';
import { STATUS_CODES, REASON_WORDS, reasonOf } from '#lib/domain/cell.ts';
import { REGISTERS, type RegisterName } from '#lib/domain/register.ts';
import { tableColumns, type BundleFiles } from '#lib/sources/bundle.ts';
import { writeZip } from '#lib/sources/bundle-zip.ts';
import { writeCsv } from '#lib/sources/csv.ts';
import { tableName } from '#lib/sources/given/layout.ts';
import { registerColumns, registerPath } from '#lib/sources/registers.ts';
import { supplyText } from '#lib/words/supply.ts';
import type { ChosenSheet } from './template-rows.ts';
import { aboutLines, REGISTER_WORDS } from './workbook-beside.ts';
import { periodMeaning } from './workbook-lists.ts';
import { dateRule, unitRule, type Asked } from './workbook-pivot.ts';

/** `plans.csv`: the header of a cube’s table, and its rows without their figures. */
export function cubeCsv({ cube, rows, dimensions }: ChosenSheet, { areas, periods }: Asked): string {
  const columns = tableColumns(cube, dimensions);
  const blank = columns.slice(3 + dimensions.length).map(() => '');
  const body = areas.flatMap((area) =>
    rows.flatMap(({ measure, members }) =>
      periods.map((period) => [
        area,
        period,
        measure,
        ...dimensions.map((id) => members[id] ?? ALL),
        ...blank
      ])
    )
  );
  return writeCsv(columns, body, { bom: true });
}

/** `about.csv`: what is asked of the figures as a whole, with the areas filled in. */
export function aboutCsv(areas: readonly string[], nation?: Nation): string {
  return writeCsv(
    ['key', 'value'],
    aboutLines(areas, nation).map(({ key, value }) => [key, value]),
    { bom: true }
  );
}

function registerNames(): RegisterName[] {
  return Object.keys(REGISTERS).filter((name): name is RegisterName => Object.hasOwn(REGISTERS, name));
}

/** A row as it looks when it is filled in: for reading, in a file that is never loaded. */
function example({ cube, rows, dimensions }: ChosenSheet, { areas, periods }: Asked): string[] {
  const [row] = rows;
  if (row === undefined) return [];
  const key = [
    areas[0] ?? '',
    periods[0] ?? '',
    row.measure,
    ...dimensions.map((id) => row.members[id] ?? ALL)
  ];
  const filled = cube.outOf ? ['12', '31', '', '', ''] : ['12', '', ''];
  const none = cube.outOf ? ['', '', 'z', '', 'z'] : ['', 'z', ''];
  return [
    'Counted:',
    `    ${tableColumns(cube, dimensions).join(',')}`,
    `    ${[...key, ...filled].join(',')}`,
    'Nothing to count, so not applicable:',
    `    ${[...key, ...none].join(',')}`
  ];
}

function cubeGuide(sheet: ChosenSheet, asked: Asked): string {
  const { cube, dimensions, rows } = sheet;
  const measures = new Set(rows.map(({ measure }) => measure));
  const shown = cube.dimensions.filter(({ id }) => dimensions.includes(id));
  return [
    `## ${tableName(cube)}.csv: ${cube.name}`,
    '',
    cube.about,
    '',
    `- Unit: ${unitRule(cube, measures)}`,
    `- When: ${dateRule(cube, measures)}`,
    ...cube.supply.map((supply) => `- ${supplyText(supply)}. ${supply.recipe}`),
    ...cube.measures.filter(({ id }) => measures.has(id)).map(({ id, name }) => `- measure ${id}: ${name}`),
    ...shown.flatMap(({ id, name, members, note, open }) => [
      `- ${id}: ${name}. ${note ?? ''}`.trim(),
      `  - ${ALL}: the total`,
      ...members.map((member) => `  - ${member.id}: ${member.name}`),
      ...(open === undefined ? [] : ['  - and ids of your own, named in about.csv or a register'])
    ]),
    '',
    ...example(sheet, asked)
  ].join('\n');
}

/** `README.md`: how to fill in each file, with codes and examples; a file of this name is never read as data. */
export function templateGuide(sheets: readonly ChosenSheet[], asked: Asked): string {
  const statuses = STATUS_CODES.map((code) => `- ${code}: ${REASON_WORDS[reasonOf(code)]}`);
  return [
    '# Templates for own figures',
    '',
    'One file for each kind of count, one row for each figure. Counts only, never a row for each child.',
    'Write the count in “value”, 0 for a true zero. Where there is no figure, leave “value” blank and write why in “status”.',
    'Delete rows that you do not supply: a row that is not there is “not supplied”.',
    'A row with neither is an error, so these files cannot be loaded before they are filled in.',
    '',
    '## Status',
    '',
    ...statuses,
    '',
    '## Periods',
    '',
    ...asked.periods.map((id) => `- ${id}: ${periodMeaning(id, asked.nation?.calendar)}`),
    '',
    '## about.csv',
    '',
    ...aboutLines(asked.areas, asked.nation).map(
      ({ key, meaning, needed }) => `- ${key}: ${meaning}${needed ? '' : ' May stay blank.'}`
    ),
    '',
    ...sheets.flatMap((sheet) => [cubeGuide(sheet, asked), '']),
    '## registers',
    '',
    ...registerNames().map(
      (name) =>
        `- ${registerPath(name)}: ${REGISTER_WORDS[name][1]} Columns: ${registerColumns(name).join(', ')}.`
    ),
    ''
  ].join('\n');
}

/** Every template by its path: a CSV of each cube, `about.csv`, the registers, and how to fill them in. */
export function templateFiles(sheets: readonly ChosenSheet[], asked: Asked): BundleFiles {
  return new Map([
    ['README.md', templateGuide(sheets, asked)],
    ['about.csv', aboutCsv(asked.areas, asked.nation)],
    ...sheets.map((sheet) => [`${tableName(sheet.cube)}.csv`, cubeCsv(sheet, asked)] as const),
    ...registerNames().map(
      (name) => [registerPath(name), writeCsv(registerColumns(name), [], { bom: true })] as const
    )
  ]);
}

/** The templates as one zip. */
export function makeTemplatesZip(sheets: readonly ChosenSheet[], asked: Asked): Uint8Array<ArrayBuffer> {
  return writeZip(templateFiles(sheets, asked));
}

/** The names of cubes that a partnership cannot count itself: others publish them. */
export function isPublishedOnly(cube: Cube): boolean {
  return cube.supply.every(({ by }) => by === 'published');
}

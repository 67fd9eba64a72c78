/** What each row of a pivot says that it counts. */
import type { Cube } from '#lib/domain/cube.ts';
import type { ProblemList } from '../bundle-problem-list.ts';
import { COLUMNS, cubeNamed, measureNamed, memberNamed, PARTS, plain, whomOf } from './layout.ts';
import type { PivotHead } from './pivot-head.ts';
import { columnLetters, sheetFile, textOf, type Sheet, type SheetCell } from './sheet.ts';

export type Part = keyof typeof PARTS;

/** A row of the sheet with what its labels came to. */
export interface LabelledRow {
  /** Its index in the sheet. */
  readonly index: number;
  readonly cube: Cube;
  readonly area: string;
  readonly measure: string;
  readonly members: Readonly<Record<string, string>>;
  readonly part: Part;
}

/** A sheet with its header read, and where to tell what is wrong with its cells. */
export class PivotSheet {
  readonly sheet: Sheet;
  readonly head: PivotHead;
  readonly list: ProblemList;
  readonly file: string;

  constructor(sheet: Sheet, head: PivotHead, list: ProblemList) {
    this.sheet = sheet;
    this.head = head;
    this.list = list;
    this.file = sheetFile({ file: sheet.file, sheet: sheet.name });
  }

  cell(index: number, at: number | undefined): SheetCell | undefined {
    return at === undefined ? undefined : this.sheet.rows[index]?.[at];
  }

  text(index: number, at: number | undefined): string {
    return textOf(this.cell(index, at));
  }

  isBlank(index: number, at: number): boolean {
    return (this.cell(index, at)?.kind ?? 'blank') === 'blank';
  }

  error(rule: string, index: number, at: number | undefined, message: string, remedy: string): void {
    this.list.error(rule, this.file, () => ({
      row: index + 1,
      ...(at === undefined ? {} : { column: columnLetters(at), value: this.text(index, at) }),
      message,
      remedy
    }));
  }
}

/** The rows that say what they count; totals, headings and notes that stand among them are left out. */
export function labelledRows(pivot: PivotSheet, cubes: ReadonlyMap<string, Cube>): LabelledRow[] {
  const rows: LabelledRow[] = [];
  for (let index = pivot.head.row + 1; index < pivot.sheet.rows.length; index += 1) {
    if ((pivot.sheet.rows[index] ?? []).every(({ kind }) => kind === 'blank')) continue;
    const row = isBeside(pivot, index) ? undefined : labelsOf(pivot, index, cubes);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** Whether a row is a total, a heading or a note that stands among the rows: nothing says what it counts. */
function isBeside(pivot: PivotSheet, index: number): boolean {
  const { counted, area, table, dimensions, whom, part } = pivot.head;
  if (isHeadAgain(pivot, index)) return true;
  if (pivot.text(index, counted) !== '') return false;
  const labels = [area, table, whom, part, ...dimensions.map(({ at }) => at)].map((at) =>
    pivot.text(index, at)
  );
  const first = labels.find((text) => text !== '') ?? pivot.text(index, 0);
  const numbers = pivot.head.periods.some(({ at }) => pivot.cell(index, at)?.kind === 'number');
  if (!numbers && labels.filter((text) => text !== '').length <= 1) return true;
  if (/^(grand )?totals?\b|^sum\b|^all rows/i.test(first)) {
    pivot.list.warning('total-not-read', pivot.file, () => ({
      row: index + 1,
      value: first,
      message: 'the row looks like a total added to the sheet, and was not read',
      remedy: 'Nothing needs to be done: totals have rows of their own, marked “All”.'
    }));
    return true;
  }
  pivot.error(
    'no-label',
    index,
    counted,
    'figures stand in a row that does not say what is counted',
    `Fill in “${COLUMNS.counted}”, or delete the row.`
  );
  return true;
}

/** Whether a row is the header once more, which the list then says. */
function isHeadAgain(pivot: PivotSheet, index: number): boolean {
  const { row, area, counted, periods } = pivot.head;
  const isLike = (at: number) => plain(pivot.text(index, at)) === plain(pivot.text(row, at));
  if (!isLike(area) || !isLike(counted)) return false;
  const place = { row: index + 1, column: columnLetters(area), value: pivot.text(index, area) };
  if (periods.every(({ at }) => isLike(at)))
    pivot.list.warning('header-repeated', pivot.file, () => ({
      ...place,
      message: `the headings are repeated in row ${index + 1}, which was not read`,
      remedy: 'Nothing needs to be done: the rows below it were read under the headings at the top.'
    }));
  else
    pivot.list.error('header-repeated', pivot.file, () => ({
      ...place,
      message: `the headings are repeated in row ${index + 1}, with other periods than in row ${row + 1}`,
      remedy:
        'Put the rows below it on a sheet of their own, or their periods into columns beside the others, and delete the row.'
    }));
  return true;
}

function labelsOf(
  pivot: PivotSheet,
  index: number,
  cubes: ReadonlyMap<string, Cube>
): LabelledRow | undefined {
  const { cube: only, table, area, counted, whom, dimensions, part: partAt } = pivot.head;
  const cube = only ?? cubeNamed(cubes, pivot.text(index, table));
  if (cube === undefined) {
    const names = [...cubes.values()].map(({ name }) => `“${name}”`).join(', ');
    pivot.error('unknown-table', index, table, 'there is no such table', `Write one of ${names}.`);
    return undefined;
  }
  const measure = measureNamed(cube, pivot.text(index, counted));
  if (measure === undefined) {
    const names = cube.measures.map(({ name }) => `“${name}”`).join(', ');
    pivot.error(
      'unknown-measure',
      index,
      counted,
      `“${cube.name}” does not count this`,
      `Write one of ${names}.`
    );
    return undefined;
  }
  if (pivot.text(index, area) === '') {
    pivot.error('no-area', index, area, 'the area is blank', 'Write the name or the code of the area.');
    return undefined;
  }
  const said = whomOf(cube, pivot.text(index, whom));
  if ('bad' in said) {
    const names = cube.dimensions.map(({ name }) => `“${name}”`).join(', ');
    pivot.error(
      'unknown-dimension',
      index,
      whom,
      `“${said.bad}” does not say which of whom`,
      `Write it as “Latest category: Neglect; Age: 7 to 15”, with ${names}, or “All”.`
    );
    return undefined;
  }
  const part = partOf(pivot, index, partAt, cube);
  if (part === undefined) return undefined;
  const members = { ...said.members };
  for (const { id, at } of dimensions) {
    const dimension = cube.dimensions.find((found) => found.id === id);
    if (dimension !== undefined) members[id] = memberNamed(dimension, pivot.text(index, at));
  }
  return { index, cube, area: pivot.text(index, area), measure, members, part };
}

function partOf(pivot: PivotSheet, index: number, at: number | undefined, cube: Cube): Part | undefined {
  if (!cube.outOf) return 'value';
  const text = plain(pivot.text(index, at));
  if (/^(count|n|number)$/.test(text)) return 'value';
  if (/^(outof|of|total|denominator)$/.test(text)) return 'of';
  pivot.error(
    'no-part',
    index,
    at,
    'it does not say whether the row is the count or what it is out of',
    `Write “${PARTS.value}” or “${PARTS.of}”.`
  );
  return undefined;
}

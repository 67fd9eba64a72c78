/** The rows of a pivot as tidy rows, each with the cell it was written in. */
import { ALL, type Cube } from '#lib/domain/cube.ts';
import type { ProblemList } from '../bundle-problem-list.ts';
import { tableColumns } from '../bundle.ts';
import { COLUMNS, cubeNamed, measureNamed, memberNamed, PARTS, plain, tableName, whomOf } from './layout.ts';
import { figureOf, type Figure } from './pivot-figure.ts';
import type { PivotHead } from './pivot-head.ts';
import { blankProblems, type BlankCell } from './pivot-blanks.ts';
import {
  columnLetters,
  sheetFile,
  textOf,
  type Sheet,
  type SheetCell,
  type TidyRow,
  type TidyTable
} from './sheet.ts';

type Part = keyof typeof PARTS;

/** A row of the sheet with what its labels came to. */
interface LabelledRow {
  readonly index: number;
  readonly cube: Cube;
  readonly area: string;
  readonly measure: string;
  readonly members: Readonly<Record<string, string>>;
  readonly part: Part;
}

/** The tables of a sheet shaped as a pivot: one of each cube that its rows are of. */
export function readPivot(
  sheet: Sheet,
  head: PivotHead,
  cubes: ReadonlyMap<string, Cube>,
  list: ProblemList
): TidyTable[] {
  const reader = new PivotReader(sheet, head, cubes, list);
  return reader.tables();
}

class PivotReader {
  readonly #sheet: Sheet;
  readonly #head: PivotHead;
  readonly #cubes: ReadonlyMap<string, Cube>;
  readonly #list: ProblemList;
  readonly #file: string;

  constructor(sheet: Sheet, head: PivotHead, cubes: ReadonlyMap<string, Cube>, list: ProblemList) {
    this.#sheet = sheet;
    this.#head = head;
    this.#cubes = cubes;
    this.#list = list;
    this.#file = sheetFile({ file: sheet.file, sheet: sheet.name });
  }

  tables(): TidyTable[] {
    const rows = this.#labelled();
    if (rows.length === 0 || !rows.some(({ index }) => this.#hasFigures(index))) {
      this.#list.warning('nothing-written', this.#file, () => ({
        message: 'no figure is written on the sheet, so what it asks for is “not supplied”',
        remedy: 'Nothing needs to be done, unless figures were meant to be here.'
      }));
      return [];
    }
    const kept = this.#onceEach(rows);
    blankProblems(this.#file, this.#head, this.#blanks(kept), this.#list);
    const cubes = [...new Set(kept.map(({ cube }) => cube))];
    return cubes.map((cube) =>
      this.#table(
        cube,
        kept.filter((row) => row.cube === cube)
      )
    );
  }

  #cell(index: number, at: number | undefined): SheetCell | undefined {
    return at === undefined ? undefined : this.#sheet.rows[index]?.[at];
  }

  #text(index: number, at: number | undefined): string {
    return textOf(this.#cell(index, at));
  }

  #hasFigures(index: number): boolean {
    return this.#head.periods.some(({ at }) => (this.#cell(index, at)?.kind ?? 'blank') !== 'blank');
  }

  #error(rule: string, index: number, at: number | undefined, message: string, remedy: string): void {
    this.#list.error(rule, this.#file, () => ({
      row: index + 1,
      ...(at === undefined ? {} : { column: columnLetters(at), value: this.#text(index, at) }),
      message,
      remedy
    }));
  }

  #labelled(): LabelledRow[] {
    const rows: LabelledRow[] = [];
    for (let index = this.#head.row + 1; index < this.#sheet.rows.length; index += 1) {
      if ((this.#sheet.rows[index] ?? []).every(({ kind }) => kind === 'blank')) continue;
      const row = this.#isBeside(index) ? undefined : this.#labels(index);
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }

  /** Whether a row is a total, a heading or a note that stands among the rows: nothing says what it counts. */
  #isBeside(index: number): boolean {
    const { counted, area, table, dimensions, whom, part } = this.#head;
    if (this.#text(index, counted) !== '') return false;
    const labels = [area, table, whom, part, ...dimensions.map(({ at }) => at)].map((at) =>
      this.#text(index, at)
    );
    const first = labels.find((text) => text !== '') ?? this.#text(index, 0);
    const numbers = this.#head.periods.some(({ at }) => this.#cell(index, at)?.kind === 'number');
    if (!numbers && labels.filter((text) => text !== '').length <= 1) return true;
    if (/^(grand )?totals?\b|^sum\b|^all rows/i.test(first)) {
      this.#list.warning('total-not-read', this.#file, () => ({
        row: index + 1,
        value: first,
        message: 'the row looks like a total added to the sheet, and was not read',
        remedy: 'Nothing needs to be done: totals have rows of their own, marked “All”.'
      }));
      return true;
    }
    this.#error(
      'no-label',
      index,
      counted,
      'figures stand in a row that does not say what is counted',
      `Fill in “${COLUMNS.counted}”, or delete the row.`
    );
    return true;
  }

  #labels(index: number): LabelledRow | undefined {
    const { cube: only, table, area, counted, whom, dimensions, part: partAt } = this.#head;
    const cube = only ?? cubeNamed(this.#cubes, this.#text(index, table));
    if (cube === undefined) {
      const names = [...this.#cubes.values()].map(({ name }) => `“${name}”`).join(', ');
      this.#error('unknown-table', index, table, 'there is no such table', `Write one of ${names}.`);
      return undefined;
    }
    const measure = measureNamed(cube, this.#text(index, counted));
    if (measure === undefined) {
      const names = cube.measures.map(({ name }) => `“${name}”`).join(', ');
      this.#error(
        'unknown-measure',
        index,
        counted,
        `“${cube.name}” does not count this`,
        `Write one of ${names}.`
      );
      return undefined;
    }
    if (this.#text(index, area) === '') {
      this.#error('no-area', index, area, 'the area is blank', 'Write the name or the code of the area.');
      return undefined;
    }
    const said = whomOf(cube, this.#text(index, whom));
    if ('bad' in said) {
      const names = cube.dimensions.map(({ name }) => `“${name}”`).join(', ');
      this.#error(
        'unknown-dimension',
        index,
        whom,
        `“${said.bad}” does not say which of whom`,
        `Write it as “Latest category: Neglect; Age: 7 to 15”, with ${names}, or “All”.`
      );
      return undefined;
    }
    const part = this.#part(index, partAt, cube);
    if (part === undefined) return undefined;
    const members = { ...said.members };
    for (const { id, at } of dimensions) {
      const dimension = cube.dimensions.find((found) => found.id === id);
      if (dimension !== undefined) members[id] = memberNamed(dimension, this.#text(index, at));
    }
    return { index, cube, area: this.#text(index, area), measure, members, part };
  }

  #part(index: number, at: number | undefined, cube: Cube): Part | undefined {
    if (!cube.outOf) return 'value';
    const text = plain(this.#text(index, at));
    if (/^(count|n|number)$/.test(text)) return 'value';
    if (/^(outof|of|total|denominator)$/.test(text)) return 'of';
    this.#error(
      'no-part',
      index,
      at,
      'it does not say whether the row is the count or what it is out of',
      `Write “${PARTS.value}” or “${PARTS.of}”.`
    );
    return undefined;
  }

  #key(row: LabelledRow): string {
    const members = row.cube.dimensions.map(({ id }) => row.members[id] ?? ALL);
    return [row.cube.id, plain(row.area), row.measure, ...members].join('\n');
  }

  #onceEach(rows: readonly LabelledRow[]): LabelledRow[] {
    const first = new Map<string, number>();
    return rows.filter((row) => {
      const key = `${this.#key(row)}\n${row.part}`;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, row.index);
      else
        this.#error(
          'row-twice',
          row.index,
          this.#head.counted,
          `the row is for the same thing as row ${earlier + 1}`,
          `Keep one: row ${earlier + 1} or row ${row.index + 1}. A row of further detail needs its detail in a column of its own.`
        );
      return earlier === undefined;
    });
  }

  #blanks(rows: readonly LabelledRow[]): BlankCell[] {
    return rows.flatMap(({ index }) =>
      this.#head.periods.flatMap(({ at }) =>
        (this.#cell(index, at)?.kind ?? 'blank') === 'blank' ? [{ index, at, rows: rows.length }] : []
      )
    );
  }

  #table(cube: Cube, rows: readonly LabelledRow[]): TidyTable {
    const dimensions = cube.dimensions
      .map(({ id }) => id)
      .filter((id) => rows.some(({ members }) => (members[id] ?? ALL) !== ALL));
    const outOf = new Map(rows.filter(({ part }) => part === 'of').map((row) => [this.#key(row), row]));
    const counts = rows.filter(({ part }) => part === 'value');
    if (cube.outOf) this.#pairs(counts, outOf);
    return {
      cube: cube.id,
      name: tableName(cube),
      title: cube.name,
      header: tableColumns(cube, dimensions),
      rows: counts.flatMap((row) => this.#tidy(row, dimensions, outOf.get(this.#key(row))))
    };
  }

  /** Each count needs what it is out of, and the other way round. */
  #pairs(counts: readonly LabelledRow[], outOf: ReadonlyMap<string, LabelledRow>): void {
    const keys = new Set(counts.map((row) => this.#key(row)));
    for (const row of counts)
      if (!outOf.has(this.#key(row)))
        this.#error(
          'no-out-of',
          row.index,
          this.#head.part,
          'the row “out of” that belongs to this count is missing',
          'Add it under this row, with the same labels and “out of”.'
        );
    for (const [key, row] of outOf)
      if (!keys.has(key))
        this.#error(
          'no-count',
          row.index,
          this.#head.part,
          'the row “count” that belongs to this “out of” is missing',
          'Add it above this row, with the same labels and “count”.'
        );
  }

  #figure(row: LabelledRow, at: number): Figure {
    const figure = figureOf(this.#cell(row.index, at), row.cube.value === 'count');
    if (figure.kind === 'fault') this.#error(figure.rule, row.index, at, figure.message, figure.remedy);
    return figure;
  }

  #tidy(row: LabelledRow, dimensions: readonly string[], outOf: LabelledRow | undefined): TidyRow[] {
    const { area, counted, whom, dimensions: columns } = this.#head;
    const written = Object.fromEntries([
      ['area', columnLetters(area)],
      ['measure', columnLetters(counted)],
      ...dimensions.flatMap((id) => {
        const at = columns.find((column) => column.id === id)?.at ?? whom;
        return at === undefined ? [] : [[id, columnLetters(at)]];
      })
    ]);
    return this.#head.periods.flatMap(({ id, at }): TidyRow[] => {
      const value = this.#figure(row, at);
      const of = outOf && this.#figure(outOf, at);
      const cells = [
        row.area,
        id,
        row.measure,
        ...dimensions.map((dimension) => row.members[dimension] ?? ALL),
        ...figureCells(value, of, row.cube.outOf)
      ];
      if (!isSaid(value) || (row.cube.outOf && (of === undefined || !isSaid(of)))) return [];
      if (value.kind === 'notsupplied' && (of === undefined || of.kind === 'notsupplied')) return [];
      const { file, name } = this.#sheet;
      return [
        {
          cells,
          at: { file, sheet: name, row: row.index + 1, column: columnLetters(at) },
          columns: written,
          ...(outOf && { ofRow: outOf.index + 1 })
        }
      ];
    });
  }
}

const isSaid = ({ kind }: Figure) => kind !== 'fault' && kind !== 'blank';

/** `value`, `of`, `status`, `flags`, `of_status`; one of two that is not supplied is “not available” beside the other. */
function figureCells(value: Figure, of: Figure | undefined, outOf: boolean): string[] {
  const text = (figure: Figure | undefined) => (figure?.kind === 'value' ? figure.text : '');
  const status = (figure: Figure | undefined) =>
    figure?.kind === 'status' ? figure.status : figure?.kind === 'notsupplied' ? 'x' : '';
  return outOf ? [text(value), text(of), status(value), '', status(of)] : [text(value), status(value), ''];
}

/** The rows of a pivot as tidy rows, each with the cell it was written in. */
import { ALL, type Cube } from '#lib/domain/cube.ts';
import type { ProblemList } from '../bundle-problem-list.ts';
import { tableColumns } from '../bundle.ts';
import { plain, tableName } from './layout.ts';
import { figureOf, type Figure } from './pivot-figure.ts';
import type { PivotHead } from './pivot-head.ts';
import { blankProblems, type BlankCell } from './pivot-blanks.ts';
import { exchangedColumns, exchangedInWords, knowsOf, ROWS_LOOKED_AT } from './exchanged-columns.ts';
import { labelledRows, PivotSheet, type LabelledRow } from './pivot-labels.ts';
import { columnLetters, textOf, type Sheet, type TidyRow, type TidyTable } from './sheet.ts';

/** The tables of a sheet shaped as a pivot: one of each cube that its rows are of. */
export function readPivot(
  sheet: Sheet,
  head: PivotHead,
  cubes: ReadonlyMap<string, Cube>,
  list: ProblemList
): TidyTable[] {
  return new PivotReader(new PivotSheet(sheet, head, list), cubes).tables();
}

class PivotReader {
  readonly #pivot: PivotSheet;
  readonly #cubes: ReadonlyMap<string, Cube>;

  constructor(pivot: PivotSheet, cubes: ReadonlyMap<string, Cube>) {
    this.#pivot = pivot;
    this.#cubes = cubes;
  }

  tables(): TidyTable[] {
    if (this.#isExchanged()) return [];
    const rows = labelledRows(this.#pivot, this.#cubes);
    if (rows.length === 0 || !rows.some(({ index }) => this.#hasFigures(index))) {
      this.#pivot.list.warning('nothing-written', this.#pivot.file, () => ({
        message: 'no figure is written on the sheet, so what it asks for is “not supplied”',
        remedy: 'Nothing needs to be done, unless figures were meant to be here.'
      }));
      return [];
    }
    const kept = this.#onceEach(rows);
    blankProblems(this.#pivot.file, this.#pivot.head, this.#blanks(kept), this.#pivot.list);
    const cubes = [...new Set(kept.map(({ cube }) => cube))];
    return cubes.map((cube) =>
      this.#table(
        cube,
        kept.filter((row) => row.cube === cube)
      )
    );
  }

  /** Whether two columns of labels were exchanged, which the list then says instead of every row. */
  #isExchanged(): boolean {
    const { head, sheet } = this.#pivot;
    const { cube } = head;
    if (cube === undefined) return false;
    const rows = sheet.rows.slice(head.row + 1, head.row + 1 + ROWS_LOOKED_AT);
    const columns = [
      { id: 'area', at: head.area },
      { id: 'measure', at: head.counted },
      ...head.dimensions
    ].map(({ id, at }) => {
      const knows = knowsOf(cube, id);
      const cells = rows.map((row) => textOf(row[at]));
      return { called: textOf(sheet.rows[head.row]?.[at]), cells, at, ...(knows && { knows }) };
    });
    const found = exchangedColumns(columns);
    if (found === undefined) return false;
    const [first, second] = found;
    const letters = columns.filter((column) => found.includes(column)).map(({ at }) => columnLetters(at));
    this.#pivot.list.error('columns-exchanged', this.#pivot.file, () => ({
      row: head.row + 1,
      column: letters.join(', '),
      ...exchangedInWords(first.called, second.called)
    }));
    return true;
  }

  #hasFigures(index: number): boolean {
    return this.#pivot.head.periods.some(({ at }) => !this.#pivot.isBlank(index, at));
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
        this.#pivot.error(
          'row-twice',
          row.index,
          this.#pivot.head.counted,
          `the row is for the same thing as row ${earlier + 1}`,
          `Keep one: row ${earlier + 1} or row ${row.index + 1}. A row of further detail needs its detail in a column of its own.`
        );
      return earlier === undefined;
    });
  }

  #blanks(rows: readonly LabelledRow[]): BlankCell[] {
    return rows.flatMap(({ index }) =>
      this.#pivot.head.periods.flatMap(({ at }) =>
        this.#pivot.isBlank(index, at) ? [{ index, at, rows: rows.length }] : []
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
        this.#pivot.error(
          'no-out-of',
          row.index,
          this.#pivot.head.part,
          'the row “out of” that belongs to this count is missing',
          'Add it under this row, with the same labels and “out of”.'
        );
    for (const [key, row] of outOf)
      if (!keys.has(key))
        this.#pivot.error(
          'no-count',
          row.index,
          this.#pivot.head.part,
          'the row “count” that belongs to this “out of” is missing',
          'Add it above this row, with the same labels and “count”.'
        );
  }

  #figure(row: LabelledRow, at: number): Figure {
    const figure = figureOf(this.#pivot.cell(row.index, at), row.cube.value === 'count');
    if (figure.kind === 'fault') this.#pivot.error(figure.rule, row.index, at, figure.message, figure.remedy);
    return figure;
  }

  #tidy(row: LabelledRow, dimensions: readonly string[], outOf: LabelledRow | undefined): TidyRow[] {
    const { area, counted, whom, dimensions: columns } = this.#pivot.head;
    const written = Object.fromEntries([
      ['area', columnLetters(area)],
      ['measure', columnLetters(counted)],
      ...dimensions.flatMap((id) => {
        const at = columns.find((column) => column.id === id)?.at ?? whom;
        return at === undefined ? [] : [[id, columnLetters(at)]];
      })
    ]);
    return this.#pivot.head.periods.flatMap(({ id, at }): TidyRow[] => {
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
      const { file, name } = this.#pivot.sheet;
      return [
        {
          cells,
          at: { file, sheet: name, row: row.index + 1, column: columnLetters(at) },
          columns: written,
          headRow: this.#pivot.head.row + 1,
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

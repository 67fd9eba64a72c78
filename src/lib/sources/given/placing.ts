/** Problems of the files of a bundle, told where a reader wrote what is wrong; and a look at what stands there. */
import type { Problem } from '#lib/domain/problem.ts';
import { MANIFEST } from '../bundle-manifest.ts';
import { CORRECT_OUT_OF } from '../bundle-row.ts';
import { CORRECT_PERIOD } from '../rules/periods.ts';
import { PARTS } from './layout.ts';
import { columnLetters, sheetFile, textOf, type Sheet, type TidyRow, type WrittenAt } from './sheet.ts';
import type { LookAt, WrittenFile } from './written.ts';

/** The written row of a problem with its neighbours. */
export interface Preview {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** What stands at these is about somebody, and is shown nowhere. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['row-level', 'identifier-in-words', 'person-named']);

const BESIDE = 2;
const WIDEST = 40;
const LONGEST = 120;

/** What a reader said of the figures as a whole, and what to do about it in their terms. */
export interface SaidAt {
  readonly at: WrittenAt;
  readonly value: string;
  readonly remedy?: string;
}

/** Where the files of a bundle were written. */
export class Placing {
  readonly #byPath = new Map<string, WrittenFile>();
  readonly #said = new Map<string, SaidAt>();
  readonly #looks = new Map<string, LookAt>();

  add(written: WrittenFile): void {
    this.#byPath.set(written.path, written);
    if (written.look !== undefined) this.#looks.set(written.file, written.look);
  }

  /** Where a reader said what stands at a place of a manifest that was made, such as `agencies[0].from`. */
  say(place: string, said: SaidAt): void {
    this.#said.set(place, said);
  }

  /** Something to look at that is no table. */
  show(file: string, look: LookAt): void {
    this.#looks.set(file, look);
  }

  /** The same problem by the file, row, column and value that the reader knows. */
  placed(problem: Problem): Problem {
    const written = this.#byPath.get(problem.file);
    if (written === undefined) return problem.file === MANIFEST ? this.#inAbout(problem) : problem;
    const spoken = {
      ...problem,
      file: written.file,
      message: inRows(problem.message, written),
      remedy: inRows(withoutManifest(problem.remedy, written), written)
    };
    const row = problem.row === undefined ? undefined : written.rows?.get(problem.row);
    if (row !== undefined) return this.#asWritten(atRow(spoken, row));
    if (problem.column === undefined) return spoken;
    const column = problem.column
      .split(', ')
      .map((name) => written.columns.get(name) ?? name)
      .join(', ');
    const value = this.#valueAt(written, problem, column);
    return { ...spoken, column, ...(value === undefined ? {} : { value }) };
  }

  #inAbout(problem: Problem): Problem {
    const said = this.#said.get(problem.column ?? '');
    if (said === undefined) return problem;
    const { at, value, remedy } = said;
    const { row, column } = at;
    return {
      ...problem,
      file: sheetFile(at),
      row,
      ...(column === undefined ? {} : { column }),
      value,
      ...(remedy === undefined ? {} : { remedy })
    };
  }

  /** With what the reader wrote in the cell, and no codes where a sheet has none. */
  #asWritten(problem: Problem): Problem {
    const { file, row, column = '' } = problem;
    const look = this.#looks.get(file);
    if (!file.includes(' › ')) return problem;
    const told = {
      ...problem,
      message: withoutCodes(problem.message),
      remedy: withoutCodes(problem.remedy)
    };
    const at = look?.header.indexOf(column) ?? -1;
    if (look === undefined || row === undefined || at < 0 || problem.rule === 'bad-flag') return told;
    const text = look.rows(row, row)[0]?.cells[at]?.trim() ?? '';
    return text === '' || problem.value === undefined ? told : { ...told, value: text };
  }

  #valueAt({ look }: WrittenFile, { row, value, rule }: Problem, column: string): string | undefined {
    if (look === undefined || row === undefined || value === undefined || rule === 'bad-flag')
      return undefined;
    const at = look.header.indexOf(column);
    const text = at < 0 ? undefined : look.rows(row, row)[0]?.cells[at]?.trim();
    return text === '' ? undefined : text;
  }

  /** What stands at a problem, wherever it was found; undefined where there is nothing to show. */
  preview(problem: Problem): Preview | undefined {
    if (OF_PEOPLE.has(problem.rule)) return undefined;
    const { file, row } = this.placed(problem);
    const look = this.#looks.get(file);
    if (look === undefined || row === undefined) return undefined;
    const rows = look.rows(Math.max(1, row - BESIDE), row + BESIDE);
    const short = (cells: readonly string[]) =>
      cells.slice(0, WIDEST).map((cell) => (cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell));
    return {
      file,
      header: short(look.header),
      rows: rows.map((each) => ({ row: each.row, cells: short(each.cells) }))
    };
  }
}

/** `“not available” (status x)` → `“not available”`: sheets hold words and no codes. */
const withoutCodes = (text: string) => text.replace(/ \((?:status|code) [a-z0-9_]+\)/g, '');

function inRows(text: string, { rows }: WrittenFile): string {
  if (rows === undefined) return text;
  return text.replace(/\brow (\d+)\b/g, (whole, number: string) => {
    const at = rows.get(Number(number))?.at;
    return at === undefined
      ? whole
      : at.column === undefined
        ? `row ${at.row}`
        : `cell ${at.column}${at.row}`;
  });
}

/** A reader who wrote no bundle.json has nothing to correct there. */
function withoutManifest(remedy: string, { madeManifest = false }: WrittenFile): string {
  return madeManifest ? remedy.replace(CORRECT_PERIOD, 'Correct the period.') : remedy;
}

const OUT_OF = new Set(['of', 'of_status']);
const FIGURE = new Set(['value', 'status', 'flags', ...OUT_OF]);

function atRow(problem: Problem, { at, columns, ofRow, headRow }: TidyRow): Problem {
  const name = problem.column ?? '';
  if (name === 'period' && headRow !== undefined && at.column !== undefined)
    return {
      ...problem,
      file: sheetFile(at),
      row: headRow,
      column: at.column,
      remedy: problem.remedy.replace(
        'Correct the period.',
        `Correct the period in the head of the column, cell ${at.column}${headRow}.`
      )
    };
  if (problem.rule === 'part-over-total' && ofRow !== undefined && at.column !== undefined) {
    const [cell, of] = [`${at.column}${at.row}`, `${at.column}${ofRow}`];
    return {
      ...problem,
      file: sheetFile(at),
      row: at.row,
      column: at.column,
      message: `${problem.message}, in the row “${PARTS.of}”, cell ${of}`,
      remedy: problem.remedy.replace(
        CORRECT_OUT_OF,
        `Correct the count in ${cell}, or what it is out of in ${of}.`
      )
    };
  }
  const column = columns?.[name] ?? (FIGURE.has(name) ? at.column : undefined);
  return {
    ...problem,
    file: sheetFile(at),
    row: OUT_OF.has(name) ? (ofRow ?? at.row) : at.row,
    ...(column === undefined ? {} : { column })
  };
}

/** The rows of a sheet, as a reader sees them. */
export function lookAtSheet(sheet: Sheet): LookAt {
  const width = sheet.rows.reduce((most, { length }) => Math.max(most, length), 0);
  return {
    header: Array.from({ length: Math.min(width, WIDEST) }, (_, at) => columnLetters(at)),
    rows: (from, to) =>
      sheet.rows.slice(from - 1, to).map((cells, at) => ({ row: from + at, cells: cells.map(textOf) }))
  };
}

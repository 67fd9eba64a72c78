/** Rows about single people, wherever they turn up: nothing of such a file may be drawn, stored or said again. */
import type { ProblemList } from './bundle-problem-list.ts';
import { isPersonalColumn, refuseReturn } from './bundle-row-level.ts';
import { readCsv } from './csv.ts';
import { decodeText } from './csv-decode.ts';

/** What kind of thing gives a row away as one person’s. */
export type PersonalKind =
  | 'column'
  | 'birth dates'
  | 'NHS numbers'
  | 'pupil numbers'
  | 'postcodes'
  | 'National Insurance numbers'
  | 'email addresses'
  | 'telephone numbers'
  | 'names'
  | 'one row each'
  | 'free text'
  | 'return';

/** One sign that rows are about single people. It never holds a value. */
export interface PersonalSign {
  readonly kind: PersonalKind;
  /** 1-based row where the columns are named, the first row being 1. */
  readonly row: number;
  /** The name of the column, or “number 3” where what stands there may itself be about somebody. */
  readonly column: string;
  /** In how many rows it was seen; absent where the name of the column says it. */
  readonly rows?: number;
}

/**
 * Signs that rows are about single people, by the names of columns and by what is in them; none for counts.
 * `header` may be the first row of a sheet that has its real header further down: `rows` are looked through for it.
 */
export function personalIn(
  header: readonly string[],
  _rows: readonly (readonly string[])[]
): readonly PersonalSign[] {
  return header
    .flatMap((name) => name.split(/[;|\t]/))
    .map((name) => name.trim())
    .filter(isPersonalColumn)
    .map((column) => ({ kind: 'column', row: 1, column }));
}

/**
 * Refuses a file (its bytes or text, or the cells of a sheet, header first) that is about single people. Call it on
 * every file and sheet before anything else looks at them, and keep nothing where it returns true.
 */
export function refusePeople(
  file: string,
  content: Uint8Array | string | readonly (readonly string[])[],
  list: ProblemList
): boolean {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    const text = decodeText(content, file).text ?? '';
    if (/^\s*</.test(text)) return refuseReturn(file, text, list);
    const { header, rows } = readCsv(text, file);
    return refuseSigns(
      file,
      personalIn(
        header,
        rows.map(({ cells }) => cells)
      ),
      list
    );
  }
  return refuseSigns(file, personalIn(content[0] ?? [], content.slice(1)), list);
}

/** Adds an error for each sign. Returns true where there is any. */
export function refuseSigns(file: string, signs: readonly PersonalSign[], list: ProblemList): boolean {
  for (const { row, column } of signs)
    list.error('row-level', file, () => ({
      row,
      column,
      message: 'the column is about one person, and this product accepts counts only',
      remedy:
        'Do not load this file anywhere: delete this copy, and count the rows inside the system they came from.'
    }));
  return signs.length > 0;
}

/** Names that nothing is known by: each is told once, however many rows, sheets and files it stands in. */
import type { Problem } from '#lib/domain/problem.ts';
import type { ProblemList } from '../bundle-problem-list.ts';

type Found = Omit<Problem, 'severity' | 'remedy'>;

interface Entry {
  readonly first: Found;
  readonly remedy: () => string;
  rows: number;
  /** Files or sheets that have it. */
  files: number;
  last: string;
}

/** Spellings that are held; more are none that a reader would look through. */
const MOST = 5_000;

export class UnknownKeys {
  readonly #found = new Map<string, Entry>();
  readonly #rowOf: (row: number) => number;

  /** @param rowOf the row as the reader counts it, where several rows of a table were written in one. */
  constructor(rowOf: (row: number) => number = (row) => row) {
    this.#rowOf = rowOf;
  }

  /** One more row that has it; the remedy is worked out once. */
  add(found: Found, remedy: () => string): void {
    const key = keyOf(found);
    const here = String(this.#rowOf(found.row ?? 0));
    const held = this.#found.get(key);
    if (held === undefined) {
      if (this.#found.size < MOST)
        this.#found.set(key, { first: found, remedy, rows: 1, files: 1, last: here });
      return;
    }
    if (held.last === here) return;
    held.last = here;
    held.rows += 1;
  }

  /** Takes what another file has, at the places its reader knows. */
  take(other: UnknownKeys, placed: (problem: Problem) => Problem = (problem) => problem): void {
    for (const entry of other.#found.values()) {
      const first = placed({ ...entry.first, severity: 'error', remedy: '' });
      const held = this.#found.get(keyOf(first));
      if (held === undefined) {
        this.#found.set(keyOf(first), { ...entry, first });
        continue;
      }
      held.rows += entry.rows;
      held.files += entry.files;
    }
  }

  tell(list: ProblemList): void {
    for (const { first, remedy, rows, files } of this.#found.values()) {
      const { rule, file, row, column, value, message } = first;
      list.error(rule, file, () => ({
        ...(row === undefined ? {} : { row }),
        ...(column === undefined ? {} : { column }),
        ...(value === undefined ? {} : { value }),
        message: `${message}${placesInWords(rows, files)}`,
        remedy: remedy()
      }));
    }
  }
}

/** Members of two dimensions may be spelt alike: only areas and periods are the same wherever they stand. */
function keyOf({ rule, value = '', column = '', file }: Found): string {
  return rule === 'unknown-area' || rule === 'unknown-period'
    ? `${rule}\n${value}`
    : `${rule}\n${value}\n${column}\n${file}`;
}

function placesInWords(rows: number, files: number): string {
  if (rows < 2) return '';
  const where = files < 2 ? '' : ` of ${files} sheets or files`;
  return `: so in ${rows.toLocaleString('en-GB')} rows${where}, of which this is the first`;
}

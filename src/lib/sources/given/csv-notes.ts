import type { TableColumn } from './table-columns.ts';

const NONE: readonly number[] = [];
const NOTE = /^(\*|\(|\[|(source|notes?|extract|data|report|produced|run|figures|key|this|the)\b)|:/i;

/** Rows of words below (or among) the figures: a cell or two at the left, and nothing where a period or a value stands. */
export class Notes {
  #held: number[] = [];
  readonly #width: number;
  readonly #places: readonly number[];

  constructor(width: number, columns: readonly TableColumn[]) {
    this.#width = width;
    this.#places = columns.flatMap(({ name, from }) =>
      from !== undefined && ['period', 'value', 'status'].includes(name) ? [from] : []
    );
  }

  /** Whether the row is words, which it keeps the number of. */
  take(cells: readonly string[], row: number): boolean {
    const blank = (at: number) => (cells[at] ?? '').trim() === '';
    if (this.#width < 4 || (cells.length >= this.#width && !this.#places.every(blank))) return false;
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    const first = (cells[0] ?? '').trim();
    const isNote = filled === 1 || NOTE.test(first) || first.split(/\s+/).length > 4;
    if (!isNote || filled > 4 || cells.length > this.#width) return false;
    this.#held.push(row);
    return true;
  }

  /** Rows of words since the last figures. */
  before(): readonly number[] {
    if (this.#held.length === 0) return NONE;
    const held = this.#held;
    this.#held = [];
    return held;
  }
}

/** What was read otherwise than it was written, for a reader to confirm. */

/** One spelling that was recognised. */
export interface Recognised {
  readonly file: string;
  readonly column: string;
  readonly from: string;
  readonly to: string;
  /** What `to` is called in words. */
  readonly name: string;
  readonly rows: number;
  /** `file`: how a whole file is laid out, such as what separates its columns. */
  readonly kind: 'column' | 'member' | 'area' | 'period' | 'status' | 'number' | 'file';
}

/** Different spellings that are told of one column of one file; numbers are told by a few examples. */
const LIMITS = { spellings: 200, numbers: 10 };

/** Gathers what was recognised in one file, each spelling once with how many rows have it. */
export class RecognisedList {
  readonly #found = new Map<string, Recognised & { rows: number }>();
  readonly #spellings = new Map<string, number>();

  add(found: Omit<Recognised, 'rows'>, rows = 1): void {
    this.counted(found).rows += rows;
  }

  /** The count of one spelling, for whoever meets it in row after row. */
  counted(found: Omit<Recognised, 'rows'>): { rows: number } {
    const key = [found.column, found.kind, found.from, found.to].join('\n');
    const held = this.#found.get(key);
    if (held !== undefined) return held;
    const place = [found.column, found.kind].join('\n');
    const count = (this.#spellings.get(place) ?? 0) + 1;
    this.#spellings.set(place, count);
    const fresh = { ...found, rows: 0 };
    if (count <= (found.kind === 'number' ? LIMITS.numbers : LIMITS.spellings)) this.#found.set(key, fresh);
    return fresh;
  }

  all(): Recognised[] {
    const further = [...this.#spellings].flatMap(([place, count]): Recognised[] => {
      const held = [...this.#found.values()].filter(
        ({ column, kind }) => [column, kind].join('\n') === place
      );
      const [first] = held;
      const more = count - held.length;
      if (first === undefined || more <= 0) return [];
      const words = `${more.toLocaleString('en-GB')} more, read in the same way`;
      return [{ ...first, from: 'and others', to: '', name: words, rows: more }];
    });
    return [...[...this.#found.values()].filter(({ rows }) => rows > 0), ...further];
  }
}

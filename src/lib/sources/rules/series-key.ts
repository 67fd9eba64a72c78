/** Numbers for combinations of words, so that hundreds of thousands of rows are grouped without a text for each. */

export type Key = number | string;

/** The words of each column, numbered in the order in which they are met. */
export class SeriesKeys {
  readonly #numbers: readonly ReadonlyMap<string, number>[];
  readonly #isSmall: boolean;

  constructor(columns: number, rows: Iterable<readonly string[]>) {
    const numbers = Array.from({ length: columns }, () => new Map<string, number>());
    const last: string[] = [];
    for (const words of rows)
      for (let at = 0; at < columns; at += 1) {
        const word = words[at] ?? '';
        if (last[at] === word) continue;
        last[at] = word;
        const map = numbers[at];
        if (map !== undefined && !map.has(word)) map.set(word, map.size);
      }
    this.#numbers = numbers;
    this.#isSmall = numbers.reduce((all, map) => all * Math.max(1, map.size), 1) < Number.MAX_SAFE_INTEGER;
  }

  /** One key for these words; undefined where a column has no such word. */
  of(words: readonly string[]): Key | undefined {
    let key = 0;
    for (let at = 0; at < this.#numbers.length; at += 1) {
      const map = this.#numbers[at];
      const own = map?.get(words[at] ?? '');
      if (map === undefined || own === undefined) return undefined;
      key = key * map.size + own;
    }
    return this.#isSmall ? key : words.join('|');
  }
}

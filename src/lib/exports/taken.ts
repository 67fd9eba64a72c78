/** A figure as it stands on a page, with everything that has to go along where it is taken. */

export interface Taken {
  /** The message. */
  readonly title: string;
  /** What, where, when; empty for a table that stands for itself. */
  readonly subtitle: string;
  /** The same message and the main figures for a reader who does not see it. */
  readonly description: string;
  /** The drawing; absent for a table. */
  readonly svg?: string;
  readonly table: TakenTable;
  /** The file of its figures, as `csvOf` wrote it. */
  readonly csv: string;
  /** What the columns `about_…` of that file say, by name without `about_`. */
  readonly about: Readonly<Record<string, string>>;
  /** How to cite it. */
  readonly cite: string;
  /** File name without its ending. */
  readonly file: string;
}

/** The table in the words of the page: numbers with commas, `[c]` where a figure is withheld. */
export interface TakenTable {
  readonly caption: string;
  /** Whether each column holds numbers. */
  readonly numeric: readonly boolean[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What `[c]` and its like mean, those that are used. */
  readonly key: readonly string[];
}

/** Signs that a drawing does not hold are not explained under it: those of its table alone are not in the picture. */
function keyOf(drawn: string, key: readonly string[]): readonly string[] {
  const letters = drawn.replace(/<[^>]*>/g, ' ');
  return key.filter((line) => {
    const sign = /^\[[^\]]*\]/.exec(line)?.[0];
    return sign === undefined || letters.includes(sign);
  });
}

/** The lines that stand under a drawing taken as a picture. */
export const footOfPicture = (taken: Taken): readonly string[] =>
  footOf(
    taken.svg === undefined
      ? taken
      : { ...taken, table: { ...taken.table, key: keyOf(taken.svg, taken.table.key) } }
  );

/** The lines that stand under a figure wherever it goes: its mark and dates, its notes, how to cite it. */
export function footOf({ about, cite, table }: Taken): readonly string[] {
  const { use = '', mark = '', period = '', filters = '', notes = '' } = about;
  return [
    ...(use === '' ? [] : [use]),
    [mark, period, filters].filter((part) => part !== '').join(' · '),
    ...(notes === '' ? [] : [notes]),
    ...(table.key.length === 0 ? [] : [table.key.join('. ')]),
    cite
  ].filter((line) => line !== '');
}

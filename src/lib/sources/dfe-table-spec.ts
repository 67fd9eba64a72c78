/** The shape in which DfE's tables and ours are matched; the matches themselves are in `dfe-tables.ts`. */

/** One column of a DfE file and the cell it fills: spellings are matched by meaning, the first found wins. */
export interface ColumnSpec {
  readonly measure: string;
  /** Members by dimension; a dimension that is not named is `all`, or what the row's characteristic says. */
  readonly members: Readonly<Record<string, string>>;
  readonly spellings: readonly string[];
}

/** One table of the bundle, filled from one DfE table. */
export interface OutputTable {
  readonly id: string;
  readonly cube: string;
  readonly title: string;
  readonly dimensions: readonly string[];
  readonly columns: readonly ColumnSpec[];
}

/** One DfE table: how to know it by its columns, and what is taken from it. */
export interface DfeTable {
  readonly code: string;
  readonly title: string;
  /** Whether it has rows for authorities, or for England alone. */
  readonly reach: 'areas' | 'england';
  /** Columns it must have, each in any of its spellings. */
  readonly needs: readonly (readonly string[])[];
  /** Columns of which at least `atLeast` must be there. */
  readonly some?: { readonly atLeast: number; readonly of: readonly (readonly string[])[] };
  /** Columns that tell it from a neighbour: with one of these it is another table. */
  readonly not?: readonly string[];
  /** Whether rows are told apart by a characteristic such as `Female Aged 5 to 9 years`. */
  readonly characteristic: boolean;
  /** Words of its `category` column, used where a file holds several categories. */
  readonly category: string;
  readonly outputs: readonly OutputTable[];
}

export function column(
  measure: string,
  members: Readonly<Record<string, string>>,
  ...spellings: string[]
): ColumnSpec {
  return { measure, members, spellings };
}

/** A total and the members of one dimension, all of one measure. */
export function breakdown(
  measure: string,
  dimension: string,
  total: readonly string[],
  members: Readonly<Record<string, readonly string[]>>,
  fixed: Readonly<Record<string, string>> = {}
): ColumnSpec[] {
  return [
    { measure, members: fixed, spellings: total },
    ...Object.entries(members).map(([member, spellings]) => ({
      measure,
      members: { ...fixed, [dimension]: member },
      spellings
    }))
  ];
}

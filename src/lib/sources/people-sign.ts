/** What shows that rows are about single people. */

/** What kind of thing gives rows away as those of single people. */
export type PersonalKind =
  | 'column'
  | 'days'
  | 'NHS numbers'
  | 'pupil numbers'
  | 'postcodes'
  | 'National Insurance numbers'
  | 'email addresses'
  | 'telephone numbers'
  | 'names'
  | 'one row each'
  | 'free text'
  | 'identifiers in words'
  | 'return';

/** One sign that rows are about single people. It never holds a value. */
export interface PersonalSign {
  readonly kind: PersonalKind;
  /** 1-based row where it is first seen: a cell, or the name of the column. The first row is 1. */
  readonly row: number;
  /** The name of the column, or “number 3” where what stands there may itself be about somebody. */
  readonly column: string;
  /** Place of the column, the first being 0; absent where labels stand down the side. */
  readonly at?: number;
  /** In how many rows it was seen; absent where the name of the column says it. */
  readonly rows?: number;
  /** True where it stands in words that are allowed, such as a register's: they have to be written anew. */
  readonly inWords?: true;
}

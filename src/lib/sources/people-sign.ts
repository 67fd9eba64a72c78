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
  /** 1-based row where the columns are named, the first row being 1. */
  readonly row: number;
  /** The name of the column, or “number 3” where what stands there may itself be about somebody. */
  readonly column: string;
  /** In how many rows it was seen; absent where the name of the column says it. */
  readonly rows?: number;
  /** True where it stands in words that are allowed, such as a register's: they have to be written anew. */
  readonly inWords?: true;
}

/** What is said of a file about people: what kind of thing was seen and where, and never a value. */
import type { ProblemList } from './bundle-problem-list.ts';
import type { PersonalSign } from './people-sign.ts';

const SEEN: Readonly<Record<PersonalSign['kind'], string>> = {
  column: 'the column is about one person, and this product accepts counts only',
  days: 'cells of the column are dates of single days, as dates of birth are',
  'NHS numbers': 'cells of the column are NHS numbers',
  'pupil numbers': 'cells of the column are unique pupil numbers',
  postcodes: 'cells of the column are full postcodes',
  'National Insurance numbers': 'cells of the column are National Insurance numbers',
  'email addresses': 'cells of the column are email addresses',
  'telephone numbers': 'cells of the column are telephone numbers',
  names: 'cells of the column look like names of people',
  'one row each': 'each row has an id of its own here, as rows about single children have',
  'free text': 'cells of the column are written sentences, which belong in registers and notes only',
  'identifiers in words': 'words in the column hold something that identifies a person',
  return: 'the file is a return about single children, and this product accepts counts only'
};

const REMEDY =
  'Do not load this file anywhere: delete this copy, and count the rows inside the system they came from.';

/** What to do about words that identify somebody. */
export const REWRITE =
  'Take it out and say what happened without it. A role, such as “team manager”, stands for a person.';

/** Adds an error for each sign, all with one remedy. Returns true where there is any. */
export function refuseSigns(file: string, signs: readonly PersonalSign[], list: ProblemList): boolean {
  const inWords = signs.every((sign) => sign.inWords === true);
  for (const { kind, row, column, rows } of signs)
    list.error(inWords ? 'identifier-in-words' : 'row-level', file, () => ({
      ...(kind === 'return' ? {} : { row }),
      column,
      message: rows === undefined ? SEEN[kind] : `${SEEN[kind]} (in ${inRows(rows)})`,
      remedy: inWords ? REWRITE : REMEDY
    }));
  return signs.length > 0;
}

function inRows(rows: number): string {
  return rows === 1 ? '1 row' : `${rows.toLocaleString('en-GB')} rows`;
}

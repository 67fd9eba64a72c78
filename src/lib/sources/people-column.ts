/** What a whole column gives away: one look at each distinct cell, and what the column as a whole looks like. */
import { cellKind, SHORTEST, type CellKind } from './people-cells.ts';
import { dayOf } from './people-numbers.ts';
import type { PersonalKind } from './people-sign.ts';

export interface ColumnSign {
  readonly kind: PersonalKind;
  readonly rows: number;
  /** Place in the rows of the first cell that shows it. */
  readonly first: number;
}

type Rows = readonly (readonly string[])[];

/** So many distinct cells of a column are remembered: columns of members have fewer, columns of counts are short. */
const REMEMBERED = 4096;

interface Tally {
  readonly counts: Map<CellKind, number>;
  /** Place of the first row of each kind. */
  readonly first: Map<CellKind, number>;
  readonly days: Set<string>;
  readonly names: Set<string>;
  filled: number;
  /** Text cells with nothing else in their row, as notes under a table are. */
  alone: number;
}

function tally(rows: Rows, at: number): Tally {
  const seen = new Map<string, CellKind | undefined>();
  const found: Tally = {
    counts: new Map(),
    first: new Map(),
    days: new Set(),
    names: new Set(),
    filled: 0,
    alone: 0
  };
  let last = '';
  let lastKind: CellKind | undefined;
  for (const [place, row] of rows.entries()) {
    const cell = row[at];
    if (cell === undefined || cell === '') continue;
    found.filled += 1;
    if (cell !== last) {
      last = cell;
      if (cell.length < SHORTEST || isCount(cell)) lastKind = undefined;
      else if (seen.has(cell)) lastKind = seen.get(cell);
      else {
        const text = cell.trim();
        lastKind = cellKind(text);
        if (seen.size < REMEMBERED) seen.set(cell, lastKind);
        if (lastKind === 'day') found.days.add(text);
        if (lastKind === 'name') found.names.add(text);
      }
    }
    if (lastKind === undefined) continue;
    if (lastKind === 'text' && row.every((other, column) => column === at || other.trim() === ''))
      found.alone += 1;
    if (!found.first.has(lastKind)) found.first.set(lastKind, place);
    found.counts.set(lastKind, (found.counts.get(lastKind) ?? 0) + 1);
  }
  return found;
}

/** Counts: digits only, and too few for a number that is somebody's. */
function isCount(cell: string): boolean {
  if (cell.length > 9) return false;
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** Signs in one column of figures. `name` is what the column is called; rows are all below it. */
export function columnSigns(name: string, rows: Rows, at: number): readonly ColumnSign[] {
  const found = tally(rows, at);
  const count = (kind: CellKind) => found.counts.get(kind) ?? 0;
  const firstOf = (...kinds: readonly CellKind[]) =>
    Math.min(...kinds.flatMap((kind) => found.first.get(kind) ?? []), rows.length);
  const signs: ColumnSign[] = identifierSigns(count, found.filled).map(({ kinds, ...sign }) => ({
    ...sign,
    first: firstOf(...kinds)
  }));
  const add = (kind: PersonalKind, seen: number, isSign: boolean, ...kinds: readonly CellKind[]) => {
    if (isSign) signs.push({ kind, rows: seen, first: kinds.length === 0 ? 0 : firstOf(...kinds) });
  };
  add('days', count('day'), isOfSingleDays(found.days, count('day'), found.filled), 'day');
  add('names', count('name'), found.names.size >= 3 && count('name') >= found.filled * 0.3, 'name');
  const texts = count('text') - found.alone;
  add('free text', texts, texts >= 3 && texts >= rows.length * 0.1, 'text');
  add(
    'identifiers in words',
    count('identifier in text'),
    count('identifier in text') > 0,
    'identifier in text'
  );
  if (signs.length === 0) add('one row each', found.filled, isOneRowEach(name, rows, at, found.filled));
  return signs;
}

interface IdentifierSign {
  readonly kind: PersonalKind;
  readonly rows: number;
  /** What its cells were taken for. */
  readonly kinds: readonly CellKind[];
}

function identifierSigns(count: (kind: CellKind) => number, filled: number): readonly IdentifierSign[] {
  const nhs = count('nhs') + count('maybeNhs');
  const pupils = count('pupil') + count('maybePupil');
  const postcodes = count('postcode') + count('maybePostcode');
  const isNhs = (count('nhs') > 0 || count('maybeNhs') > 1) && nhs >= Math.max(1, count('tenDigits'));
  const isPostcode =
    count('postcode') > 0 || (count('maybePostcode') >= 3 && count('maybePostcode') >= filled / 2);
  const signs: readonly (readonly [PersonalKind, number, boolean, ...CellKind[]])[] = [
    ['NHS numbers', nhs, isNhs, 'nhs', 'maybeNhs'],
    ['pupil numbers', pupils, count('pupil') > 0 || count('maybePupil') > 1, 'pupil', 'maybePupil'],
    ['National Insurance numbers', count('insurance'), count('insurance') > 0, 'insurance'],
    ['postcodes', postcodes, isPostcode, 'postcode', 'maybePostcode'],
    ['email addresses', count('email'), count('email') > 0, 'email'],
    ['telephone numbers', count('telephone'), count('telephone') > 0, 'telephone']
  ];
  return signs.flatMap(([kind, rows, isSign, ...kinds]) => (isSign ? [{ kind, rows, kinds }] : []));
}

/** Dates of birth or of events: many, uneven, and few rows to each. Ends of months, weeks and the like are periods. */
function isOfSingleDays(texts: ReadonlySet<string>, rows: number, filled: number): boolean {
  const days = [...new Set([...texts].flatMap((text) => dayOf(text) ?? []))].toSorted((a, b) => a - b);
  if (days.length < 6 || rows < filled / 2) return false;
  if (rows >= days.length * 4 && days.length < 200) return false;
  const [first = 0] = days;
  const span = (days.at(-1) ?? first) - first + 1;
  const isDaily = span <= 1100 && days.length >= span * 0.7;
  const isWeekly = days.every((day) => (day - first) % 7 === 0);
  return !isDaily && !isWeekly && !areEdgesOfMonths(days);
}

function areEdgesOfMonths(days: readonly number[]): boolean {
  const dayOfMonth = (day: number) => new Date(day * 86_400_000).getUTCDate();
  return days.every((day) => dayOfMonth(day) === 1) || days.every((day) => dayOfMonth(day + 1) === 1);
}

const ID_SHAPE =
  /^(?:[A-Za-z]{0,6}[-_ /]?\d{5,}[A-Za-z]?|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f-]{12,})$/i;
const OFFICIAL_SHAPE = /^(?:[A-Z]\d{8}|at\d{8}|\d{4,6}\/\d{2,4})$/;
const ID_NAME =
  /(?:^|[^A-Za-z])(?:[Ii][Dd]s?|[Rr][Ee][Ff]s?|[Rr]eference|[Ii]dentifier)(?: ?(?:[Nn]o|[Nn]umber))?$|[a-z]I[Dd]$/;
const ENOUGH_ROWS = 20;
const SAMPLE = 500;

/** A column whose cells are shaped as ids and hardly ever come twice: a row for each of something that has an id. */
function isOneRowEach(name: string, rows: Rows, at: number, filled: number): boolean {
  if (filled < ENOUGH_ROWS) return false;
  const isNamedId = ID_NAME.test(name.trim());
  const isId = (cell: string) =>
    ID_SHAPE.test(cell) && !OFFICIAL_SHAPE.test(cell) && (isNamedId || !/^\d+$/.test(cell));
  const sample = new Set<string>();
  let looked = 0;
  for (const row of rows) {
    const cell = (row[at] ?? '').trim();
    if (cell === '') continue;
    if (!(isId(cell) || (isNamedId && /^\d+$/.test(cell)))) return false;
    sample.add(cell);
    looked += 1;
    if (looked >= SAMPLE) break;
  }
  if (sample.size < looked * 0.98) return false;
  const all = new Set<string>();
  for (const row of rows) if ((row[at] ?? '') !== '') all.add(row[at] ?? '');
  return all.size >= filled * 0.9;
}

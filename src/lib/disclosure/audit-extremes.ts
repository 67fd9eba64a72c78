/**
 * The least and greatest value of unknowns bound by relations: the attacker's two problems for every hidden cell
 * (Fischetti and Salazar-González, "Models and algorithms for optimizing cell suppression in tabular data", JASA 95,
 * 2000; Handbook on Statistical Disclosure Control, ch. 4). Every solution found is also evidence for all the other
 * unknowns, so that most problems need not be solved; whole numbers are asked for only where the linear answer has
 * none.
 */
import { TOLERANCE, type Relation, type Unknown } from './audit-table.ts';
import { findNearest } from './audit-nearby.ts';
import {
  columnAt,
  dive,
  record,
  searchOf,
  solved,
  unsettled,
  type Component,
  type End,
  type Search
} from './audit-search.ts';
import type { Row, Sense, Solver, Term } from './solver.ts';

/** The components that some unknowns stand in. */
export function componentsOf(wanted: Iterable<Unknown>): Component[] {
  const seen = new Set<Unknown>();
  const components: Component[] = [];
  for (const start of wanted) {
    if (seen.has(start) || start.within.size === 0) continue;
    const unknowns = new Set([start]);
    const relations = new Set<Relation>();
    for (const unknown of unknowns) {
      seen.add(unknown);
      for (const relation of unknown.within) {
        relations.add(relation);
        for (const other of relation.terms.keys()) unknowns.add(other);
      }
    }
    components.push({ unknowns: [...unknowns], relations: [...relations] });
  }
  return components;
}

/**
 * Sets the bounds of the wanted unknowns to the least and greatest value each can take; with none wanted, only makes
 * sure that there is a solution. Where `enough` is given, an unknown that is found to take values that far apart is not
 * followed further: its bounds are then two of these.
 * @throws Contradiction where no numbers satisfy the relations; Error where the solver gives up.
 */
export function setExtremes(
  component: Component,
  wanted: ReadonlySet<Unknown>,
  integer: boolean,
  solver: Solver,
  enough = Infinity
): void {
  const search = searchOf(component, integer, solver);
  const sought = search.columns.flatMap(({ unknown }, place) => (wanted.has(unknown) ? [place] : []));
  try {
    const ends = SENSES.flatMap((sense) => {
      const endless = endlessOf(search, sought, sense, solver);
      return sought.filter((place) => !endless.has(place)).map((place) => ({ place, sense }));
    });
    const isDue = (end: End) => isOpen(search, end) && !isWide(search, end, enough);
    settleTogether(search, ends, isDue);
    if (integer && enough < Infinity && ends.some(isDue)) {
      showPossible(search);
      for (const end of ends) if (isDue(end)) widen(search, end, enough, ends.filter(isDue), solver);
    }
    for (const end of ends) if (isDue(end)) bracket(search, end);
    if (integer) for (const end of ends) if (isDue(end)) reach(search, end, ends.filter(isDue));
    showPossible(search);
    for (const end of ends) if (isWide(search, end, enough)) settleWide(search, end);
  } finally {
    search.dispose();
  }
}

const SENSES: readonly Sense[] = ['minimise', 'maximise'];

/**
 * Which of the places have no end in a sense: those that some direction which keeps every relation moves for ever. One
 * programme finds a direction that moves all of them, as directions add up; an unknown without either bound is asked
 * for alone, as two directions may cancel out in it.
 */
function endlessOf(
  search: Search,
  places: readonly number[],
  sense: Sense,
  solver: Solver
): ReadonlySet<number> {
  const sign = sense === 'maximise' ? 1 : -1;
  const bounds = search.columns.map(({ unknown: { lower, upper } }) => ({
    lower: lower === -Infinity ? -Infinity : 0,
    upper: upper === Infinity ? Infinity : 0
  }));
  const endOf = (place: number, way: number) =>
    way > 0 ? columnAt(search.columns, place).unknown.upper : -columnAt(search.columns, place).unknown.lower;
  const open = places.filter((place) => endOf(place, sign) === Infinity);
  const rows = search.constraints.rows.map(({ terms }) => ({ terms, lower: 0, upper: 0 }));
  const found = new Set<number>();
  const ask = (asked: readonly number[]) => {
    if (asked.length === 0) return;
    const flags = asked.map((place, at) => ({ place, flag: bounds.length + at }));
    const { status, values } = solver.solve({
      sense: 'maximise',
      objective: flags.map(({ flag }): Term => [flag, 1]),
      rows: [
        ...rows,
        ...flags.map(({ place, flag }): Row => ({
          terms: [
            [place, sign],
            [flag, -1]
          ],
          lower: 0,
          upper: Infinity
        }))
      ],
      bounds: [...bounds, ...flags.map(() => ({ lower: 0, upper: 1 }))]
    });
    if (status !== 'optimal') throw unsettled();
    for (const { place, flag } of flags) if ((values[flag] ?? 0) > 0.5) found.add(place);
  };
  const free = open.filter((place) => endOf(place, -sign) === Infinity);
  ask(open.filter((place) => !free.includes(place)));
  for (const place of free) ask([place]);
  return found;
}

function isOpen({ columns, integer }: Search, { place, sense }: End): boolean {
  const { unknown, least, greatest } = columnAt(columns, place);
  const gap = sense === 'maximise' ? unknown.upper - greatest : least - unknown.lower;
  return gap > (integer ? 0 : TOLERANCE * 1e-3);
}

function isWide({ columns }: Search, { place }: End, enough: number): boolean {
  const { least, greatest } = columnAt(columns, place);
  return greatest - least >= enough;
}

function settleWide({ columns }: Search, { place }: End): void {
  const { unknown, least, greatest } = columnAt(columns, place);
  unknown.lower = least;
  unknown.upper = greatest;
}

/** Pushes all open ends at once, as long as that closes a fair share of them. */
function settleTogether(search: Search, ends: readonly End[], isDue: (end: End) => boolean): void {
  for (const sense of SENSES) {
    for (let open = ends.filter((end) => end.sense === sense && isDue(end)); open.length > 1;) {
      record(
        search,
        solved(
          search.linear.optimise(
            sense,
            open.map(({ place }): Term => [place, 1])
          )
        )
      );
      const left = open.filter((end) => isDue(end));
      if (left.length > open.length * 0.8) break;
      open = left;
    }
  }
}

const STEPS_TO_WIDEN = 40;
/**
 * Of more unknowns than this, answers are seldom whole, and a long dive is mostly in vain: after a few steps, which show
 * many other intervals to be wide where they succeed, the nearest solution is asked for, which is cheap and shows one.
 */
const LARGE = 1000;
const FIRST_STEPS = 6;

/** Looks for a solution that alone shows an interval to be wide enough: far easier to find than its very end. */
function widen(
  search: Search,
  { place, sense }: End,
  enough: number,
  ends: readonly End[],
  solver: Solver
): void {
  const { unknown, base, least, greatest } = columnAt(search.columns, place);
  if (least === Infinity) return;
  const range =
    sense === 'maximise'
      ? { lower: least + enough - base, upper: unknown.upper - base }
      : { lower: unknown.lower - base, upper: greatest - enough - base };
  if (range.lower > range.upper) return;
  const aims = towardsOpenEnds(search, ends);
  const held = { place, range };
  if (search.columns.length <= LARGE) dive(search, held, aims, STEPS_TO_WIDEN);
  else if (!dive(search, held, aims, FIRST_STEPS) && !findNearest(search, held, solver))
    dive(search, held, aims, STEPS_TO_WIDEN);
}

/** The end without asking for whole numbers; where they are asked for, the whole number before it is the furthest. */
function bracket(search: Search, end: End): void {
  const answer = solved(search.linear.optimise(end.sense, [[end.place, 1]]));
  record(search, answer);
  const { unknown, base } = columnAt(search.columns, end.place);
  const value = answer.objective + base;
  if (end.sense === 'maximise') {
    const furthest = search.integer ? Math.floor(value + TOLERANCE) : tidy(value);
    unknown.upper = Math.min(unknown.upper, furthest);
  } else {
    const furthest = search.integer ? Math.ceil(value - TOLERANCE) : tidy(value);
    unknown.lower = Math.max(unknown.lower, furthest);
  }
  if (search.integer) search.bind(end.place);
}

/** Shows that the whole number next to an end is reached, or finds the one that is. */
function reach(search: Search, end: End, ends: readonly End[]): void {
  const { place, sense } = end;
  const { unknown, base } = columnAt(search.columns, place);
  const at = (sense === 'maximise' ? unknown.upper : unknown.lower) - base;
  const range = { lower: at, upper: at };
  if (dive(search, { place, range }, towardsOpenEnds(search, ends))) return;
  const whole = solved(search.whole().optimise(sense, [[place, 1]]));
  if (!record(search, whole)) throw unsettled();
  const furthest = Math.round(whole.objective) + base;
  if (sense === 'maximise') unknown.upper = furthest;
  else unknown.lower = furthest;
  search.bind(place);
}

/** Where no problem had to be solved, shows that there is a solution at all. */
function showPossible(search: Search): void {
  if (search.columns.every(({ least }) => least < Infinity)) return;
  if (record(search, solved(search.linear.optimise('minimise', [])))) return;
  if (!record(search, solved(search.whole().optimise('minimise', [])))) throw unsettled();
}

/** So that a solution looked for anyway shows as many other ends as it can. */
function towardsOpenEnds(search: Search, ends: readonly End[]): Term[] {
  const open = new Map<number, number>();
  for (const end of ends)
    if (isOpen(search, end))
      open.set(end.place, (open.get(end.place) ?? 0) + (end.sense === 'maximise' ? 1 : -1));
  return [...open];
}

/** A whole number where the solver's tolerance missed it. */
function tidy(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) <= TOLERANCE ? whole + 0 : value;
}

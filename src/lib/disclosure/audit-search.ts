/** One search of a component: its models in the solver, and what the solutions found so far have shown. */
import { TOLERANCE, type Relation, type Unknown } from './audit-table.ts';
import { Contradiction } from './audit-reduce.ts';
import type { Answer, Constraints, KeptModel, Range, Row, Sense, Solver, Term } from './solver.ts';

/** Relations that share unknowns, directly or through others. */
export interface Component {
  readonly unknowns: readonly Unknown[];
  readonly relations: readonly Relation[];
}

/** An unknown while it is searched for: the furthest values that solutions have had. */
export interface Column {
  readonly unknown: Unknown;
  /** The models hold unknown − base, to keep their numbers small. */
  readonly base: number;
  least: number;
  greatest: number;
}

export interface End {
  readonly place: number;
  readonly sense: Sense;
}

export interface Search {
  readonly columns: readonly Column[];
  /** Where each unknown stands among the columns. */
  readonly places: ReadonlyMap<Unknown, number>;
  /** The solution that was found last, less the bases. */
  latest: readonly number[] | undefined;
  readonly constraints: Constraints;
  readonly integer: boolean;
  readonly linear: KeptModel;
  /** The same with whole numbers, made when first needed. */
  readonly whole: () => KeptModel;
  /** Carries bounds into the models: the unknown's own, unless said. */
  readonly bind: (place: number, range?: Range) => void;
  readonly dispose: () => void;
}

export function searchOf({ unknowns, relations }: Component, integer: boolean, solver: Solver): Search {
  const columns = unknowns.map((unknown) => ({
    unknown,
    base: [unknown.lower, unknown.upper, 0].find((end) => Number.isFinite(end)) ?? 0,
    least: Infinity,
    greatest: -Infinity
  }));
  const places = new Map(unknowns.map((unknown, place) => [unknown, place]));
  const constraints = {
    rows: relations.map((relation) => rowOf(relation, columns, places)),
    bounds: columns.map(shifted)
  };
  const linear = solver.keep(constraints);
  const models = [linear];
  let whole: KeptModel | undefined;
  return {
    columns,
    places,
    latest: undefined,
    constraints,
    integer,
    linear,
    whole: () => {
      if (whole === undefined) {
        whole = solver.keep({
          rows: constraints.rows,
          bounds: columns.map(shifted),
          integers: [...columns.keys()]
        });
        models.push(whole);
      }
      return whole;
    },
    bind: (place, range = shifted(columnAt(columns, place))) => {
      for (const model of models) model.setBounds(place, range);
    },
    dispose: () => {
      for (const model of models) model.dispose();
    }
  };
}

export function columnAt(columns: readonly Column[], place: number): Column {
  const column = columns[place];
  if (column === undefined) throw new RangeError(`no column ${place}`);
  return column;
}

export function shifted({ unknown, base }: Column): Range {
  return { lower: unknown.lower - base, upper: unknown.upper - base };
}

function rowOf(
  { terms, constant }: Relation,
  columns: readonly Column[],
  places: ReadonlyMap<Unknown, number>
): Row {
  let right = constant;
  const numbered = [...terms].map(([unknown, coefficient]): Term => {
    const place = places.get(unknown) ?? -1;
    right -= coefficient * columnAt(columns, place).base;
    return [place, coefficient];
  });
  return { terms: numbered, lower: right, upper: right };
}

export function solved(answer: Answer): Answer {
  if (answer.status === 'infeasible') throw new Contradiction();
  if (answer.status !== 'optimal') throw unsettled();
  return answer;
}

export const unsettled = () => new Error('the solver could not settle the audit');

/** Where the answer is one (of whole numbers where those are asked for), it widens what is known of every unknown. */
export function record(search: Search, { values }: Pick<Answer, 'values'>): boolean {
  const { columns, constraints, integer } = search;
  const point = integer ? values.map((value) => Math.round(value)) : values;
  if (integer && !isSolution(constraints, columns, point)) return false;
  search.latest = point;
  for (const [place, value] of point.entries()) {
    const column = columnAt(columns, place);
    column.least = Math.min(column.least, value + column.base);
    column.greatest = Math.max(column.greatest, value + column.base);
  }
  return true;
}

/** Whole numbers are checked without any tolerance. */
function isSolution({ rows }: Constraints, columns: readonly Column[], point: readonly number[]): boolean {
  const at = (place: number) => point[place] ?? Number.NaN;
  return (
    columns.every((column, place) => {
      const { lower, upper } = shifted(column);
      return at(place) >= lower && at(place) <= upper;
    }) &&
    rows.every(({ terms, lower }) => terms.reduce((sum, [place, by]) => sum + by * at(place), 0) === lower)
  );
}

/** How many linear programmes a dive may take before the solver's own search for whole numbers is the better one. */
const MOST_STEPS = 300;

/**
 * Looks for a solution of whole numbers with one place held within a range, by branching depth first on whichever number
 * is least whole; each step starts from the last one's answer. A found solution is recorded. The objective only says
 * where to look first. False where there is none, and where the steps ran out before one was found.
 */
export function dive(
  search: Search,
  held: { readonly place: number; readonly range: Range },
  objective: readonly Term[],
  most = MOST_STEPS
): boolean {
  let steps = 0;
  const limits = new Map<number, Range>([[held.place, held.range]]);
  const within = (place: number, range: Range, then: () => boolean): boolean => {
    const before = limits.get(place) ?? shifted(columnAt(search.columns, place));
    limits.set(place, range);
    search.linear.setBounds(place, range);
    const found = then();
    limits.set(place, before);
    search.linear.setBounds(place, before);
    return found;
  };
  const descend = (): boolean => {
    steps += 1;
    if (steps > most) return false;
    const answer = search.linear.optimise('maximise', objective);
    if (answer.status === 'infeasible') return false;
    solved(answer);
    if (record(search, answer)) return true;
    const { place, value } = leastWhole(answer.values);
    const { lower, upper } = limits.get(place) ?? shifted(columnAt(search.columns, place));
    const below = () => within(place, { lower, upper: Math.floor(value) }, descend);
    const above = () => within(place, { lower: Math.ceil(value), upper }, descend);
    return value - Math.floor(value) < 0.5 ? below() || above() : above() || below();
  };
  const found = within(held.place, held.range, descend);
  search.bind(held.place);
  return found;
}

/** The number furthest from any whole one. */
function leastWhole(values: readonly number[]): { place: number; value: number } {
  let worst = { place: -1, value: 0, by: 0 };
  for (const [place, value] of values.entries()) {
    const by = Math.abs(value - Math.round(value));
    if (by > worst.by) worst = { place, value, by };
  }
  if (worst.by <= TOLERANCE) throw unsettled();
  return worst;
}

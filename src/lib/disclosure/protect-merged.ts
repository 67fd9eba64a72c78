/** The same figure in several places as one: it is hidden in all of ours or in none, and what is known of it is known once. */
import type { Equation } from './equation.ts';
import type { Figure } from './protect-network.ts';
import type { NetworkOptions } from './protect.ts';

type Range = Figure['shown'];

/** What is known of each place of a figure. */
export interface Places {
  readonly cells: ReadonlyMap<string, number>;
  readonly equations: readonly Equation[];
  readonly inequalities: readonly Equation[];
  readonly keep: ReadonlySet<string>;
  readonly withheld: ReadonlySet<string>;
  /** In a table that is being made. */
  readonly isOurs: (id: string) => boolean;
  /** Published elsewhere, or in a table of somebody else’s that shows it or not. */
  readonly isTheirs: (id: string) => boolean;
  /** Shown whatever is done here. */
  readonly isOut: (id: string) => boolean;
  /** What is known of a figure that is out rounded. */
  readonly rangeOf: (id: string) => Range | undefined;
  readonly takenForNone: (id: string) => boolean;
}

type Shared = Required<
  Pick<
    NetworkOptions,
    | 'equations'
    | 'inequalities'
    | 'keep'
    | 'withheld'
    | 'theirs'
    | 'exempt'
    | 'takenForNone'
    | 'roundedElsewhere'
    | 'withheldElsewhere'
  >
>;

export interface Merged extends Shared {
  readonly cells: Readonly<Record<string, number>>;
  /** The name of the figure that stands at a place. */
  readonly nameOf: (id: string) => string;
  /** An equation of places as one of figures. */
  readonly renamed: (equation: Equation) => Equation;
  /** The places of a figure. */
  readonly placesOf: (name: string) => readonly string[];
}

/** Figures that single equations say are the same, under the name of one of their places, ours where there is one. */
export function merged(places: Places): Merged {
  const groups = groupsOf(places.equations.filter(({ parts }) => parts.length === 1));
  const names = new Map<string, string>();
  const members = new Map<string, readonly string[]>();
  for (const group of groups) {
    const inOrder = [...group].sort(
      (a, b) => Number(places.isTheirs(a)) - Number(places.isTheirs(b)) || (a < b ? -1 : 1)
    );
    const [name = ''] = inOrder;
    members.set(name, inOrder);
    for (const id of group) names.set(id, name);
  }
  const nameOf = (id: string) => names.get(id) ?? id;
  const placesOf = (name: string) => members.get(name) ?? [name];
  const renamed = ({ total, parts }: Equation) => ({ total: nameOf(total), parts: parts.map(nameOf) });
  const any = (test: (id: string) => boolean) => (name: string) => placesOf(name).some(test);
  const every = (test: (id: string) => boolean) => (name: string) => placesOf(name).every(test);
  const isRounded = (id: string) => places.rangeOf(id) !== undefined;
  const ofOurs = any(places.isOurs);
  const isWithheld = (name: string) =>
    any((id) => places.withheld.has(id) && (places.isOurs(id) || !ofOurs(name)))(name);
  return {
    nameOf,
    renamed,
    placesOf,
    cells: Object.fromEntries([...places.cells].map(([id, value]) => [nameOf(id), value])),
    equations: places.equations
      .map(renamed)
      .filter(({ total, parts }) => parts.length > 1 || parts[0] !== total),
    inequalities: places.inequalities.map(renamed),
    keep: [...new Set([...places.keep].map(nameOf))],
    withheld: [...new Set([...places.withheld].map(nameOf))].filter(isWithheld),
    theirs: every(places.isTheirs),
    exempt: (name) =>
      any((id) => places.isOut(id) && !isRounded(id))(name) || (!ofOurs(name) && any(places.isOut)(name)),
    takenForNone: every(places.takenForNone),
    withheldElsewhere: any((id) => places.withheld.has(id)),
    roundedElsewhere: (name) => overlap(placesOf(name).flatMap((id) => places.rangeOf(id) ?? []))
  };
}

function overlap(ranges: readonly Range[]): Range | undefined {
  if (ranges.length === 0) return undefined;
  return {
    lower: Math.max(...ranges.map(({ lower }) => lower)),
    upper: Math.min(...ranges.map(({ upper }) => upper))
  };
}

function groupsOf(equations: readonly Equation[]): readonly ReadonlySet<string>[] {
  const groups = new Map<string, Set<string>>();
  for (const { total, parts } of equations) {
    const ids = [total, ...parts];
    const found = ids.map((id) => groups.get(id) ?? new Set([id]));
    const [first = new Set<string>(), ...others] = found.toSorted((a, b) => b.size - a.size);
    for (const id of [...ids, ...others.flatMap((other) => [...other])]) {
      first.add(id);
      groups.set(id, first);
    }
  }
  return [...new Set(groups.values())];
}

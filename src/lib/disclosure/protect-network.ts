/** The figures of one set of linked tables as a network: what each may be to a reader, and the lines that tie them. */

export type { Equation } from './equation.ts';

/**
 * `open` is published unless it is chosen to be withheld; `kept` must stay published; `withheld` is withheld already;
 * `unpublished` is in no table, though a reader may work it out.
 */
export type Standing = 'open' | 'kept' | 'withheld' | 'unpublished';

/** One figure. Lower and upper are what a reader knows of it while it is hidden. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  readonly standing: Standing;
  readonly lower: number;
  readonly upper: number;
  /** What a reader knows of it while it is shown: the value itself, unless counts are rounded. */
  readonly shown: { readonly lower: number; readonly upper: number };
  /** What withholding it loses. */
  readonly cost: number;
  /** `must` be hidden within an interval; hidden `if possible`; or no need. */
  readonly need: 'must' | 'if possible' | 'none';
}

/** Σ coefficient × figure = 0. */
export interface Line {
  readonly at: readonly number[];
  readonly coefficients: readonly number[];
}

export interface Network {
  readonly figures: readonly Figure[];
  readonly lines: readonly Line[];
  /** Of each figure, the lines it is on, and its coefficient on each. */
  readonly linesOf: readonly (readonly number[])[];
  readonly sharesOf: readonly (readonly number[])[];
  /** The least distance between the ends of an interval. */
  readonly width: number;
}

/** A change of several figures at once that every line allows: proof that a reader cannot tell the two apart. */
export interface Move {
  readonly at: readonly number[];
  readonly by: readonly number[];
}

export type Hidden = (index: number) => boolean;

/** How far a figure may fall and rise from its true value in a reader's eyes. */
export function roomOf(figure: Figure, hidden: boolean): { readonly down: number; readonly up: number } {
  const { lower, upper } = hidden ? figure : figure.shown;
  return { down: figure.value - lower, up: upper - figure.value };
}

export function isFree(figure: Figure): boolean {
  return figure.standing === 'withheld' || figure.standing === 'unpublished';
}

/** Whether it is for us to say if the figure is published. */
export function isChoice(figure: Figure): boolean {
  return figure.standing === 'open' && figure.need === 'none';
}

export function networkOf(figures: readonly Figure[], lines: readonly Line[], width: number): Network {
  const linesOf: number[][] = figures.map(() => []);
  const sharesOf: number[][] = figures.map(() => []);
  lines.forEach(({ at, coefficients }, index) =>
    at.forEach((figure, term) => {
      linesOf[figure]?.push(index);
      sharesOf[figure]?.push(coefficients[term] ?? 0);
    })
  );
  return { figures, lines, linesOf, sharesOf, width };
}

/** True where a figure can never move, so that nothing passes through it. */
function still(figure: Figure): boolean {
  const { lower, upper } = figure.standing === 'kept' ? figure.shown : figure;
  return upper <= lower;
}

/** Networks that have nothing to do with one another, each with the figures that may move; the rest are left out. */
export function componentsOf(network: Network): Network[] {
  const leader = network.figures.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at] ?? at] ?? at;
      at = leader[at] ?? at;
    }
    return at;
  };
  const moving = network.figures.map((figure) => !still(figure));
  for (const { at } of network.lines) {
    const [first, ...others] = at.filter((index) => moving[index]);
    if (first !== undefined) for (const other of others) leader[find(other)] = find(first);
  }
  const members = new Map<number, number[]>();
  moving.forEach((moves, index) => {
    if (!moves) return;
    const root = find(index);
    const list = members.get(root);
    if (list) list.push(index);
    else members.set(root, [index]);
  });
  return [...members.values()].map((indices) => part(network, indices));
}

function part(network: Network, indices: readonly number[]): Network {
  const place = new Map(indices.map((index, at) => [index, at]));
  const lines = [...new Set(indices.flatMap((index) => network.linesOf[index] ?? []))]
    .sort((a, b) => a - b)
    .map((index) => {
      const line = network.lines[index] ?? { at: [], coefficients: [] };
      const kept = line.at.flatMap((figure, term) => {
        const at = place.get(figure);
        return at === undefined ? [] : [[at, line.coefficients[term] ?? 0] as const];
      });
      return { at: kept.map(([at]) => at), coefficients: kept.map(([, coefficient]) => coefficient) };
    });
  const figures = indices.flatMap((index) => network.figures[index] ?? []);
  return networkOf(figures, lines, network.width);
}

/** The same question put to the solver: a change that every line allows, at the least cost or of the greatest size. */
import { isChoice, roomOf, type Hidden, type Line, type Move, type Network } from './protect-network.ts';
import type { Price } from './protect-search.ts';
import type { KeptModel, Programme, Range, Row, Solver } from './solver.ts';

const NOTHING = 1e-6;

/**
 * The cheapest change in which figure `start` changes by exactly `by`, a figure costing its price a unit; whole
 * numbers only. Undefined where there is none at all.
 */
export function solveMove(
  solver: Solver,
  network: Network,
  start: number,
  by: number,
  price: Price
): Move | undefined {
  const programme = moveProgramme(network, start, by, price);
  const answer = solver.solve(programme);
  if (answer.status !== 'optimal') return undefined;
  const move = moveOf(network, answer.values);
  if (move) return move;
  const integers = programme.bounds.map((_, column) => column);
  const whole = solver.solve({ ...programme, integers });
  return whole.status === 'optimal' ? moveOf(network, whole.values) : undefined;
}

function moveProgramme(network: Network, start: number, by: number, price: Price): Programme {
  const bounds = network.figures.flatMap((figure, index): Range[] => {
    const { down, up } = roomOf(figure, price(index) < Infinity);
    const [rise, fall] = index === start ? [Math.max(by, 0), Math.max(-by, 0)] : [up, down];
    const least = index === start;
    return [
      { lower: least ? rise : 0, upper: rise },
      { lower: least ? fall : 0, upper: fall }
    ];
  });
  const rows = network.lines.map((line): Row => ({ terms: termsOf(line), lower: 0, upper: 0 }));
  const objective = network.figures.flatMap((_, index) => {
    const cost = Math.max(0.001, Math.min(price(index), 1e4));
    return [[2 * index, cost] as const, [2 * index + 1, cost] as const];
  });
  return { sense: 'minimise', objective, rows, bounds };
}

const termsOf = (line: Line) =>
  line.at.flatMap((figure, term) => {
    const coefficient = line.coefficients[term] ?? 0;
    return [[2 * figure, coefficient] as const, [2 * figure + 1, -coefficient] as const];
  });

/** The change in whole numbers, or undefined where the answer is in fractions or does not add up when rounded. */
function moveOf(network: Network, values: readonly number[]): Move | undefined {
  const at: number[] = [];
  const by: number[] = [];
  for (const index of network.figures.keys()) {
    const exact = (values[2 * index] ?? 0) - (values[2 * index + 1] ?? 0);
    const whole = Math.round(exact);
    if (Math.abs(exact - whole) > 1e-4) return undefined;
    if (whole === 0) continue;
    at.push(index);
    by.push(whole);
  }
  const change = new Map(at.map((index, term) => [index, by[term] ?? 0]));
  const holds = network.lines.every(
    (line) =>
      line.at.reduce(
        (sum, index, term) => sum + (line.coefficients[term] ?? 0) * (change.get(index) ?? 0),
        0
      ) === 0
  );
  return holds ? { at, by } : undefined;
}

/** What must be withheld besides: Σ share × withheld ≥ `atLeast`, over figures that are open. */
export interface Cut {
  readonly shares: ReadonlyMap<number, number>;
  readonly atLeast: number;
}

/** Keeps a network in the solver, figures hidden or not as they come, to prove where an interval is too narrow. */
export class Extents {
  readonly #network: Network;
  readonly #model: KeptModel;
  readonly #hidden: boolean[];

  constructor(solver: Solver, network: Network) {
    this.#network = network;
    this.#hidden = network.figures.map(() => false);
    this.#model = solver.keep({
      rows: network.lines.map((line) => ({
        terms: line.at.map((figure, term) => [figure, line.coefficients[term] ?? 0] as const),
        lower: 0,
        upper: 0
      })),
      bounds: network.figures.map((_, index) => this.#range(index, false))
    });
  }

  hide(hidden: Hidden): void {
    this.#network.figures.forEach((_, index) => {
      if (this.#hidden[index] === hidden(index)) return;
      this.#hidden[index] = hidden(index);
      this.#model.setBounds(index, this.#range(index, hidden(index)));
    });
  }

  /** A condition that every safe set meets and the present one does not; undefined where there is none to be proved. */
  cut(index: number): Cut | undefined {
    const figure = this.#network.figures[index];
    if (figure === undefined) return undefined;
    const { width } = this.#network;
    const room = roomOf(figure, true);
    this.#model.setBounds(index, { lower: -Math.min(room.down, width), upper: Math.min(room.up, width) });
    const prices = ([1, -1] as const).map((sign) => this.#model.optimise('maximise', [[index, sign]]).prices);
    this.#model.setBounds(index, this.#range(index, this.#hidden[index] ?? false));
    if (prices.some((list) => list.length === 0 && this.#network.lines.length > 0)) return undefined;
    return this.#cutOf(index, prices);
  }

  dispose(): void {
    this.#model.dispose();
  }

  #cutOf(start: number, prices: readonly (readonly number[])[]): Cut | undefined {
    const { figures, width } = this.#network;
    const shares = new Map<number, number>();
    let atLeast = width;
    for (const [index, figure] of figures.entries()) {
      const weights = prices.map(
        (list, side) => (index !== start ? 0 : side === 0 ? 1 : -1) - this.#priced(index, list)
      );
      const ceiling = index === start ? width : Infinity;
      const given = (hidden: boolean) => {
        const { down, up } = roomOf(figure, hidden);
        return weights.reduce(
          (sum, weight) =>
            Math.abs(weight) < NOTHING
              ? sum
              : sum + Math.min(weight > 0 ? up : down, ceiling) * Math.abs(weight),
          0
        );
      };
      if (isChoice(figure) && index !== start) {
        const shown = given(false);
        atLeast -= shown;
        if (given(true) - shown > NOTHING) shares.set(index, given(true) - shown);
      } else atLeast -= given(figure.standing !== 'kept');
    }
    return atLeast > NOTHING ? { shares, atLeast } : undefined;
  }

  #priced(index: number, prices: readonly number[]): number {
    const shares = this.#network.sharesOf[index] ?? [];
    return (this.#network.linesOf[index] ?? []).reduce(
      (sum, line, at) => sum + (prices[line] ?? 0) * (shares[at] ?? 0),
      0
    );
  }

  /** A figure that is shown is let move by next to nothing, so that the proof leans on as few of them as will do. */
  #range(index: number, hidden: boolean): Range {
    const figure = this.#network.figures[index];
    if (figure === undefined) return { lower: 0, upper: 0 };
    const { down, up } = roomOf(figure, hidden);
    if (hidden || figure.standing === 'kept') return { lower: -down, upper: up };
    const most = roomOf(figure, true);
    return {
      lower: -Math.max(down, Math.min(0.001, most.down)),
      upper: Math.max(up, Math.min(0.001, most.up))
    };
  }
}

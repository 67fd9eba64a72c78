/** Finds a cheap change of figures that leaves every line true, by keeping the best few unfinished changes at each step. */
import { roomOf, type Move, type Network } from './protect-network.ts';

/** What it costs to hide a figure that the search would use: 0 where it is hidden already, Infinity where it may not be. */
export type Price = (index: number) => number;

interface State {
  readonly at: readonly number[];
  readonly by: readonly number[];
  /** Line → what it is out by. */
  readonly out: ReadonlyMap<number, number>;
  readonly cost: number;
  readonly mark: number;
}

/** One more figure changed, weighed before it is worked out in full. */
interface Step {
  readonly from: State;
  readonly figure: number;
  readonly by: number;
  readonly cost: number;
  readonly mark: number;
  /** The less the better: what it costs, and how many lines are still to be put right. */
  readonly score: number;
}

const LONGEST = 48;
const NOTHING: State = { at: [], by: [], out: new Map(), cost: 0, mark: 0 };

/**
 * The cheapest change found in which figure `start` changes by exactly `by`; undefined where none was found, which is
 * no proof that there is none.
 */
export function findMove(
  network: Network,
  start: number,
  by: number,
  price: Price,
  breadth: number
): { readonly move: Move; readonly cost: number } | undefined {
  let states = [taken(network, stepOf(network, NOTHING, start, by, 0))];
  let best: State | undefined;
  for (let length = 0; length < LONGEST && states.length > 0; length += 1) {
    const steps = new Map<number, Step>();
    for (const state of states) {
      if (state.out.size === 0) {
        if (best === undefined || state.cost < best.cost) best = state;
        continue;
      }
      addSteps(network, state, price, best?.cost ?? Infinity, steps);
    }
    states = [...steps.values()]
      .sort((a, b) => a.score - b.score)
      .slice(0, breadth)
      .map((step) => taken(network, step));
  }
  return best && { move: { at: best.at, by: best.by }, cost: best.cost };
}

/** Every way to mend one line, the shortest that is out. */
function addSteps(
  network: Network,
  state: State,
  price: Price,
  limit: number,
  steps: Map<number, Step>
): void {
  const index = lineToMend(network, state);
  const line = network.lines[index];
  const out = state.out.get(index) ?? 0;
  if (line === undefined) return;
  for (let term = 0; term < line.at.length; term += 1) {
    const figure = line.at[term] ?? 0;
    const wanted = -out / (line.coefficients[term] ?? 1);
    if (!Number.isInteger(wanted) || state.at.includes(figure)) continue;
    const shown = within(network, figure, wanted, false);
    const cost = shown === wanted ? 0 : price(figure);
    const given = shown === wanted ? shown : within(network, figure, wanted, cost < Infinity);
    if (given === 0) continue;
    const step = stepOf(network, state, figure, given, given === shown ? 0 : cost);
    if (step.cost >= limit) continue;
    const known = steps.get(step.mark);
    if (known === undefined || step.cost < known.cost) steps.set(step.mark, step);
  }
}

function lineToMend(network: Network, state: State): number {
  let chosen = -1;
  let length = Infinity;
  for (const line of state.out.keys()) {
    const size = network.lines[line]?.at.length ?? 0;
    if (size < length) {
      chosen = line;
      length = size;
    }
  }
  return chosen;
}

function within(network: Network, index: number, wanted: number, hidden: boolean): number {
  const figure = network.figures[index];
  if (figure === undefined) return 0;
  const { down, up } = roomOf(figure, hidden);
  return wanted < 0 ? -Math.min(-wanted, down) : Math.min(wanted, up);
}

/** A number for a figure and its change: of the same changes in another order, the sum is the same. */
function markOf(figure: number, by: number): number {
  let mixed = Math.imul(figure + 1, 0x9e3779b1) ^ Math.imul(by + 101, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function stepOf(network: Network, from: State, figure: number, by: number, cost: number): Step {
  let open = from.out.size;
  const lines = network.linesOf[figure] ?? [];
  const shares = network.sharesOf[figure] ?? [];
  for (let at = 0; at < lines.length; at += 1) {
    const before = from.out.get(lines[at] ?? 0) ?? 0;
    const after = before + (shares[at] ?? 0) * by;
    if (before === 0) open += 1;
    if (after === 0) open -= 1;
  }
  const whole = from.cost + cost;
  return {
    from,
    figure,
    by,
    cost: whole,
    mark: from.mark + markOf(figure, by),
    score: whole + 0.55 * open + 0.001 * from.at.length
  };
}

function taken(network: Network, { from, figure, by, cost, mark }: Step): State {
  const out = new Map(from.out);
  const shares = network.sharesOf[figure] ?? [];
  (network.linesOf[figure] ?? []).forEach((index, at) => {
    const left = (out.get(index) ?? 0) + (shares[at] ?? 0) * by;
    if (left === 0) out.delete(index);
    else out.set(index, left);
  });
  return { at: [...from.at, figure], by: [...from.by, by], out, cost, mark };
}

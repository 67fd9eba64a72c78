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
}

const LONGEST = 48;

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
  const opening = extended(network, { at: [], by: [], out: new Map(), cost: 0 }, start, by, 0);
  let states: State[] = [opening];
  let best: State | undefined;
  for (let step = 0; step < LONGEST && states.length > 0; step += 1) {
    const next = new Map<string, State>();
    for (const state of states) {
      if (state.out.size === 0) {
        if (best === undefined || state.cost < best.cost) best = state;
        continue;
      }
      for (const grown of growths(network, state, price)) {
        if (best !== undefined && grown.cost >= best.cost) continue;
        const key = keyOf(grown);
        const known = next.get(key);
        if (known === undefined || grown.cost < known.cost) next.set(key, grown);
      }
    }
    states = [...next.values()].sort((a, b) => scoreOf(a) - scoreOf(b)).slice(0, breadth);
  }
  return best && { move: { at: best.at, by: best.by }, cost: best.cost };
}

/** An unfinished change is judged by what it cost and by how many lines are still to be put right. */
function scoreOf(state: State): number {
  return state.cost + 0.55 * state.out.size + 0.001 * state.at.length;
}

function keyOf(state: State): string {
  return state.at
    .map((at, index) => `${at}:${state.by[index] ?? 0}`)
    .sort()
    .join();
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

function growths(network: Network, state: State, price: Price): State[] {
  const index = lineToMend(network, state);
  const line = network.lines[index];
  const out = state.out.get(index) ?? 0;
  if (line === undefined) return [];
  const grown: State[] = [];
  line.at.forEach((figure, term) => {
    if (state.at.includes(figure)) return;
    const coefficient = line.coefficients[term] ?? 0;
    const wanted = -out / coefficient;
    if (!Number.isInteger(wanted)) return;
    const shown = within(network, figure, wanted, false);
    if (shown === wanted) {
      grown.push(extended(network, state, figure, shown, 0));
      return;
    }
    const cost = price(figure);
    const given = within(network, figure, wanted, cost < Infinity);
    if (given !== 0) grown.push(extended(network, state, figure, given, given === shown ? 0 : cost));
  });
  return grown;
}

function within(network: Network, index: number, wanted: number, hidden: boolean): number {
  const figure = network.figures[index];
  if (figure === undefined) return 0;
  const { down, up } = roomOf(figure, hidden);
  return wanted < 0 ? -Math.min(-wanted, down) : Math.min(wanted, up);
}

function extended(network: Network, state: State, figure: number, by: number, cost: number): State {
  const out = new Map(state.out);
  for (const index of network.linesOf[figure] ?? []) {
    const line = network.lines[index];
    const coefficient = line?.coefficients[line.at.indexOf(figure)] ?? 0;
    const left = (out.get(index) ?? 0) + coefficient * by;
    if (left === 0) out.delete(index);
    else out.set(index, left);
  }
  return { at: [...state.at, figure], by: [...state.by, by], out, cost: state.cost + cost };
}

/** Chooses what to withhold besides, one figure in need at a time, then takes back what turns out not to be needed. */
import { isFree, roomOf, type Move, type Network } from './protect-network.ts';
import { solveMove } from './protect-programme.ts';
import { findMove, type Price } from './protect-search.ts';
import type { Solver } from './solver.ts';
import { Witnesses } from './protect-witness.ts';

const BREADTH = 24;

/** What is hidden in one network, with the proof that it is enough. */
export class Protection {
  readonly network: Network;
  readonly #solver: Solver;
  readonly #witnesses: Witnesses;
  readonly #hidden: boolean[];
  readonly #besides = new Set<number>();
  /** Figures in need that nothing can help. */
  readonly beyondHelp = new Set<number>();

  constructor(solver: Solver, network: Network) {
    this.network = network;
    this.#solver = solver;
    this.#witnesses = new Witnesses(network);
    this.#hidden = network.figures.map(
      (figure) => isFree(figure) || (figure.standing === 'open' && figure.need !== 'none')
    );
  }

  readonly isHidden = (index: number): boolean => this.#hidden[index] ?? false;

  /** Open figures hidden for the sake of others. */
  besides(): number[] {
    return [...this.#besides].sort((a, b) => a - b);
  }

  hide(index: number): void {
    this.#hidden[index] = true;
    this.#besides.add(index);
  }

  isSafe(index: number): boolean {
    return this.#witnesses.widthOf(index) >= this.network.width;
  }

  /** Whether a hidden figure has to be within an interval: all in need, and all that are withheld beside them. */
  isInNeed(index: number): boolean {
    const figure = this.network.figures[index];
    if (figure === undefined || this.beyondHelp.has(index)) return false;
    return figure.need !== 'none' || (figure.standing === 'open' && this.isHidden(index));
  }

  /** Hides whatever is cheapest until figure `index` is safe; false where nothing that may be hidden makes it so. */
  secure(index: number): boolean {
    return this.#prove(
      index,
      (at) => {
        if (this.isHidden(at)) return 0;
        const figure = this.network.figures[at];
        return figure?.standing === 'open' ? figure.cost : Infinity;
      },
      true
    );
  }

  /** Whether figure `index` is safe with what is hidden now. `thorough` asks the solver where the search finds nothing. */
  proves(index: number, thorough: boolean): boolean {
    return this.#prove(index, (at) => (this.isHidden(at) ? 0 : Infinity), thorough);
  }

  /** Publishes a figure again if all that rests on it can be proved otherwise. */
  publishes(index: number, thorough: boolean): boolean {
    this.#hidden[index] = false;
    this.#besides.delete(index);
    const { lost, touched } = this.#witnesses.withdraw(index);
    if (touched.every((at) => at === index || !this.isInNeed(at) || this.proves(at, thorough))) return true;
    this.hide(index);
    this.#witnesses.restore(lost);
    return false;
  }

  #prove(index: number, price: Price, thorough: boolean): boolean {
    if (this.isSafe(index)) return true;
    const { width } = this.network;
    const found =
      this.#search(index, width, price) ?? (thorough ? this.#solve(index, width, price) : undefined);
    if (found) {
      this.#adopt(found);
      return true;
    }
    if (!thorough) return false;
    for (let up = width - 1; up > 0; up -= 1) {
      const rise = this.#within(index, up) && solveMove(this.#solver, this.network, index, up, price);
      const down = up - width;
      const fall =
        rise && this.#within(index, down) && solveMove(this.#solver, this.network, index, down, price);
      if (!rise || !fall) continue;
      this.#adopt(rise);
      this.#adopt(fall);
      return true;
    }
    return false;
  }

  #within(index: number, by: number): boolean {
    const figure = this.network.figures[index];
    if (figure === undefined) return false;
    const { down, up } = roomOf(figure, true);
    return by < 0 ? -by <= down : by <= up;
  }

  #search(index: number, width: number, price: Price): Move | undefined {
    let best: ReturnType<typeof findMove>;
    for (const by of [width, -width]) {
      if (best?.cost === 0 || !this.#within(index, by)) continue;
      const found = findMove(this.network, index, by, price, BREADTH);
      if (found && (best === undefined || found.cost < best.cost)) best = found;
    }
    return best?.move;
  }

  #solve(index: number, width: number, price: Price): Move | undefined {
    for (const by of [width, -width]) {
      const move = this.#within(index, by)
        ? solveMove(this.#solver, this.network, index, by, price)
        : undefined;
      if (move) return move;
    }
    return undefined;
  }

  #adopt(move: Move): void {
    move.at.forEach((index, term) => {
      const figure = this.network.figures[index];
      if (figure === undefined || this.isHidden(index)) return;
      const { down, up } = roomOf(figure, false);
      const by = move.by[term] ?? 0;
      if (by > up || -by > down) this.hide(index);
    });
    this.#witnesses.add(move, this.isHidden);
  }
}

/** Secures every figure in need of a network, and all that is withheld for them; then what can be published again is. */
export function protectGreedily(solver: Solver, network: Network, thorough: boolean): Protection {
  const protection = new Protection(solver, network);
  const queue = [...network.figures.keys()].filter((index) => protection.isInNeed(index));
  const asked = new Set(queue);
  for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
    if (!protection.secure(index)) protection.beyondHelp.add(index);
    for (const beside of protection.besides())
      if (!asked.has(beside) && !protection.isSafe(beside)) {
        asked.add(beside);
        queue.push(beside);
      }
  }
  tidy(protection, thorough);
  return protection;
}

/** Publishes again, dearest first, what is withheld for the sake of others and not needed. */
export function tidy(protection: Protection, thorough: boolean): void {
  const { figures } = protection.network;
  const costOf = (index: number) => figures[index]?.cost ?? 0;
  for (const index of protection.besides().sort((a, b) => costOf(b) - costOf(a) || a - b))
    protection.publishes(index, thorough);
}

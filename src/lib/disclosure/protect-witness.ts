/** Changes found so far, and the interval they prove for each figure. Arithmetic in whole numbers, nothing estimated. */
import { roomOf, type Hidden, type Move, type Network } from './protect-network.ts';

interface Witness {
  readonly move: Move;
  readonly times: number;
  readonly timesBack: number;
}

export class Witnesses {
  readonly #network: Network;
  readonly #all = new Set<Witness>();
  readonly #of: Set<Witness>[];

  constructor(network: Network) {
    this.#network = network;
    this.#of = network.figures.map(() => new Set());
  }

  /**
   * Takes a change up as proof for every figure in it, as often as it can be repeated either way.
   * @throws {Error} where a line does not allow it: nothing unproven is ever relied on.
   */
  add(move: Move, hidden: Hidden): void {
    this.#check(move);
    const witness = {
      move,
      times: this.#times(move, 1, hidden),
      timesBack: this.#times(move, -1, hidden)
    };
    if (witness.times + witness.timesBack === 0) throw new Error('a change leaves the range of a figure');
    this.#all.add(witness);
    for (const index of move.at) this.#of[index]?.add(witness);
  }

  /** Forgets what relies on a figure being hidden; the figures that may have lost their proof. */
  withdraw(index: number): { readonly lost: readonly Witness[]; readonly touched: readonly number[] } {
    const lost = [...(this.#of[index] ?? [])];
    for (const witness of lost) this.#drop(witness);
    return { lost, touched: [...new Set(lost.flatMap(({ move }) => move.at))].sort((a, b) => a - b) };
  }

  restore(lost: readonly Witness[]): void {
    for (const witness of lost) {
      this.#all.add(witness);
      for (const index of witness.move.at) this.#of[index]?.add(witness);
    }
  }

  /** The distance between the ends of the interval proven for a figure: never more than the true one. */
  widthOf(index: number): number {
    let up = 0;
    let down = 0;
    for (const { move, times, timesBack } of this.#of[index] ?? []) {
      const by = move.by[move.at.indexOf(index)] ?? 0;
      up = Math.max(up, by > 0 ? by * times : -by * timesBack);
      down = Math.max(down, by > 0 ? by * timesBack : -by * times);
    }
    return up + down;
  }

  #drop(witness: Witness): void {
    this.#all.delete(witness);
    for (const index of witness.move.at) this.#of[index]?.delete(witness);
  }

  #check(move: Move): void {
    const sums = new Map<number, number>();
    move.at.forEach((figure, term) => {
      const shares = this.#network.sharesOf[figure] ?? [];
      (this.#network.linesOf[figure] ?? []).forEach((index, at) => {
        sums.set(index, (sums.get(index) ?? 0) + (shares[at] ?? 0) * (move.by[term] ?? 0));
      });
    });
    if ([...sums.values()].some((sum) => sum !== 0) || !move.by.every(Number.isInteger))
      throw new Error('a change breaks a line');
  }

  #times(move: Move, sign: 1 | -1, hidden: Hidden): number {
    let times = Infinity;
    move.at.forEach((index, term) => {
      const figure = this.#network.figures[index];
      if (figure === undefined) return;
      const { down, up } = roomOf(figure, hidden(index));
      const by = sign * (move.by[term] ?? 0);
      if (by !== 0) times = Math.min(times, Math.floor(by < 0 ? down / -by : up / by));
    });
    return times;
  }
}

/**
 * The cheapest safe set of one network, by cutting planes (Fischetti and Salazar-González, “Solving the cell
 * suppression problem on tabular data with linear constraints”, Management Science 47(7), 2001): the cheapest set that
 * meets the conditions known so far; whatever it leaves unsafe proves another; until nothing is.
 */
import { isChoice, type Network } from './protect-network.ts';
import { Extents, type Cut } from './protect-programme.ts';
import { Protection } from './protect-greedy.ts';
import type { KeptModel, Solver } from './solver.ts';

const ROUNDS = 150;
/** A round that takes longer than any in practice is given up, and the good set that is known already is kept. */
const SECONDS = 20;

/** Undefined where it was not found within a set number of rounds, or is no cheaper than what is `known` already. */
export function protectWithFewest(
  solver: Solver,
  network: Network,
  known: Protection
): Protection | undefined {
  const choices = [...network.figures.entries()].flatMap(([index, figure]) =>
    isChoice(figure) ? [index] : []
  );
  const columnOf = new Map(choices.map((index, column) => [index, column]));
  const costs = choices.map((index, column) => [column, network.figures[index]?.cost ?? 1] as const);
  const limit = known.besides().reduce((sum, index) => sum + (network.figures[index]?.cost ?? 1), 0) - 1e-9;
  const extents = new Extents(solver, network);
  const master = solver.keep(
    {
      rows: [],
      bounds: choices.map(() => ({ lower: 0, upper: 1 })),
      integers: choices.map((_, column) => column)
    },
    { seconds: SECONDS }
  );
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const answer = master.optimise('minimise', costs);
      if (answer.status !== 'optimal' || answer.objective >= limit) return undefined;
      const trial = new Protection(solver, network);
      for (const index of known.beyondHelp) trial.beyondHelp.add(index);
      choices.forEach((index, column) => {
        if ((answer.values[column] ?? 0) > 0.5) trial.hide(index);
      });
      const unsafe = [...network.figures.keys()].filter(
        (index) => trial.isInNeed(index) && !trial.proves(index, true)
      );
      if (unsafe.length === 0) return trial;
      extents.hide((index) => trial.isHidden(index));
      for (const index of unsafe) {
        const figure = network.figures[index];
        const own = figure && isChoice(figure) ? index : undefined;
        addCut(master, columnOf, cutFor(extents, trial, index, choices), own);
      }
    }
    return undefined;
  } finally {
    master.dispose();
    extents.dispose();
  }
}

/** A condition proved by prices; where whole numbers alone make the figure unsafe, that something more must be withheld. */
function cutFor(extents: Extents, trial: Protection, index: number, choices: readonly number[]): Cut {
  const cut = extents.cut(index);
  if (cut) {
    const met = [...cut.shares].reduce((sum, [at, share]) => sum + (trial.isHidden(at) ? share : 0), 0);
    if (met < cut.atLeast - 1e-6) return cut;
  }
  return { shares: new Map(choices.filter((at) => !trial.isHidden(at)).map((at) => [at, 1])), atLeast: 1 };
}

/** `own`: the condition is for a figure that is itself a choice, and falls away where it is not withheld. */
function addCut(
  master: KeptModel,
  columnOf: ReadonlyMap<number, number>,
  { shares, atLeast }: Cut,
  own: number | undefined
): void {
  const terms = [...shares].flatMap(([index, share]) => {
    const column = columnOf.get(index);
    return column === undefined ? [] : [[column, Math.min(share, atLeast) / atLeast] as const];
  });
  const column = own === undefined ? undefined : columnOf.get(own);
  master.addRow(
    column === undefined
      ? { terms, lower: 1, upper: Infinity }
      : { terms: [...terms, [column, -1]], lower: 0, upper: Infinity }
  );
}

/** Protects a network part by part: parts that have nothing to do with one another are protected one at a time. */
import { componentsOf, isChoice, isFree, networkOf, type Network } from './protect-network.ts';
import { protectWithFewest } from './protect-fewest.ts';
import { protectGreedily, type Protection } from './protect-greedy.ts';
import { solveMove } from './protect-programme.ts';
import { NoSafeSetError } from './protect-error.ts';
import type { Solver } from './solver.ts';

export interface Effort {
  /** Up to so many figures to choose from, the cheapest set is looked for and not only a good one. */
  readonly fewestUpTo: number;
  /** Up to so many figures in a part, the solver is asked before a figure is held to be needed. */
  readonly thoroughUpTo: number;
  /** Whether parts in which all is out or withheld already are left to the check: nothing about them can be chosen. */
  readonly leaveSettled?: boolean;
  /** Figures that are published elsewhere: where nothing but these give a figure away, that is told and not refused. */
  readonly isOut?: ((id: string) => boolean) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called after each part, with the parts done and all there are. May wait, to let others have their turn. */
  readonly onProgress?: ((done: number, of: number) => void | Promise<void>) | undefined;
}

export interface Outcome {
  /** Hidden, though nothing of themselves need it. */
  readonly besides: readonly string[];
  /** Withheld elsewhere, and given away whatever is done here. */
  readonly beyondHelp: readonly string[];
}

/**
 * @throws {NoSafeSetError} where a figure that must be hidden cannot be.
 * @throws the signal's reason where it was aborted.
 */
export async function protectParts(solver: Solver, network: Network, effort: Effort): Promise<Outcome> {
  const parts = componentsOf(network).filter(
    (part) =>
      part.figures.some(({ need }) => need !== 'none') && !(effort.leaveSettled === true && isSettled(part))
  );
  const besides: string[] = [];
  const beyondHelp: string[] = [];
  const refuse = refusals(solver, network, effort.isOut);
  for (const [done, part] of parts.entries()) {
    effort.signal?.throwIfAborted();
    const protection = protectPart(solver, part, effort);
    for (const id of named(
      part,
      [...protection.beyondHelp].filter((at) => part.figures[at]?.need === 'must')
    )) {
      const refusal = refuse(id);
      if (refusal.keep.length === 0 || !refusal.keep.every((each) => effort.isOut?.(each))) throw refusal;
    }
    besides.push(...named(part, protection.besides()));
    beyondHelp.push(...named(part, [...protection.beyondHelp]));
    await effort.onProgress?.(done + 1, parts.length);
  }
  return { besides: besides.sort(), beyondHelp: beyondHelp.sort() };
}

function isSettled({ figures }: Network): boolean {
  return (
    figures.some(({ standing }) => standing === 'withheld') &&
    figures.every(({ standing }) => standing === 'withheld' || standing === 'unpublished')
  );
}

const named = (part: Network, indices: readonly number[]) =>
  indices.flatMap((index) => part.figures[index]?.id ?? []);

function protectPart(solver: Solver, part: Network, effort: Effort): Protection {
  const good = protectGreedily(solver, part, part.figures.length <= effort.thoroughUpTo);
  if (good.beyondHelp.size > 0) return good;
  if (part.figures.filter(isChoice).length > effort.fewestUpTo || good.besides().length < 2) return good;
  return protectWithFewest(solver, part, good) ?? good;
}

/** Names the kept figures whose release would let a figure be hidden: those in the cheapest change that may use them. */
function refusals(
  solver: Solver,
  network: Network,
  isOut: (id: string) => boolean = () => false
): (id: string) => NoSafeSetError {
  const kept = new Set(network.figures.flatMap((figure) => (figure.standing === 'kept' ? [figure.id] : [])));
  let parts: ReadonlyMap<string, Network> | undefined;
  return (id) => {
    parts ??= partsByFigure(released(network));
    const part = parts.get(id);
    if (part === undefined) return new NoSafeSetError([id], []);
    const index = part.figures.findIndex((figure) => figure.id === id);
    const price = (at: number) => {
      const figure = part.figures[at];
      if (figure === undefined || isFree(figure)) return 0;
      if (!kept.has(figure.id)) return figure.standing === 'kept' ? Infinity : figure.cost;
      return isOut(figure.id) ? 1e4 : 1e2 * figure.cost;
    };
    const [up, down] = [part.width, -part.width];
    const move = solveMove(solver, part, index, up, price) ?? solveMove(solver, part, index, down, price);
    return new NoSafeSetError(
      [id],
      named(part, move?.at ?? []).filter((each) => kept.has(each))
    );
  };
}

/** The network as if what is kept, and is not nought, might be withheld. */
function released(network: Network): Network {
  const figures = network.figures.map((figure) => ({
    ...figure,
    lower: figure.standing === 'kept' ? Math.min(1, figure.value) : figure.lower,
    upper: figure.standing === 'kept' && figure.value > 0 ? Infinity : figure.upper,
    standing: figure.standing === 'kept' && figure.value > 0 ? ('open' as const) : figure.standing
  }));
  return networkOf(figures, network.lines, network.width);
}

function partsByFigure(network: Network): Map<string, Network> {
  return new Map(componentsOf(network).flatMap((part) => part.figures.map(({ id }) => [id, part] as const)));
}

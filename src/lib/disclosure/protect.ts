/** Chooses which figures of a table, or of linked tables, are withheld so that no small one can be worked out. */
import { roundToBase } from '#lib/stats/rounding.ts';
import { byId, completed, idsOf, type Completed } from './protect-unknown.ts';
import { NoSafeSetError } from './protect-error.ts';
import { networkOf, type Equation, type Figure, type Line, type Network } from './protect-network.ts';
import { protectParts, type Effort } from './protect-parts.ts';
import { isSmall, smallGroupCells, type PrimaryRule } from './protect-primary.ts';
import { openSolver, type Solver } from './solver.ts';

export { NoSafeSetError, InconsistentCellsError } from './protect-error.ts';
export type { Equation } from './protect-network.ts';

export interface ProtectOptions extends PrimaryRule {
  /** The true counts by id. An id that only equations name is worked out from them, or left unknown. */
  readonly cells: Readonly<Record<string, number>>;
  readonly equations: readonly Equation[];
  /** The total is at least the sum of the parts. */
  readonly inequalities?: readonly Equation[];
  /** Cells that must stay published. */
  readonly keep?: readonly string[];
  /** Cells withheld already, as in an earlier release: they stay so. */
  readonly withheld?: readonly string[];
  /** Cells that no table shows, and which must not be worked out either. */
  readonly neverPublished?: readonly string[];
  /** What a reader knows every withheld cell to be at least: 1 where zeros are published, else 0. */
  readonly lower?: number;
  /** The least distance between the ends of the interval a reader can work out; 1 means not exact. */
  readonly minimumWidth?: number;
  /** Published counts are rounded to this base. */
  readonly rounding?: number;
  /** What withholding a cell loses; without it as few cells as can be, and among those the least they count. */
  readonly cost?: Readonly<Record<string, number>>;
  readonly effort?: Partial<Effort>;
  readonly solver?: Solver;
}

export interface Protected {
  /** Withheld for their own sake. */
  readonly primary: string[];
  /** Withheld for the sake of others, or before. */
  readonly complementary: string[];
}

/** A part of so many cells to choose from is solved for the cheapest set; larger ones for a good one. */
const FEWEST_UP_TO = 400;
const THOROUGH_UP_TO = 800;

/**
 * The cells to withhold, sorted by id; the order of what is given makes no difference. Zeros are never withheld where
 * they are published. Every withheld cell can be at least `minimumWidth` more or less in a reader's eyes.
 * @throws {NoSafeSetError} where no set is safe: it names the kept cells in the way, and nothing may be published.
 * @throws {InconsistentCellsError} where the cells do not add up as the equations say.
 * @throws {RangeError} where a cell is not a count, the threshold is not a whole number above 0, or what is to be kept is
 *   no cell.
 */
export async function protectCells(options: ProtectOptions): Promise<Protected> {
  refuseUnknownKept(options);
  const solver = options.solver ?? (await openSolver());
  const network = networkFrom(options, solver);
  const effort = { fewestUpTo: FEWEST_UP_TO, thoroughUpTo: THOROUGH_UP_TO, ...options.effort };
  const { besides } = await protectParts(solver, network, effort);
  return { primary: primaryOf(network), complementary: [...besides, ...withheldBefore(network)].sort() };
}

function refuseUnknownKept({ keep = [], cells, equations }: ProtectOptions): void {
  const named = new Set([...Object.keys(cells), ...equations.flatMap(idsOf)]);
  const unknown = keep.filter((id) => !named.has(id));
  if (unknown.length > 0)
    throw new RangeError(`“${unknown.join('”, “')}” must be kept, and there is no such cell`);
}

/** Withheld for their own sake, whether or not they were withheld before. */
export function primaryOf({ figures }: Network): string[] {
  return figures.flatMap(({ id, standing, need }) =>
    standing !== 'unpublished' && need === 'must' ? [id] : []
  );
}

/** Withheld before, for the sake of others or for a reason not known. */
export function withheldBefore({ figures }: Network): string[] {
  return figures.flatMap(({ id, standing, need }) =>
    standing === 'withheld' && need !== 'must' ? [id] : []
  );
}

/** What is known of cells beyond what is asked of one table. */
export interface NetworkOptions extends ProtectOptions {
  /** Shown whatever is done here, and no concern of ours: published elsewhere, or not about children. */
  readonly exempt?: (id: string) => boolean;
  /** Figures of tables that are out already, small ones among them: hidden if that can still be done. */
  readonly theirs?: (id: string) => boolean;
  /** Figures no table shows that a reader takes to be nobody where they are. */
  readonly takenForNone?: (id: string) => boolean;
  /** Figures that follow from what is published elsewhere, whatever is done here. */
  readonly givenAway?: (id: string) => boolean;
  /** What is known of a figure that is published elsewhere, where that is not its value: it was rounded. */
  readonly roundedElsewhere?: (id: string) => Figure['shown'] | undefined;
  /** Figures that somebody else, or a release of ours that is out, withholds. */
  readonly withheldElsewhere?: (id: string) => boolean;
}

/** @throws {NoSafeSetError} where a cell that must be withheld is to be kept. */
export function networkFrom(options: NetworkOptions, solver: Solver): Network {
  const { equations, inequalities = [], zerosPublished = true } = options;
  if (!Number.isSafeInteger(options.threshold) || options.threshold < 1)
    throw new RangeError(`the threshold is ${options.threshold}, which is no whole number above 0`);
  const known = new Map(Object.entries(options.cells));
  for (const [id, value] of known)
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`“${id}” is ${value}, which is no count`);
  const slack = inequalities.map((each) => ({
    ...each,
    parts: [...each.parts, `${each.total} beyond ${[...each.parts].sort().join(' + ')}`]
  }));
  const lines = [...equations, ...slack];
  const withheld = new Set(options.withheld ?? []);
  const values = completed(solver, known, lines, (id) => (withheld.has(id) && zerosPublished ? 1 : 0));
  const ids = [...values.of.keys()].sort();
  const figureOf = figureMaker(options, known, values, new Set(slack.map(({ parts }) => parts.at(-1) ?? '')));
  return networkOf(ids.map(figureOf), linesOf(ids, lines), options.minimumWidth ?? 1);
}

/** The standing of each figure, and what is known of it. */
function figureMaker(
  options: NetworkOptions,
  known: ReadonlyMap<string, number>,
  values: Completed,
  slack: ReadonlySet<string>
): (id: string) => Figure {
  const {
    zerosPublished = true,
    equations,
    exempt = () => false,
    takenForNone = () => false,
    givenAway = () => false,
    theirs = () => false
  } = options;
  const never = new Set(options.neverPublished ?? []);
  const withheld = new Set(options.withheld ?? []);
  const keep = new Set(options.keep ?? []);
  const groups = smallGroupCells(values.of, equations, options, options.inequalities);
  const total = [...values.of.values()].reduce((sum, value) => sum + value, 0);
  const lower = options.lower ?? (zerosPublished ? 1 : 0);
  const counts = (id: string) => values.certain(id) && !slack.has(id) && !exempt(id);
  return (id) => {
    const value = values.of.get(id) ?? 0;
    const published = known.has(id) && !never.has(id);
    const asks = counts(id) && (isSmall(value, options) || (groups.has(id) && !takenForNone(id)));
    const unknown = withheld.has(id) && !known.has(id);
    const small = asks && !theirs(id) && !unknown;
    const settled = (published ? value === 0 && zerosPublished : takenForNone(id) && value === 0) && !asks;
    if (small && keep.has(id)) throw new NoSafeSetError([id], [id]);
    const kept = settled || keep.has(id) || exempt(id) || givenAway(id);
    const isExact = exempt(id) || givenAway(id);
    const elsewhere = options.roundedElsewhere?.(id);
    return {
      id,
      value,
      standing: givenAway(id)
        ? 'kept'
        : withheld.has(id)
          ? 'withheld'
          : kept
            ? 'kept'
            : published
              ? 'open'
              : 'unpublished',
      lower: Math.max(published || withheld.has(id) ? Math.min(lower, value) : 0, elsewhere?.lower ?? 0),
      upper: elsewhere?.upper ?? Infinity,
      shown:
        elsewhere && exempt(id)
          ? elsewhere
          : within(elsewhere, isExact ? { lower: value, upper: value } : shownRange(value, options)),
      cost: options.cost?.[id] ?? 1 + value / (1 + total),
      need: small
        ? 'must'
        : asks || withheld.has(id) || options.withheldElsewhere?.(id) === true
          ? 'if possible'
          : 'none'
    };
  };
}

function within(range: Figure['shown'] | undefined, { lower, upper }: Figure['shown']): Figure['shown'] {
  return { lower: Math.max(lower, range?.lower ?? lower), upper: Math.min(upper, range?.upper ?? upper) };
}

/** What a rounded count leaves open: every count that rounds to it and is not itself withheld. */
function shownRange(value: number, { rounding = 1, threshold }: NetworkOptions): Figure['shown'] {
  if (rounding === 1 || value < threshold) return { lower: value, upper: value };
  const shown = roundToBase(value, rounding);
  return {
    lower: Math.max(threshold, shown - Math.floor(rounding / 2)),
    upper: shown + Math.ceil(rounding / 2) - 1
  };
}

/** Lines in an order of their own, with figures in order of id, so that the order they came in makes no difference. */
function linesOf(ids: readonly string[], equations: readonly Equation[]): Line[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  const seen = new Map<string, Line>();
  for (const { total, parts } of equations) {
    const sums = new Map<number, number>();
    const add = (id: string, by: number) => {
      const at = place.get(id) ?? 0;
      sums.set(at, (sums.get(at) ?? 0) + by);
    };
    add(total, -1);
    for (const part of parts) add(part, 1);
    const terms = [...sums].filter(([, coefficient]) => coefficient !== 0).sort(([a], [b]) => a - b);
    const line = { at: terms.map(([at]) => at), coefficients: terms.map(([, coefficient]) => coefficient) };
    if (line.at.length > 0) seen.set(terms.join(';'), line);
  }
  return [...seen].sort(([a], [b]) => byId(a, b)).map(([, line]) => line);
}

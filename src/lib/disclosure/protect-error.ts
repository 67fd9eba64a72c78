import type { Equation } from './equation.ts';

/** Nothing may be published: some figure that must be hidden cannot be. `keep` names what would have to be let go. */
export class NoSafeSetError extends Error {
  readonly cells: readonly string[];
  readonly keep: readonly string[];

  constructor(cells: readonly string[], keep: readonly string[]) {
    const cause =
      keep.length === 0
        ? 'What is published elsewhere, or asked for as an interval, gives it away whatever is withheld here.'
        : `Let ${keep.map((id) => `“${id}”`).join(', ')} be withheld, which must be kept as things stand.`;
    super(`nothing can be published: “${cells.join('”, “')}” could be worked out. ${cause}`);
    this.name = 'NoSafeSetError';
    this.cells = cells;
    this.keep = keep;
  }
}

/** The figures contradict their own totals, so that nothing can be said of what they give away. */
export class InconsistentCellsError extends Error {
  /** Those that cannot all hold, and perhaps others. */
  readonly equations: readonly Equation[];

  constructor(message: string, equations: readonly Equation[] = []) {
    super(message);
    this.name = 'InconsistentCellsError';
    this.equations = equations;
  }
}

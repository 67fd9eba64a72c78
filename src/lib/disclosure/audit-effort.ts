/** How much work goes into explaining. Counted, not timed, so that the same bundle is told the same on every machine. */
import type { AuditedTable, Auditor } from './audit.ts';

export interface Effort {
  /** @throws {OutOfEffort} where there is no more */
  spend(pieces: number): void;
  readonly left: number;
}

/** More work than was allowed: nothing is known of what was looked for. */
export class OutOfEffort extends Error {
  override readonly name = 'OutOfEffort';
}

/** Of `all`, where that is given, so that what is spent here is gone there. */
export function effortOf(pieces: number, all?: Effort): Effort {
  let left = pieces;
  return {
    get left() {
      return Math.min(left, all?.left ?? left);
    },
    spend(some) {
      left -= some;
      if (left < 0) throw new OutOfEffort('more work than was allowed');
      all?.spend(some);
    }
  };
}

/** An auditor each of whose answers costs an equation a figure asked for. */
export function costing(auditor: Auditor, table: AuditedTable, effort: Effort | undefined): Auditor {
  if (effort === undefined) return auditor;
  return {
    ...auditor,
    intervals: (ids, equations = table.equations) => {
      effort.spend(1 + equations.length * (ids ?? table.suppressed).length);
      return auditor.intervals(ids, equations);
    }
  };
}

/** What was found, or undefined where it took more than was allowed. */
export function within<Found>(find: () => Found): Found | undefined {
  try {
    return find();
  } catch (problem) {
    if (problem instanceof OutOfEffort) return undefined;
    throw problem;
  }
}

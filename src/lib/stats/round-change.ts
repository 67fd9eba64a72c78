/** Whether what one round of an audit found differs from what another did. */
import { newcombe, USUAL_CONFIDENCE, type Estimate, type Interval } from './interval.ts';
import type { Certainty } from './compare.ts';
import { shareAs } from './which-chart.ts';

/** n of N. */
export interface Share {
  readonly n: number;
  readonly of: number;
}

export interface RoundChange {
  /** Later share less earlier share, between −1 and 1, with its 95% range. */
  readonly difference: Estimate;
  readonly certainty: Certainty;
}

export interface RoundChangeOptions {
  /** How many standards are judged side by side: 1 unless told. */
  readonly judged?: number;
  /** Times the variance of independent records: 2 where children of one family are counted each. */
  readonly designEffect?: number;
}

const PROBABLE = 0.8;

/**
 * The change of a share between two independent rounds (Newcombe 1998, Statistics in Medicine 17: 873–890, method 10).
 * Clearly: none lies outside its 95% range; probably: outside its 80% range. Where several standards are judged side by
 * side each range is widened, so that the chance of calling any one of them falsely stays what it is for one (Dunn 1961,
 * Journal of the American Statistical Association 56: 52–64). Undefined where either round has too few for a percentage.
 * Throws unless each N is whole and n within it, and unless one or more are judged.
 */
export function roundChange(
  from: Share,
  to: Share,
  { judged = 1, designEffect = 1 }: RoundChangeOptions = {}
): RoundChange | undefined {
  if (!(Number.isInteger(judged) && judged >= 1))
    throw new RangeError(`one standard or more must be judged: ${judged}`);
  if (shareAs(from.of) === 'counts' || shareAs(to.of) === 'counts') return undefined;
  const at = (confidence: number) => newcombe(to.n, to.of, from.n, from.of, { confidence, designEffect });
  const among = (confidence: number) => at(1 - (1 - confidence) / judged);
  const certainty = outside(among(USUAL_CONFIDENCE))
    ? 'clearly'
    : outside(among(PROBABLE))
      ? 'probably'
      : 'cannotTell';
  return { difference: at(USUAL_CONFIDENCE), certainty };
}

function outside({ lower, upper }: Interval): boolean {
  return lower > 0 || upper < 0;
}

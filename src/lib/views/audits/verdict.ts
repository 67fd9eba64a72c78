/** What the rounds of an area allow to be said: of change, of none, or of nothing. */
import { roundsDiffer, type RoundDifference } from '#lib/domain/audit-round.ts';
import { isKnown } from '#lib/domain/cell.ts';
import { SIBLING_DESIGN_EFFECT } from '#lib/stats/interval.ts';
import { roundChange, type RoundChange, type Share } from '#lib/stats/round-change.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import type { Evidence, Found, Standard } from './evidence.ts';
import type { Round } from './rounds.ts';
import { goodShare } from './standards.ts';

/** A standard in the latest round, and in the last one before it that may be compared; else in the one just before. */
export interface Pair {
  readonly standard: Standard;
  readonly from: Found;
  readonly to: Found;
  /** Empty where the two may be compared. */
  readonly differ: readonly RoundDifference[];
  readonly change?: RoundChange;
}

export interface Judged {
  /** The latest round in which most was looked at. */
  readonly latest: Round;
  readonly before?: Round;
  readonly pairs: readonly Pair[];
  /** How many standards are judged side by side. */
  readonly judged: number;
}

export type Verdict =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'few'; readonly judged: Judged; readonly read: number }
  | {
      readonly kind: 'changed';
      readonly judged: Judged;
      readonly better: readonly Pair[];
      readonly worse: readonly Pair[];
    }
  | { readonly kind: 'unchanged'; readonly judged: Judged }
  | { readonly kind: 'notComparable'; readonly judged: Judged; readonly differ: readonly RoundDifference[] }
  | { readonly kind: 'single'; readonly judged: Judged };

/** n of N of a finding; undefined where either is missing. */
export function shareIn({ n, of }: Found): Share | undefined {
  return isKnown(n) && isKnown(of) && of.value > 0 ? { n: n.value, of: of.value } : undefined;
}

/** Whether n of N carries a percentage. */
export function carries(found: Found): boolean {
  const share = shareIn(found);
  return share !== undefined && shareAs(share.of) === 'percentage';
}

/** The newest round in which at least half as much was looked at as in any. */
function latestOf({ rounds, standards }: Evidence): Round | undefined {
  const asked = (round: Round) =>
    standards.filter(({ found }) => found.some((each) => each.round.id === round.id)).length;
  const most = Math.max(0, ...rounds.map(asked));
  return [...rounds].reverse().find((round) => asked(round) * 2 >= most && asked(round) > 0);
}

function pairOf(standard: Standard, latest: Round): Pair | undefined {
  const at = standard.found.findIndex(({ round }) => round.id === latest.id);
  const [to, earlier] = [standard.found[at], standard.found.slice(0, Math.max(0, at)).reverse()];
  if (!to) return undefined;
  const from =
    earlier.find((each) => roundsDiffer(each.round, to.round).length === 0 && shareIn(each)) ?? earlier[0];
  return from ? { standard, from, to, differ: roundsDiffer(from.round, to.round) } : undefined;
}

/** Each pair that may be compared, judged as one of all that are. */
function withChanges(pairs: readonly Pair[]): { readonly pairs: readonly Pair[]; readonly judged: number } {
  const able = pairs.filter(({ differ, from, to }) => differ.length === 0 && carries(from) && carries(to));
  const judged = Math.max(1, able.length);
  return {
    judged: able.length,
    pairs: pairs.map((pair) => {
      const [from, to] = [shareIn(pair.from), shareIn(pair.to)];
      if (!able.includes(pair) || !from || !to) return pair;
      const designEffect = pair.standard.indicator.siblings ? SIBLING_DESIGN_EFFECT : 1;
      const change = roundChange(from, to, { judged, designEffect });
      return change ? { ...pair, change } : pair;
    })
  };
}

/** By how much a standard moved towards good, in shares; for the order of what is told. */
export function gain({ standard: { indicator }, from, to }: Pair): number {
  const [a, b] = [shareIn(from), shareIn(to)];
  return a && b ? goodShare(indicator, b.n, b.of) - goodShare(indicator, a.n, a.of) : 0;
}

const clear = ({ change }: Pair) => change?.certainty === 'clearly';
const directed = ({ standard }: Pair) => standard.indicator.direction.good !== 'none';

/** The verdict, with every pair of rounds it comes from. */
export function verdictOf(evidence: Evidence): Verdict {
  const latest = latestOf(evidence);
  if (!latest) return { kind: 'nothing' };
  const all = evidence.standards.flatMap((standard) => pairOf(standard, latest) ?? []);
  const { pairs, judged: count } = withChanges(all);
  const before = beforeOf(pairs);
  const judged: Judged = { latest, ...(before ? { before } : {}), pairs, judged: count };
  const { read } = latest;
  if (read !== undefined && shareAs(read) === 'counts') return { kind: 'few', judged, read };
  const told = pairs
    .filter((pair) => clear(pair) && directed(pair))
    .sort((a, b) => Math.abs(gain(b)) - Math.abs(gain(a)));
  if (told.length > 0)
    return {
      kind: 'changed',
      judged,
      better: told.filter((pair) => gain(pair) > 0),
      worse: told.filter((pair) => gain(pair) < 0)
    };
  if (count > 0) return { kind: 'unchanged', judged };
  const differ = pairs.find((pair) => pair.differ.length > 0)?.differ;
  return differ ? { kind: 'notComparable', judged, differ } : { kind: 'single', judged };
}

/** The round that most standards are compared with. */
function beforeOf(pairs: readonly Pair[]): Round | undefined {
  const rounds = pairs.map(({ from }) => from.round);
  const times = (round: Round) => rounds.filter(({ id }) => id === round.id).length;
  return [...rounds].sort((a, b) => times(b) - times(a))[0];
}

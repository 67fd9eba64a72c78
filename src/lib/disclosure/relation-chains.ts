/** What is open at two dates, and all that came and went between them, over however many periods. */
import { idAs, type TableCell } from './relation-cells.ts';
import { familyOf } from './relation-doubt.ts';
import { refine, type Refined } from './relation-spans.ts';
import { dateOf, type Work } from './relation-work.ts';
import type { Relation } from './relations.ts';

const WHY = 'what was open before and came since is open at the end or has gone';
const ADDS = 'shorter periods add up to longer ones';

/** Of one stretch of time: whatever was open at any point of it was open on each date in it, went before or came after. */
interface Chain {
  readonly from: number;
  readonly to: number;
  readonly whole: string;
  /** On dates when what is open is known, or would be from other chains. */
  readonly tying: readonly Relation[];
  /** On dates between those, when what was open is a figure of its own. */
  readonly between: readonly Relation[];
}

/**
 * Between any two dates of which the stock is known, over the shortest periods that flows are given of: what was open and
 * all that started since is what is open and all that ended since, and so it is with what was open at any point. Single
 * periods with both stocks are left to `flowRelations`.
 */
export function chainRelations(work: Work): Relation[] {
  const flows = flowsOf(work);
  if (flows === undefined) return [];
  const chains = [...betweenStocks(work, flows), ...atAnyPoint(work, flows)];
  const left = tied(chains, (id) => flows.published.has(id) || flows.direct.has(id));
  return left.length === 0 ? [] : [...left, ...flows.sums];
}

interface Flows {
  readonly published: ReadonlyMap<string, TableCell>;
  /** What was open at any point of single periods with both stocks, that no table shows. */
  readonly direct: ReadonlySet<string>;
  readonly like: TableCell;
  readonly started: Tiles;
  readonly ended: Tiles;
  readonly sums: readonly Relation[];
}

/** The pieces of time that a flow is known of, or would be from longer ones. */
interface Tiles {
  readonly cuts: ReadonlySet<number>;
  /** What makes up the flow of a stretch; undefined where it is not known of all of it. */
  readonly over: (from: number, to: number) => readonly string[] | undefined;
}

function flowsOf({ spans, stocks }: Work): Flows | undefined {
  const cells = [...spans.flatMap(({ flows }) => [...flows.values()]), ...stocks.values()];
  const like = cells.find(({ of }) => of.release === undefined) ?? cells[0];
  if (like === undefined || spans.length === 0) return undefined;
  const refined = (measure: string) => {
    const own = spans.flatMap(({ from, to, flows }) => {
      const cell = flows.get(measure);
      return cell === undefined ? [] : [{ id: cell.id, from, to, cell }];
    });
    return refine(own, (from, to) => idAs(own[0]?.cell ?? like, { period: nameOf(from, to) }));
  };
  const [started, ended] = [refined('started'), refined('ended')];
  const direct = spans.flatMap(({ before, after, flows }) => {
    const came = flows.get('started');
    return before && after && came && flows.has('ended') ? [idAs(came, { measure: 'anypoint' })] : [];
  });
  return {
    published: new Map(cells.map((cell) => [cell.id, cell])),
    direct: new Set(direct),
    like,
    started: tilesOf(started),
    ended: tilesOf(ended),
    sums: [...started.sums, ...ended.sums].map((sum) => ({
      ...sum,
      sense: 'equal',
      assumed: true,
      why: ADDS
    }))
  };
}

const nameOf = (from: number, to: number) => `${dateOf(from)} to ${dateOf(to - 1)}`;

function tilesOf({ pieces }: Refined): Tiles {
  return {
    cuts: new Set(pieces.flatMap(({ from, to }) => [from, to])),
    over: (from, to) => {
      const within = pieces.filter((piece) => from <= piece.from && piece.to <= to);
      const isWhole = within.reduce((sum, piece) => sum + piece.to - piece.from, 0) === to - from;
      return isWhole ? within.map(({ id }) => id) : undefined;
    }
  };
}

function betweenStocks(work: Work, flows: Flows): Chain[] {
  const { started, ended } = flows;
  const common = [...started.cuts].filter((date) => ended.cuts.has(date)).sort((a, b) => a - b);
  const known = new Set([
    ...work.stocks.keys(),
    ...work.spans.flatMap(({ from, to, flows: own }) => (own.has('anypoint') ? [from, to] : []))
  ]);
  const dates = common.filter((date) => known.has(date));
  return dates.slice(1).flatMap((to, at): Chain[] => {
    const from = dates[at] ?? to;
    if (started.over(from, to) === undefined || ended.over(from, to) === undefined) return [];
    const single = work.spans.find((span) => span.from === from && span.to === to);
    const [came, whole] = [single?.flows.get('started'), single?.flows.get('anypoint')];
    const isSingle = single?.before !== undefined && single.after !== undefined;
    const isDirect = isSingle && came !== undefined && single.flows.has('ended');
    const name = isDirect
      ? idAs(came, { measure: 'anypoint' })
      : idAs(flows.like, { measure: 'anypoint', period: nameOf(from, to) });
    const between = common.filter((date) => from < date && date < to);
    return [
      chainOver(work, flows, { from, to, whole: whole?.id ?? name }, isDirect ? [] : [from, to], between)
    ];
  });
}

function atAnyPoint(work: Work, flows: Flows): Chain[] {
  return work.spans.flatMap(({ from, to, before, after, flows: own }): Chain[] => {
    const anypoint = own.get('anypoint');
    if (anypoint === undefined) return [];
    const isTold = { came: before && own.has('started'), went: after && own.has('ended') };
    const ends = [...(isTold.came ? [] : [from]), ...(isTold.went ? [] : [to])];
    const isTied =
      isTold.came === true ||
      isTold.went === true ||
      (before && flows.started.over(from, to) !== undefined) ||
      (after && flows.ended.over(from, to) !== undefined);
    const within = [...work.stocks.keys()].filter((date) => from < date && date < to);
    return [
      chainOver(work, flows, { from, to, whole: anypoint.id }, [...ends, ...(isTied ? [] : within)], [])
    ];
  });
}

function chainOver(
  { stocks }: Work,
  { published, started, ended, like }: Flows,
  { from, to, whole }: Pick<Chain, 'from' | 'to' | 'whole'>,
  tying: readonly number[],
  between: readonly number[]
): Chain {
  const sums = (dates: readonly number[]) =>
    dates.flatMap((date) => {
      const [went, came] = [ended.over(from, date), started.over(date, to)];
      const open = stocks.get(date)?.id ?? idAs(like, { measure: 'open', period: `at ${dateOf(date - 1)}` });
      return went && came ? [[open, ...went, ...came]] : [];
    });
  const [ties, others] = [sums(tying), sums(between)];
  const named = [whole, ...ties.flat(), ...others.flat()].flatMap((id) => published.get(id) ?? []);
  const family = familyOf('over periods', named);
  const relation = (parts: readonly string[]): Relation => ({
    sense: 'equal',
    total: whole,
    parts,
    assumed: true,
    family,
    why: WHY
  });
  return { from, to, whole, tying: ties.map(relation), between: others.map(relation) };
}

/** Without what leans on a figure that nothing else speaks of. */
function tied(chains: readonly Chain[], isGiven: (id: string) => boolean): Relation[] {
  const isOpen = ({ total, parts }: Relation) => [total, ...parts.slice(0, 1)].filter((id) => !isGiven(id));
  for (let left = chains; ;) {
    const uses = new Map<string, Set<string>>();
    for (const relation of left.flatMap(({ tying }) => tying))
      for (const id of isOpen(relation)) {
        const own = uses.get(id) ?? new Set<string>();
        uses.set(id, own.add(`${relation.total} ${relation.parts.join()}`));
      }
    const next = left.map((chain) => {
      const tying = chain.tying.filter((relation) =>
        isOpen(relation).every((id) => (uses.get(id)?.size ?? 0) > 1)
      );
      return { ...chain, tying, between: tying.length === chain.tying.length ? chain.between : [] };
    });
    if (next.every(({ tying }, at) => tying.length === left[at]?.tying.length))
      return left.flatMap(({ tying, between }) => [...tying, ...between]);
    left = next;
  }
}

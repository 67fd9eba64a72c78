/** The rounds that the figures of an area are of, with how much each read and the grades it gave. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { roundLabels } from '#lib/words/audits/rounds.ts';
import type { Context } from '../context.ts';
import type { Seen } from './findings.ts';
import { scaleOf, type Graded } from './grades.ts';
import { roundBook, type Round } from './rounds.ts';

type Place = Pick<Seen, 'round' | 'period'>;

export interface Counted extends Place {
  readonly of: Cell;
  /** `families`, or children’s records: `audits`. */
  readonly unit: string;
}

export interface AreaRounds {
  /** Oldest first. */
  readonly all: readonly Round[];
  of(place: Place): Round;
}

/** The largest N; of families where families were counted, as a round is as large as the families it read. */
function most(counted: readonly Counted[]): number {
  const families = counted.filter(({ unit }) => unit === 'families');
  const counts = families.length > 0 ? families : counted;
  return Math.max(0, ...counts.flatMap(({ of }) => (isKnown(of) ? [of.value] : [])));
}

export function areaRounds(
  context: Pick<Context, 'catalogue'>,
  standards: readonly Counted[],
  graded: readonly Graded[]
): AreaRounds {
  const book = roundBook(context);
  const counted: readonly Counted[] = [...standards, ...graded];
  const resolve = ({ round, period }: Place): Round =>
    round === undefined
      ? book.within(period, most(counted.filter((each) => each.period.id === period.id)))
      : book.known(round, period);
  const held = counted.map((each) => ({ each, round: resolve(each) }));
  const ids = [...new Set(held.map(({ round }) => round.id))];
  const made = ids.flatMap((id): Round[] => {
    const own = held.filter(({ round }) => round.id === id);
    const [first] = own;
    if (!first) return [];
    const read = most(own.map(({ each }) => each));
    const scale = scaleOf(graded.filter((each) => resolve(each).id === id));
    return [
      {
        ...first.round,
        ...(read > 0 ? { read } : {}),
        ...(scale.length > 0 ? { scale } : {})
      }
    ];
  });
  const all = [...roundLabels(made)].sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    all,
    of: (place) => {
      const round = resolve(place);
      return all.find(({ id }) => id === round.id) ?? round;
    }
  };
}

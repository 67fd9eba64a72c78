/** What counted rows say of neglect, from the marks that the dictionary gives to members. */
import { isPopulation, type Cube, type Dimension, type Member } from '#lib/domain/cube.ts';
import { COUNTED_LABELS, markTogether, type Counted, type Mark } from '#lib/domain/mark.ts';
import type { PlacedIndicator, PlacedOutcome } from '#lib/domain/placed-indicator.ts';

/** As told: the strongest first. */
export const STRENGTH: readonly Counted[] = ['neglect', 'includes', 'all', 'other', 'unrecorded'];

function ofMember({ members, unknown }: Dimension, member: Member): Counted | undefined {
  if (member.mark !== undefined) return member.mark;
  if (members.every(({ mark }) => mark === undefined)) return undefined;
  return member.id === unknown ? 'unrecorded' : 'other';
}

/** The indicator of which a member is one of the outcomes, and which. */
export function outcomeCounted(
  indicators: readonly PlacedIndicator[],
  cube: string,
  dimension: string,
  member: string
): { readonly indicator: PlacedIndicator; readonly outcome: PlacedOutcome } | undefined {
  for (const indicator of indicators)
    for (const outcome of indicator.outcomes ?? []) {
      const { cube: of, members = {} } = outcome.numerator;
      const counted: unknown = members[dimension];
      if (of === cube && (counted === member || (Array.isArray(counted) && counted.includes(member))))
        return { indicator, outcome };
    }
  return undefined;
}

/** What is counted for one indicator alone is about what that is about. */
function ofIndicators(
  cube: Cube,
  members: Readonly<Record<string, string>>,
  indicators: readonly PlacedIndicator[]
): Mark | undefined {
  if (
    isPopulation(cube) ||
    cube.dimensions.some((each) => each.members.some(({ mark }) => mark !== undefined))
  )
    return undefined;
  const named = [
    ...indicators.filter(({ id }) => Object.values(members).includes(id.toLowerCase())),
    ...cube.dimensions.flatMap(({ id, open }) => {
      const member = open === 'indicators' ? members[id] : undefined;
      const found = member === undefined ? undefined : outcomeCounted(indicators, cube.id, id, member);
      return found === undefined ? [] : [found.indicator];
    })
  ];
  const reading = indicators.filter(({ supplied, numerator, outcomes = [] }) =>
    supplied
      ? [numerator, ...outcomes.map((each) => each.numerator)].some((term) => term?.cube === cube.id)
      : false
  );
  const marks = new Set((named.length > 0 ? named : reading).map(({ mark }) => mark));
  const [mark] = marks;
  return marks.size === 1 ? mark : undefined;
}

/**
 * A row is about neglect where any of its members is, or where all that is worked out from its kind of count is; about
 * another reason where its members tell reasons apart and name one; `all` where none says anything of it.
 */
export function markOf(
  cube: Cube,
  members: Readonly<Record<string, string>>,
  indicators: readonly PlacedIndicator[]
): Counted {
  const said = cube.dimensions.flatMap((dimension) => {
    const member = dimension.members.find(({ id }) => id === members[dimension.id]);
    return (member && ofMember(dimension, member)) ?? [];
  });
  return STRENGTH.find((each) => said.includes(each)) ?? ofIndicators(cube, members, indicators) ?? 'all';
}

const isMark = (counted: Counted): counted is Mark => counted !== 'other' && counted !== 'unrecorded';

/** What several count, each once, the strongest first. */
export const countedIn = (counted: readonly Counted[]): readonly Counted[] =>
  STRENGTH.filter((each) => counted.includes(each));

/** The mark and, where that alone would not say it, all that they count: other reasons, and mixtures. */
export function marked(counted: readonly Counted[]): {
  readonly mark: Mark;
  readonly counts?: readonly Counted[];
} {
  const counts = countedIn(counted);
  const marks = counts.filter(isMark);
  if (counts.length === 1 && marks.length === 1) return { mark: markTogether(marks) };
  return { mark: marks.length === 0 ? 'all' : 'includes', counts };
}

/** By its words, what a row of a labelled view counts. */
export const countedOf = (words: string): Counted | undefined =>
  STRENGTH.find((each) => COUNTED_LABELS[each] === words);

/** What counted rows say of neglect, from the marks that the dictionary gives to members. */
import { isPopulation, type Cube, type Dimension, type Member } from '#lib/domain/cube.ts';
import { MARK_LABELS, type Mark } from '#lib/domain/mark.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';

/** `other`: counts a reason that is not neglect; `unrecorded`: nobody wrote the reason down. */
export type Counted = Mark | 'other' | 'unrecorded';

/** Of a row, in its own column. */
export const COUNTED_LABELS: Readonly<Record<Counted, string>> = {
  ...MARK_LABELS,
  other: 'another reason',
  unrecorded: 'reason not recorded'
};

const STRENGTH: readonly Mark[] = ['neglect', 'includes', 'all'];

function ofMember({ members, unknown }: Dimension, member: Member): Counted | undefined {
  if (member.mark !== undefined) return member.mark;
  if (members.every(({ mark }) => mark === undefined)) return undefined;
  return member.id === unknown ? 'unrecorded' : 'other';
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
  const named = indicators.filter(({ id }) => Object.values(members).includes(id.toLowerCase()));
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
  const strength: readonly Counted[] = [...STRENGTH, 'other', 'unrecorded'];
  return strength.find((each) => said.includes(each)) ?? ofIndicators(cube, members, indicators) ?? 'all';
}

const isMark = (counted: Counted): counted is Mark => STRENGTH.some((mark) => mark === counted);

/** The mark of several: theirs where they agree, else `all`. */
export function commonMark(counted: readonly Counted[]): Mark {
  const [first = 'all'] = counted;
  return isMark(first) && counted.every((each) => each === first) ? first : 'all';
}

/** Each mark once, the strongest first. */
export function marksOf(counted: readonly Counted[]): readonly Mark[] {
  return STRENGTH.filter((mark) => counted.includes(mark));
}

/** Bands of age, by the completed years they hold. */
import type { NamedMember } from '#lib/db/catalogue.ts';

export type Band = NamedMember;

/** Older children, as the joint inspections of 2018 looked at them. */
const OLDER = { from: 7, to: 15 };
/** Those who are 18 live in no population of children. */
const LAST_OF_CHILDHOOD = 17;

/** Before birth there is no age, and no population to set a number against. */
export const isUnborn = ({ from }: Band): boolean => from === undefined;

export const isOlder = ({ from, to }: Band): boolean => from === OLDER.from && to === OLDER.to;

const endOf = ({ to }: Band) => to ?? Infinity;

function holds(outer: Band, inner: Band): boolean {
  return outer.id !== inner.id && (outer.from ?? 0) <= (inner.from ?? 0) && endOf(outer) >= endOf(inner);
}

const overlap = (a: Band, b: Band) => (a.from ?? 0) <= endOf(b) && (b.from ?? 0) <= endOf(a);

/**
 * The finest bands that do not overlap, youngest first and the unborn left out. 7 to 15 is a look across the others, and
 * is one of them only where nothing else covers those ages.
 */
export function cutOf(bands: readonly Band[]): readonly Band[] {
  const born = bands.filter((band) => !isUnborn(band));
  const finest = born.filter((band) => !born.some((other) => holds(band, other)));
  const cut = finest.filter(
    (band) => !isOlder(band) || finest.every((other) => other === band || !overlap(band, other))
  );
  return cut.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0));
}

/** Whether the number of those who live in an area at the ages of `people` is what `band` is set against. */
export function livesAt(people: Band, band: Band): boolean {
  return (
    band.from !== undefined &&
    people.from === band.from &&
    (people.to === band.to || (band.to === undefined && people.to === LAST_OF_CHILDHOOD))
  );
}

/** The oldest band of a cut that lies wholly within 7 to 15: as near to older children as other cuts come. */
export function nearestToOlder(cut: readonly Band[]): Band | undefined {
  return cut.findLast(({ from, to }) => (from ?? 0) >= OLDER.from && to !== undefined && to <= OLDER.to);
}

/** Whether bands hold every age from birth to 17, with none between them left out. */
export function isWhole(cut: readonly Band[]): boolean {
  const gaps = cut.filter(({ from }, i) => from !== (i === 0 ? 0 : (cut[i - 1]?.to ?? Infinity) + 1));
  const last = cut.at(-1);
  return last !== undefined && gaps.length === 0 && endOf(last) >= LAST_OF_CHILDHOOD;
}

/**
 * Across two years in which “multiple” moves by 10 points of all plans, a change in a category of plan describes
 * recording, and nothing may be said of it.
 */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { isRecoding } from '#lib/stats/recoding.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';

const MULTIPLE = 'multiple';

/** `unknown`: “multiple” is withheld or missing in one of the two years. */
export type Recoding = 'none' | 'moved' | 'unknown';

/** What recording did between two shares of “multiple”, in percent of all plans. */
export function recodingOf(before: Cell, after: Cell): Recoding {
  if (!isKnown(before) || !isKnown(after)) return 'unknown';
  return isRecoding(before.value, after.value) ? 'moved' : 'none';
}

/** Shares of “multiple” in two years, in percent of all plans, and in the year before both where there is one. */
export interface FlowShares {
  readonly before?: Cell;
  readonly from: Cell;
  readonly to: Cell;
}

/**
 * What recording did to a count of what happened in a year. A change within a year moves two years in turn, each by less
 * than the rule, so that the year before both is looked at too; it is left out where it is not known.
 */
export function flowRecoding(shares: readonly FlowShares[]): Recoding {
  const found = shares.flatMap(({ before, from, to }) => [
    recodingOf(from, to),
    ...(before && isKnown(before) ? [from, to].map((each) => recodingOf(before, each)) : [])
  ]);
  return found.find((each) => each === 'moved') ?? found.find((each) => each === 'unknown') ?? 'none';
}

/** Plans in “multiple” as a percentage of all plans; none of none is none, and none where there is no such category. */
export function multipleShare(multiple: Cell, all: Cell): Cell {
  if (!isKnown(multiple) && multiple.reason === 'notApplicable' && isKnown(all)) return { ...all, value: 0 };
  return derive([multiple, all], (x, n) => (n === 0 ? 0 : (x / n) * 100));
}

/** The terms of “multiple” and of all, beside a term that counts a category of plan; undefined for any other. */
export function recodingTerms({
  numerator
}: PlacedIndicator): { readonly multiple: PlacedTerm; readonly all: PlacedTerm } | undefined {
  if (!numerator) return undefined;
  const { except, ...counted } = numerator;
  const members = Object.entries({ ...counted.members, ...except });
  const category = members.find(([dimension]) => dimension.startsWith('category'));
  if (!category) return undefined;
  const others = Object.fromEntries(members.filter((entry) => entry !== category));
  return {
    multiple: { ...counted, members: { ...others, [category[0]]: MULTIPLE } },
    all: { ...counted, members: others }
  };
}

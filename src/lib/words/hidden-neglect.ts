/** Neglect behind another category, in words: what is certain, what is on record, and what the record cannot tell. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { absence, NOT_THERE, type Lack } from './absence.ts';
import { cellText, counted, listed, number } from './number.ts';

/** Why neglect behind another single category is not known, after what it is. */
export const OTHER_CATEGORIES: Readonly<Record<Lack, string>> = {
  published: 'not known. No authority publishes it.',
  own: 'not supplied.',
  abroad: 'not in these figures.'
};

/** The same in a note at the figure. `named`: every category that holds neglect says so, as those of a register may. */
export function othersNote(lack: Lack, named = false): string {
  const why = { published: 'not known: nobody publishes it', own: NOT_THERE.own, abroad: NOT_THERE.abroad };
  const which = named ? 'Registrations that do not name neglect' : 'Plans in another single category';
  return `${which} may involve neglect too. How many is ${why[lack]}. An authority’s case system holds it.`;
}

/** What is not known of neglect elsewhere. `named` as in the note. */
export function othersBox(lack: Lack, named: boolean): string {
  const where = named ? 'registrations that do not name it' : 'plans of another single category';
  return `Neglect in ${where}: ${OTHER_CATEGORIES[lack]}`;
}

/** Where categories combine, so that none is “multiple”. */
export const COMBINED =
  'A child may be counted under more than one category here, so this is every child whose plan names neglect.';

/** Where combinations of categories are told, and none is left that is not. */
export const ALL_TOLD =
  'Where a child is on a plan under more than one category, the figures say which. Neglect is counted wherever it is named.';

/** Where those are of whom nothing tells what they combine. */
export const UNTOLD = 'under more than one category without saying which';

/** Of those under more than one category of whom it is not told which: how many there are, and what follows. */
export function untoldSentence(neglect: number, untold: Cell): string {
  if (!isKnown(untold)) return `How many are on a plan ${UNTOLD} ${absence(untold.reason)}.`;
  return `${number(untold.value)} more ${untold.value === 1 ? 'is' : 'are'} on a plan ${UNTOLD}: at least ${number(neglect)} children, and ${number(neglect + untold.value)} if all of those name neglect.`;
}

/** What the line of the country, of which categories alone are known, shows beside one that knows more. */
export function nationalNote(country: string, lack: Lack): string {
  const only =
    lack === 'published'
      ? `For ${country} only categories are published`
      : `Of ${country} these figures hold only categories`;
  return `${only}: its “possible” is neglect and “multiple”. How many more have neglect on record nobody knows.`;
}

/** What “multiple” may hold. */
export const multipleNote = (lack: Lack): string =>
  `“Multiple” means more than one kind of abuse was recorded as the category. It often includes neglect; how often is ${NOT_THERE[lack]}.`;

/** `told`: what is left of “multiple” without the combinations that are told. */
export const multipleColumn = (told: boolean) => (told ? 'Multiple, not saying which' : 'Multiple');

/** `243 of 498 (49%)`; of too few `12 of 18`. */
export function partOf(n: number, of: number): string {
  const counts = `${n === 0 ? 'none' : number(n)} of ${number(of)}`;
  return n === 0 || shareAs(of) === 'counts' ? counts : `${counts} (${number((n / of) * 100)}%)`;
}

export function certainSentence(neglect: number, total: number): string {
  return `${number(neglect)} of ${counted(total, 'child', 'children')} on a plan ${neglect === 1 ? 'has' : 'have'} neglect as the latest category. That is certain.`;
}

/** `Of 498 children on a plan in another category, 243 (49%) have neglect on record. …` */
export function hiddenSentence(hidden: Cell, others: Cell, recorded: Cell): string {
  const lost = !isKnown(hidden) ? hidden : !isKnown(others) ? others : undefined;
  if (lost || !isKnown(hidden) || !isKnown(others))
    return `How many children on a plan in another category have neglect on record ${absence(lost?.reason ?? 'notSupplied')}.`;
  if (others.value === 0) return 'No child is on a plan in another category.';
  const many = counted(others.value, 'child', 'children');
  if (hidden.value === 0)
    return `Of ${many} on a plan in another category, none ${others.value === 1 ? 'is' : 'are'} recorded with neglect.`;
  const share =
    shareAs(others.value) === 'counts' ? '' : ` (${number((hidden.value / others.value) * 100)}%)`;
  const known = isKnown(recorded)
    ? ` So neglect is on record for ${number(recorded.value)} children on a plan.`
    : '';
  return `Of ${many} on a plan in another category, ${number(hidden.value)}${share} ${hidden.value === 1 ? 'has' : 'have'} neglect on record.${known}`;
}

interface OnRecord {
  readonly hidden: Cell;
  readonly others: Cell;
}

/** `Of 498 children on a plan in another category, 243 (49%) have neglect on record; in Lanternport 34 of 196 (17%).` */
export function hiddenHeadline(
  { hidden, others }: OnRecord,
  besides: readonly (OnRecord & { readonly name: string })[]
): string {
  const [own = ''] = hiddenSentence(hidden, others, hidden).split('. ');
  const said = besides.flatMap((each) =>
    isKnown(each.hidden) && isKnown(each.others)
      ? [`in ${each.name} ${partOf(each.hidden.value, each.others.value)}`]
      : []
  );
  return `${[own, ...said].join('; ')}.`;
}

/** `For 39 more the record cannot tell: 461 at most.` */
export function cannotTellSentence(cannotTell: Cell, possible: Cell): string | undefined {
  if (!isKnown(cannotTell))
    return cannotTell.reason === 'notSupplied'
      ? undefined
      : `For how many the record cannot tell ${absence(cannotTell.reason)}.`;
  if (cannotTell.value === 0) return 'The record can tell for every child.';
  const most = isKnown(possible) ? `: ${number(possible.value)} if all of those are neglected too` : '';
  return `For ${number(cannotTell.value)} more the record cannot tell${most}.`;
}

/** `The same elsewhere in the partnership: Lanternport 34 of 196 (17%) and Quillmere withheld.` */
export function besideHidden(
  areas: readonly { readonly name: string; readonly hidden: Cell; readonly others: Cell }[]
): string | undefined {
  const parts = areas.map(({ name, hidden, others }) => {
    return isKnown(hidden) && isKnown(others)
      ? `${name} ${partOf(hidden.value, others.value)}`
      : `${name} ${cellText(isKnown(hidden) ? others : hidden)}`;
  });
  return parts.length === 0 ? undefined : `The same elsewhere in the partnership: ${listed(parts)}.`;
}

export interface Audited {
  readonly found: number;
  readonly read: number;
  /** Children on a plan without neglect on record. */
  readonly without: number | undefined;
  readonly recorded: number | undefined;
  /** In percent. */
  readonly range: { readonly lower: number; readonly upper: number } | undefined;
  readonly random: boolean;
}

export interface AuditedInAll {
  readonly lower: number;
  readonly middle: number;
  readonly upper: number;
}

/** Children more among the plans without neglect on record; undefined where the audit cannot tell for all plans. */
export function auditedMore({
  found,
  read,
  without,
  recorded,
  range,
  random
}: Audited): AuditedInAll | undefined {
  if (!random || shareAs(read) === 'counts' || !range || without === undefined || recorded === undefined)
    return undefined;
  const at = (percent: number) => Math.round((percent / 100) * without);
  return { lower: at(range.lower), middle: at((found / read) * 100), upper: at(range.upper) };
}

/** `The range is wide because 60 plans stand for 255. …` */
export function whyRange(
  { read, without }: Pick<Audited, 'read' | 'without'>,
  least: number,
  possible: Cell
): string {
  const wide = `The range is wide because ${counted(read, 'plan stands', 'plans stand')} for ${number(without ?? read)}.`;
  return isKnown(possible) && least < possible.value
    ? `${wide} It begins below the ${number(possible.value)} called possible, because that takes every child whose record cannot tell as neglected, and the audit does not.`
    : wide;
}

/** What an audit found, and what it would come to among all plans: only where it was drawn at random and is big enough. */
export function auditedSentence(audited: Audited): string {
  const { found, read, recorded = 0, random } = audited;
  const lead = `An audit read ${counted(read, 'plan', 'plans')} without neglect on record and found neglect in ${found === 0 ? 'none' : number(found)}.`;
  if (!random)
    return `${lead} They were not drawn at random, so nothing follows for the plans that were not read.`;
  const more = auditedMore(audited);
  if (!more) return `${lead} So few cannot tell for all plans.`;
  const { lower, middle, upper } = more;
  return `${lead} If the other plans are like them, that is ${number(lower)} to ${number(upper)} children more, and ${number(recorded + lower)} to ${number(recorded + upper)} in all. The middle estimate is ${number(middle)} more, and ${number(recorded + middle)} in all.`;
}

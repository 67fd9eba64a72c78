/** From whom how much is recorded in each year, and if nothing: none recorded, or which of the reasons. */
import { isKnown, isThere, missing, REASON_WORDS, type Cell } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import { STATE_WORDS } from '#lib/words/agencies/states.ts';
import { number } from '#lib/words/number.ts';
import type { Member } from '#lib/indicators/breakdown.ts';
import type { Context } from '../context.ts';
import type { RecordState } from '../model.ts';
import type { Breakdown } from '../reading.ts';
import type { Asked } from './asked.ts';
import { yearsOf } from './sources.ts';

/** The dimension by which services without a national code can be told apart. */
const DETAIL = 'subsource';
const NAMING_ROLES = ['referrals-dentists-count', 'referrals-adult-services-count'];
const MOST_YEARS = 4;

export type Measure = 'contacts' | 'referrals';

export interface Held {
  readonly year: Period;
  readonly state: RecordState;
  readonly cell: Cell;
}

export interface HeldRow {
  readonly member: Member;
  readonly measure: Measure;
  readonly held: readonly Held[];
}

/** Services that boards ask after by name: those that the indicators of dentists and adult services count. */
export function askedAfter(context: Context): readonly Member[] {
  const roles = NAMING_ROLES.map((role) => context.indicator(role));
  const names = roles.flatMap(({ numerator }) =>
    Object.entries(context.catalogue.kinds[numerator?.cube ?? '']?.dimensions ?? [])
      .map(([, dimension]) => dimension)
      .filter(({ id }) => id === DETAIL)
      .flatMap(({ members }) =>
        [...[numerator?.members?.[DETAIL] ?? []].flat()].map((id) => ({ id, name: members[id] ?? id }))
      )
  );
  return names.filter(({ id }, at) => names.findIndex((other) => other.id === id) === at);
}

type Place = { readonly area: string; readonly table: string; readonly member: Member };

/** Whether a return was asked for and has not come, as the list of returns has it. */
function isOutstanding({ catalogue }: Context, { area, table, member }: Place, year: Period): boolean {
  return (catalogue.registers.returns ?? []).some(
    (row) =>
      row.table === table &&
      row.area === area &&
      row.period === year.id &&
      ((row.agency ?? '') === '' || row.agency === member.id) &&
      (row.expected ?? '') !== '' &&
      (row.received_on ?? '') === ''
  );
}

/** Before a service began, or after it ended, nothing of it is expected. */
function existed({ catalogue }: Context, { id }: Member, { start, end }: Period): boolean {
  const agency = catalogue.manifest.agencies.find((each) => each.id === id);
  return (agency?.from ?? '') <= end && (agency?.to === undefined || agency.to >= start);
}

function stateOf(context: Context, cell: Cell, place: Place, year: Period, unnamed: Unnamed): RecordState {
  if (isKnown(cell)) return cell.value === 0 ? 'none' : 'recorded';
  switch (cell.reason) {
    case 'withheld':
      return 'withheld';
    case 'roundsToZero':
      return 'recorded';
    case 'noCode':
      return 'noCode';
    case 'notSubmitted':
    case 'late':
      return 'notSubmitted';
    case 'notApplicable':
      return 'notExpected';
    case 'notAvailable':
    case 'unreliable':
      return 'notSupplied';
    case 'notSupplied':
      if (isOutstanding(context, place, year)) return 'notSubmitted';
      return existed(context, place.member, year) ? unnamed : 'notExpected';
  }
}

/** The words in a drawing: the count, or the state. */
export function stateText({ state, cell }: Pick<Held, 'state' | 'cell'>): string {
  if (state === 'recorded') return isKnown(cell) ? number(cell.value) : 'a few';
  return state === 'notSupplied' && !isKnown(cell) ? REASON_WORDS[cell.reason] : STATE_WORDS[state];
}

/** The same as a cell of a table, with its reason. */
export function stateCell({ state, cell }: Held): string | Cell {
  switch (state) {
    case 'recorded':
    case 'none':
    case 'notSupplied':
      return cell;
    case 'withheld':
    case 'noCode':
    case 'notSubmitted':
      return missing(state);
    case 'notExpected':
      return STATE_WORDS.notExpected;
  }
}

/**
 * What it is that a source has no figure by name: the area gives figures of its own by source, and this one was not asked
 * for; or it has those of a return, in which the source has no code; or nothing says who refers there at all.
 */
export type Unnamed = 'notExpected' | 'noCode' | 'notSupplied';

export function unnamedIn(context: Context, asked: Asked, area: string): Unnamed {
  const gives = (breakdown: Breakdown | undefined) =>
    breakdown?.members.some(({ at }) => context.years.some((year) => isThere(at(area, year).numerator))) ===
    true;
  if ([asked.neglect, asked.contacts, asked.detail, asked.contactsDetail].some(gives)) return 'notExpected';
  return gives(asked.all) ? 'noCode' : 'notSupplied';
}

export function heldRow(
  context: Context,
  {
    member,
    measure,
    breakdown,
    area,
    years,
    unnamed
  }: {
    readonly member: Member;
    readonly measure: Measure;
    readonly breakdown: Breakdown | undefined;
    readonly area: string;
    readonly years: readonly Period[];
    /** Why it has no figure by name where it has none. */
    readonly unnamed: Unnamed;
  }
): HeldRow {
  const found = breakdown?.members.find((each) => each.member.id === member.id);
  return {
    member,
    measure,
    held: years.map((year) => {
      const cell = found ? found.at(area, year).numerator : missing('notSupplied');
      const place = { area, table: breakdown?.table ?? '', member };
      return { year, cell, state: stateOf(context, cell, place, year, unnamed) };
    })
  };
}

/** The years of a grid: the last four up to the page's, from the first with any figure in detail, of any of the areas. */
export function gridYears(context: Context, asked: Asked, areas: readonly string[]): readonly Period[] {
  const upTo = context.years.filter(({ end }) => end <= context.period.end).slice(-MOST_YEARS);
  const held = areas.flatMap((area) =>
    [asked.detail, asked.contactsDetail].flatMap((each) => (each ? yearsOf(context, each, area) : []))
  );
  const from = upTo.findIndex((year) => held.includes(year));
  return from < 0 ? upTo : upTo.slice(from);
}

/** Contacts, where anybody gives them by service, and referrals of each service that boards ask after. */
export function serviceRows(
  context: Context,
  asked: Asked,
  area: string,
  years: readonly Period[]
): readonly HeldRow[] {
  const contacts = asked.contactsDetail;
  const withContacts = contacts?.members.some(({ at }) =>
    context.reading.around.some((each) => years.some((year) => isThere(at(each, year).numerator)))
  );
  const at = { area, years, unnamed: unnamedIn(context, asked, area) };
  return askedAfter(context).flatMap((member) => [
    ...(withContacts === true
      ? [heldRow(context, { member, measure: 'contacts', breakdown: contacts, ...at })]
      : []),
    heldRow(context, { member, measure: 'referrals', breakdown: asked.detail, ...at })
  ]);
}

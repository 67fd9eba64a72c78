/** The message of the view: who refers most, and from whom none is recorded. */
import type { Context } from '../context.ts';
import { isKnown } from '#lib/domain/cell.ts';
import { absence } from '#lib/words/absence.ts';
import {
  countedForWholeSentence,
  furthestSentence,
  mostFromSentence,
  referralsText,
  type Apart
} from '#lib/words/agencies/refers.ts';
import { noCodeSentence, noneRecordedSentence, notExpectedSentence } from '#lib/words/agencies/states.ts';
import { number } from '#lib/words/number.ts';
import { mostInEachSentence } from '#lib/words/agencies/partnership.ts';
import type { Statement } from '../model.ts';
import type { Breakdown } from '../reading.ts';
import { countryName, isAbroad } from '../setting.ts';
import type { Asked } from './asked.ts';
import { spanOf, type NoneRecorded } from './none-recorded.ts';
import type { SaidOfSide } from './none-side-by-side.ts';
import { heldByAny, mostInEach, someUnnamedLead } from './partnership.ts';
import { hereNow } from './sources.ts';
import { unnamedIn } from './states.ts';
import { apartFromEngland, leading, unnamedLeads } from './who-refers.ts';

/** A source from which the country has fewer referrals than this, for every 10,000 children, is no headline. */
const ENOUGH = 10;

/** What nobody publishes is known of England alone. */
const standIn = ({ catalogue }: Context) =>
  `These are referrals for every reason: ${isAbroad(catalogue) ? 'none here is for neglect alone' : 'nobody publishes them for neglect alone'}.`;

/** From whom none is recorded comes first; then who refers most, and which source stands furthest from the country. */
export function headline(context: Context, asked: Asked, found: NoneRecorded): Statement {
  const neglect = hereNow(context, asked.neglect);
  const breakdown = neglect ?? hereNow(context, asked.all);
  const mark = breakdown?.members[0]?.indicator.mark ?? 'all';
  const known = breakdown !== undefined || totalOf(context) !== undefined;
  const [most] = breakdown ? leading(context, breakdown) : [];
  const none = isManyReferred(context) ? noneSentence(found) : undefined;
  const last = none === undefined ? noneSentence(found) : undefined;
  const first = most
    ? mostFromSentence(mark, most, breakdown !== undefined && unnamedLeads(context, breakdown))
    : (countedForWhole(context, asked) ?? totalSentence(context));
  const apart =
    none === undefined && mark === 'all' && breakdown ? furthest(context, breakdown, most?.id) : undefined;
  const said = [
    none,
    first,
    apart,
    cannotTell(context, asked, found),
    last,
    known && mark === 'all' ? standIn(context) : undefined
  ];
  return { text: said.filter((text) => text !== undefined).join(' '), ...(known ? { mark } : {}) };
}

/** Of fewer referrals in a year, none from a source that makes one of a hundred is no surprise, and does not lead. */
const MANY = 100;

function isManyReferred(context: Context): boolean {
  const { numerator } = context.result('referrals-rate');
  return isKnown(numerator) && numerator.value >= MANY;
}

const noneSentence = (found: NoneRecorded): string | undefined =>
  found.none.length > 0 ? noneRecordedSentence(spanOf(found), found.none, found.contacts) : undefined;

/** Services that the area’s own list has no place for; what the national return lacks is no news of one area. */
const cannotTell = (context: Context, asked: Asked, { noCode, notExpected }: NoneRecorded) =>
  asked.detail === undefined
    ? undefined
    : noCode.length > 0
      ? noCodeSentence(noCode, false)
      : notExpected.length > 0
        ? notExpectedSentence(context.area.name, notExpected)
        : undefined;

/** The named source furthest from the country by ratio, of those that are clearly above or below it. */
function furthest(context: Context, breakdown: Breakdown, said: string | undefined): string | undefined {
  const ratio = ({ rate, national }: Apart) => Math.abs(Math.log(rate / national));
  const [first] = (['lower', 'higher'] as const)
    .flatMap((side) => apartFromEngland(context, breakdown, side))
    .filter(({ rate, national }) => rate > 0 && national >= ENOUGH)
    .toSorted((a, b) => ratio(b) - ratio(a));
  return first && furthestSentence(first, countryName(context.england), first.id === said);
}

const totalOf = (context: Context) =>
  ['referrals-neglect-rate', 'referrals-rate']
    .map((role) => context.result(role))
    .find(({ numerator }) => isKnown(numerator));

/** Of a locality, where its authority has what it has not. */
function countedForWhole(context: Context, asked: Asked): string | undefined {
  const { area, catalogue } = context;
  const whole = catalogue.manifest.areas.find(({ id }) => id === area.parent);
  if (area.kind !== 'locality' || !whole || totalOf(context)) return undefined;
  return unnamedIn(context, asked, whole.id) === 'notSupplied'
    ? undefined
    : countedForWholeSentence(whole.name);
}

function totalSentence(context: Context): string {
  const { numerator, indicator } = totalOf(context) ?? context.result('referrals-rate');
  return isKnown(numerator)
    ? `There were ${number(numerator.value)} ${referralsText(indicator.mark)}; who made them is not supplied.`
    : `Who refers children ${absence(numerator.reason)}.`;
}

/** Who refers most in each authority of a partnership, and from whom none is recorded in any of them. */
export function partnershipHeadline(context: Context, asked: Asked, said: readonly SaidOfSide[]): Statement {
  const breakdown = heldByAny(context, asked);
  const mark = breakdown?.members[0]?.indicator.mark ?? 'all';
  const most = breakdown ? mostInEach(context, breakdown) : [];
  if (!breakdown || most.length === 0)
    return { text: `Who refers children in ${context.area.name} is not in these figures for this year.` };
  const none = said.filter(({ state }) => state === 'none').map(({ text }) => text);
  return {
    text: [
      ...none,
      mostInEachSentence(mark, most, someUnnamedLead(context, breakdown)),
      ...(mark === 'all' ? [standIn(context)] : [])
    ].join(' '),
    mark
  };
}

/** The message of the view: who refers most, and from whom none is recorded. */
import type { Context } from '../context.ts';
import { isKnown } from '#lib/domain/cell.ts';
import { absence } from '#lib/words/absence.ts';
import { mostFromSentence, referralsText } from '#lib/words/agencies/refers.ts';
import { noneRecordedSentence } from '#lib/words/agencies/states.ts';
import { number } from '#lib/words/number.ts';
import { mostInEachSentence } from '#lib/words/agencies/partnership.ts';
import type { Statement } from '../model.ts';
import type { Asked } from './asked.ts';
import { spanOf, type NoneRecorded } from './none-recorded.ts';
import type { SaidOfSide } from './none-side-by-side.ts';
import { heldByAny, mostInEach } from './partnership.ts';
import { hereNow } from './sources.ts';
import { leading, unnamedLeads } from './who-refers.ts';

const STAND_IN = 'These are referrals for every reason: nobody publishes them for neglect alone.';

/** Who refers most in an authority, a region or a country. */
export function headline(context: Context, asked: Asked, found: NoneRecorded): Statement {
  const neglect = hereNow(context, asked.neglect);
  const breakdown = neglect ?? hereNow(context, asked.all);
  const mark = breakdown?.members[0]?.indicator.mark ?? 'all';
  const [most] = breakdown ? leading(context, breakdown) : [];
  const none = found.none.length > 0 ? [noneRecordedSentence(spanOf(found), found.none, found.contacts)] : [];
  const first = most
    ? [mostFromSentence(mark, most, breakdown !== undefined && unnamedLeads(context, breakdown))]
    : [totalSentence(context)];
  return { text: [...first, ...none, ...(mark === 'all' ? [STAND_IN] : [])].join(' '), mark };
}

function totalSentence(context: Context): string {
  const result = ['referrals-neglect-rate', 'referrals-rate']
    .map((role) => context.result(role))
    .find(({ numerator }) => isKnown(numerator));
  const { numerator, indicator } = result ?? context.result('referrals-rate');
  return isKnown(numerator)
    ? `There were ${number(numerator.value)} ${referralsText(indicator.mark)}; who made them is not supplied.`
    : `Who refers children ${absence(numerator.reason)}.`;
}

/** Who refers most in each authority of a partnership, and from whom none is recorded in any of them. */
export function partnershipHeadline(context: Context, asked: Asked, said: readonly SaidOfSide[]): Statement {
  const breakdown = heldByAny(context, asked);
  const mark = breakdown?.members[0]?.indicator.mark ?? 'all';
  const most = breakdown ? mostInEach(context, breakdown) : [];
  if (most.length === 0)
    return { text: `Who refers children in ${context.area.name} is not in these figures for this year.` };
  const none = said.filter(({ state }) => state === 'none').map(({ text }) => text);
  return {
    text: [mostInEachSentence(mark, most), ...none, ...(mark === 'all' ? [STAND_IN] : [])].join(' '),
    mark
  };
}

/** The message of the view: who refers most, and from whom none is recorded. */
import type { Context } from '../context.ts';
import { isKnown } from '#lib/domain/cell.ts';
import { absence } from '#lib/words/absence.ts';
import { mostFromSentence, referralsText } from '#lib/words/agencies/refers.ts';
import { noneRecordedSentence } from '#lib/words/agencies/states.ts';
import { sentence } from '#lib/words/number.ts';
import type { Statement } from '../model.ts';
import type { Asked } from './asked.ts';
import { spanOf, type NoneRecorded } from './none-recorded.ts';
import { heldByAny, mostFromText } from './partnership.ts';
import { hereNow } from './sources.ts';
import { leading } from './who-refers.ts';

const STAND_IN = 'These are referrals for every reason: nobody publishes them for neglect alone.';

/** Who refers most in an authority, a region or a country. */
export function headline(context: Context, asked: Asked, found: NoneRecorded): Statement {
  const neglect = hereNow(context, asked.neglect);
  const breakdown = neglect ?? hereNow(context, asked.all);
  const mark = breakdown?.members[0]?.indicator.mark ?? 'all';
  const [most] = breakdown ? leading(context, breakdown) : [];
  const none = found.none.length > 0 ? [noneRecordedSentence(spanOf(found), found.none, found.contacts)] : [];
  const first = most ? [mostFromSentence(mark, most)] : [totalSentence(context)];
  return { text: [...first, ...none, ...(mark === 'all' ? [STAND_IN] : [])].join(' '), mark };
}

function totalSentence(context: Context): string {
  const result = ['referrals-neglect-rate', 'referrals-rate']
    .map((role) => context.result(role))
    .find(({ numerator }) => isKnown(numerator));
  const { numerator, indicator } = result ?? context.result('referrals-rate');
  return isKnown(numerator)
    ? `There were ${numerator.value.toLocaleString('en-GB')} ${referralsText(indicator.mark)}; who made them is not supplied.`
    : `Who refers children ${absence(numerator.reason)}.`;
}

/** Who refers most in each authority of a partnership. */
export function partnershipHeadline(context: Context, asked: Asked): Statement {
  const breakdown = heldByAny(context, asked);
  const mark = breakdown?.members[0]?.indicator.mark ?? 'all';
  const most = breakdown ? mostFromText(context, breakdown) : '';
  if (most === '')
    return { text: `Who refers children in ${context.area.name} is not in these figures for this year.` };
  return {
    text: `${sentence(referralsText(mark))} for every 10,000 children come most often, ${most}.${mark === 'all' ? ` ${STAND_IN}` : ''}`,
    mark
  };
}

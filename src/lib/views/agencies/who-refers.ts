/** Who refers, for every 10,000 children: neglect where it is supplied, and every reason beside England. */
import { firstMissing } from '#lib/disclosure/may-say.ts';
import { isKnown } from '#lib/domain/cell.ts';
import { absence } from '#lib/words/absence.ts';
import {
  apartSentence,
  ofTotalSentence,
  referralsText,
  unknownSentence,
  type Apart,
  type Said
} from '#lib/words/agencies/refers.ts';
import { isAgency, sourceInWords } from '#lib/words/agencies/names.ts';
import { number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { notesOf, valueFigure } from '../figures.ts';
import type { Slot, Statement } from '../model.ts';
import type { Breakdown, MemberAnswer } from '../reading.ts';
import type { Asked } from './asked.ts';
import { countryName } from '../setting.ts';
import { besideEngland, besides, hereNow, ranked } from './sources.ts';
import { sourceBars } from './source-bars.ts';

/** A source whose figure is known, as sentences need it. */
export function saidOf({ member, at }: MemberAnswer, area?: string): Said | undefined {
  const { numerator, value } = at(area);
  if (!isKnown(numerator)) return undefined;
  return { ...member, count: numerator.value, ...(isKnown(value) ? { rate: value.value } : {}) };
}

/** Sources that are known, the largest first. */
export function knownSources(context: Context, breakdown: Breakdown, area?: string): readonly Said[] {
  return ranked(context, breakdown, area).flatMap((each) => saidOf(each, area) ?? []);
}

/** A person, or an agency of which a question can be asked. */
export const isNamed = ({ id }: { readonly id: string }) => id === 'individual' || isAgency({ id });

/** The named sources with any referral, the largest first. */
export function leading(context: Context, breakdown: Breakdown, area?: string): readonly Said[] {
  return knownSources(context, breakdown, area).filter((each) => isNamed(each) && each.count > 0);
}

/** Whether more came from an unnamed source than from any that is named. */
export function unnamedLeads(context: Context, breakdown: Breakdown, area?: string): boolean {
  const [first] = knownSources(context, breakdown, area);
  return first !== undefined && first.count > 0 && !isNamed(first);
}

function mostStatement(
  context: Context,
  breakdown: Breakdown,
  total: number | undefined
): Statement | undefined {
  const [first] = breakdown.members;
  if (!first) return undefined;
  const { indicator } = first;
  const most = knownSources(context, breakdown)
    .filter(({ count }) => count > 0)
    .slice(0, 3);
  const common = { mark: indicator.mark, indicator: indicator.id, notes: notesOf(context, first.at()) };
  if (most.length === 0) {
    const gone = firstMissing(breakdown.members.map(({ at }) => at().numerator));
    return gone
      ? { ...common, text: `Who made ${referralsText(indicator.mark)} ${absence(gone.reason)}.` }
      : { ...common, text: `No ${referralsText(indicator.mark)} are recorded from any source.` };
  }
  return { ...common, text: ofTotalSentence(indicator.mark, total, most) };
}

/** The named sources that are clearly higher or lower than in England, the furthest first. */
export function apartFromEngland(
  context: Context,
  breakdown: Breakdown,
  direction: 'lower' | 'higher'
): readonly Apart[] {
  return breakdown.members
    .flatMap((member): Apart[] => {
      const comparison = besideEngland(context, member);
      const national = besides(context, member).find(({ id }) => id === 'england')?.value;
      const own = member.at().value;
      const clear =
        isNamed(member.member) && comparison?.certainty === 'clearly' && comparison.direction === direction;
      return clear && isKnown(own) && national && isKnown(national)
        ? [{ ...member.member, rate: own.value, national: national.value }]
        : [];
    })
    .sort((a, b) => Math.abs(b.rate - b.national) - Math.abs(a.rate - a.national));
}

function besideStatement(context: Context, breakdown: Breakdown): Statement | undefined {
  const [first] = breakdown.members;
  const said = (['above', 'below'] as const).flatMap(
    (side) =>
      apartSentence(
        side,
        apartFromEngland(context, breakdown, side === 'above' ? 'higher' : 'lower'),
        countryName(context.england)
      ) ?? []
  );
  if (!first || context.area.kind === 'country') return undefined;
  const compared = breakdown.members.some((member) => besideEngland(context, member));
  if (!compared) return undefined;
  const text =
    said.length === 0
      ? `For every reason, no named source is clearly above or below ${countryName(context.england)}.`
      : `For every 10,000 children and for every reason. ${said.join(' ')} A difference is a question, not an answer: what counts as a referral differs between areas.`;
  return { text, mark: first.indicator.mark, indicator: first.indicator.id };
}

/** Share of the total from which an unknown source is worth a sentence. */
const MUCH_UNKNOWN = 10;

function unknownStatement(breakdown: Breakdown, total: number | undefined): Statement | undefined {
  const unknown = breakdown.members.find(({ member }) => member.id === 'unknown');
  const count = unknown?.at().numerator;
  if (!unknown || !count || !isKnown(count) || total === undefined || total === 0) return undefined;
  const share = (count.value / total) * 100;
  if (share < MUCH_UNKNOWN) return undefined;
  return { text: unknownSentence(share, unknown.indicator.mark), mark: unknown.indicator.mark };
}

function totalOf(context: Context, role: string): number | undefined {
  const { numerator } = context.result(role);
  return isKnown(numerator) ? numerator.value : undefined;
}

/** `Police 27.5, schools 20.1 and health services 18.9 for every 10,000 children`: the message of a drawing. */
function titleOf(context: Context, breakdown: Breakdown): string {
  const [most, second] = knownSources(context, breakdown).filter(({ count }) => count > 0);
  const mark = breakdown.members[0]?.indicator.mark ?? 'all';
  if (!most) return `Who makes ${referralsText(mark)}`;
  const rate = ({ rate, count }: Said) => number(rate ?? count, rate === undefined ? 0 : 1);
  const what = mark === 'all' ? 'Referrals for every reason' : referralsText(mark).replace(/^r/, 'R');
  return second
    ? `${what}: most from ${sourceInWords(most)} (${rate(most)}), then ${sourceInWords(second)} (${rate(second)})`
    : `${what}: most from ${sourceInWords(most)} (${rate(most)})`;
}

/** Undefined where nothing by source is here for the year. */
export function whoRefersSlot(context: Context, asked: Asked): Slot | undefined {
  const neglect = hereNow(context, asked.neglect);
  const all = hereNow(context, asked.all);
  const lead = neglect ?? all;
  if (!lead) return undefined;
  const role = neglect ? 'referrals-neglect-rate' : 'referrals-rate';
  const total = totalOf(context, role);
  const standIn: readonly Statement[] = neglect
    ? []
    : [
        {
          text: 'These are referrals for every reason, a stand-in: why a child was referred is not collected nationally.',
          mark: 'all'
        }
      ];
  const statements = [
    mostStatement(context, lead, total),
    ...standIn,
    all && besideStatement(context, all),
    unknownStatement(lead, total)
  ].filter((each) => each !== undefined);
  const bars = (breakdown: Breakdown | undefined) =>
    breakdown ? [sourceBars(context, breakdown, titleOf(context, breakdown))] : [];
  return {
    id: 'who-refers',
    heading: 'Who refers',
    statements,
    figures:
      total === undefined
        ? []
        : [valueFigure(context, context.result(role), neglect ? 'Referrals for neglect' : 'Referrals')],
    charts: [...bars(neglect), ...bars(all)]
  };
}

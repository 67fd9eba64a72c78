/** What an audit of plans drawn at random adds to what the record shows, with its range. */
import { isKnown } from '#lib/domain/cell.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import type { Context } from '../context.ts';
import { drawnOf } from '../drawn.ts';
import { auditedMore, auditedSentence, whyRange, type AuditedInAll } from '#lib/words/hidden-neglect.ts';
import type { Slot, Statement } from '../model.ts';
import type { RecordedPlans } from './record.ts';

const ROLE = 'plans-hidden-neglect-audited-share';

const REMEDY =
  'Draw plans at random from those without neglect on record, and audit them. Give how many were read, and in how many neglect was found.';

interface Added {
  readonly statements: readonly Statement[];
  readonly notSupplied?: Slot['notSupplied'];
  /** Of all children on a plan: those on record, and what the audit adds. */
  readonly inAll?: AuditedInAll;
}

export async function auditedStatements(context: Context, { own }: RecordedPlans): Promise<Added> {
  const indicator = context.indicator(ROLE);
  const box: Added = {
    statements: [],
    notSupplied: {
      what: 'Neglect that nobody wrote down on plans in other categories.',
      remedy: REMEDY
    }
  };
  if (!indicator.supplied) return box;
  const [answers, byRound] = await Promise.all([
    context.reading.answers([indicator]),
    context.reading.members(indicator, 'round')
  ]);
  const answer = answers(indicator);
  const { numerator, denominator, ranges } = answer;
  if (!isKnown(numerator) || !isKnown(denominator)) return box;
  const without = derive([own.total, own.recorded], (total, recorded) => total - recorded);
  const audited = {
    found: numerator.value,
    read: denominator.value,
    without: isKnown(without) ? without.value : undefined,
    recorded: isKnown(own.recorded) ? own.recorded.value : undefined,
    range: ranges?.at95,
    random: drawnOf(context, answer, byRound).byChance
  };
  const said = { mark: 'neglect' as const, indicator: indicator.id };
  const more = auditedMore(audited);
  const recorded = audited.recorded ?? 0;
  return {
    statements: [
      { ...said, text: auditedSentence(audited) },
      ...(more ? [{ ...said, text: whyRange(audited, recorded + more.lower, own.possible) }] : [])
    ],
    ...(more
      ? {
          inAll: {
            lower: recorded + more.lower,
            middle: recorded + more.middle,
            upper: recorded + more.upper
          }
        }
      : {})
  };
}

/** What an audit of plans drawn at random adds to what the record shows, with its range. */
import { isKnown } from '#lib/domain/cell.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import type { Context } from '../context.ts';
import { auditedSentence } from '#lib/words/hidden-neglect.ts';
import type { Slot, Statement } from '../model.ts';
import type { RecordedPlans } from './record.ts';

const ROLE = 'plans-hidden-neglect-audited-share';

const REMEDY =
  'An audit of plans drawn at random from those without neglect on record: how many were read, and in how many neglect was found.';

/** Every round of the year of the page was drawn at random, so that what it found may be taken for all. */
function drawnAtRandom({ catalogue, period }: Context): boolean {
  const rounds = (catalogue.registers.rounds ?? []).filter(
    ({ date, kind }) => kind !== 'survey' && date > (period.start ?? '') && date <= period.end
  );
  return rounds.length > 0 && rounds.every(({ method }) => /random/i.test(method));
}

export async function auditedStatement(
  context: Context,
  { own }: RecordedPlans
): Promise<{ readonly statement?: Statement; readonly notSupplied?: Slot['notSupplied'] }> {
  const indicator = context.indicator(ROLE);
  const box = {
    notSupplied: {
      what: 'Neglect that nobody wrote down on plans in other categories.',
      remedy: REMEDY
    }
  };
  if (!indicator.supplied) return box;
  const { numerator, denominator, ranges } = (await context.reading.answers([indicator]))(indicator);
  if (!isKnown(numerator) || !isKnown(denominator)) return box;
  const without = derive([own.total, own.recorded], (total, recorded) => total - recorded);
  const text = auditedSentence({
    found: numerator.value,
    read: denominator.value,
    without: isKnown(without) ? without.value : undefined,
    recorded: isKnown(own.recorded) ? own.recorded.value : undefined,
    range: ranges?.at95,
    random: drawnAtRandom(context)
  });
  return { statement: { text, mark: 'neglect', indicator: indicator.id } };
}

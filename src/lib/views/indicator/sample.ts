/** How the sample behind an indicator of audits was drawn: without chance it speaks for itself alone, and has no range. */
import { isKnown } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import type { Facts } from '#lib/db/facts.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { Figure as Worked } from '#lib/indicators/figure.ts';
import { shareText } from '#lib/words/figure.ts';
import { notOneChange, sampleSentence } from '#lib/words/audits/sample.ts';
import { asDrawn, drawnOf, isAudited, type Drawn } from '../drawn.ts';
import { readingFor } from '../reading.ts';
import type { Setting } from '../setting.ts';

/** How the sample of any answer was drawn; undefined where the figure is not of an audit. */
export async function samplesOf(
  facts: Facts,
  catalogue: Catalogue,
  setting: Setting,
  indicator: PlacedIndicator
): Promise<((answer: Answer) => Drawn) | undefined> {
  if (!isAudited(indicator)) return undefined;
  const byRound = await readingFor(facts, catalogue, setting).members(indicator, 'round');
  return (answer) => drawnOf({ catalogue }, answer, byRound);
}

/** The same figure, with ranges and what rests on them only where samples were drawn by chance. */
export function asSampled(worked: Worked, drawn: (answer: Answer) => Drawn): Worked {
  const { answer, beside, series } = worked;
  return {
    ...worked,
    answer: asDrawn(answer, drawn(answer)),
    beside: drawn(answer).byChance ? beside : beside.map(({ comparison: _, judgement: __, ...rest }) => rest),
    series: series.map((year) => ({ ...year, answer: asDrawn(year.answer, drawn(year.answer)) }))
  };
}

export interface Sample {
  readonly drawn: Drawn;
  /** Said beside the figure. */
  readonly says: string;
  /** Said in place of a change, where it is no change of one thing. */
  readonly instead?: string;
}

export function sampleOf({ answer, change }: Worked, drawn: (answer: Answer) => Drawn): Sample | undefined {
  if (!isKnown(answer.value)) return undefined;
  const own = drawn(answer);
  const from = change?.from;
  const before = from && drawn(from);
  const alike = own.byChance && before?.byChance === true;
  const told =
    from && isKnown(from.value) && isKnown(from.numerator) && isKnown(from.denominator)
      ? shareText(answer.indicator, from.numerator.value, from.denominator.value, from.value.value)
      : undefined;
  return {
    drawn: own,
    says: sampleSentence(own),
    ...(before && !alike && told !== undefined ? { instead: notOneChange(told, before.how) } : {})
  };
}

/** A yearly report’s text under each of its headings, drafted from figures and registers. */
import { AnnualHeadings, isInForce, type AnnualEvidence, type AnnualHeading } from '#lib/domain/annual.ts';
import { NOBODY_SAID } from '#lib/words/annual/progress.ts';
import written from '../../../../data/annual/headings.json' with { type: 'json' };
import type { Desk } from './desk.ts';
import { fromIndicators, selected } from './from-indicators.ts';
import { fromLog } from './from-log.ts';
import { fromSlot } from './from-slots.ts';
import type { AnnualDraft, Found, Lack } from './model.ts';
import { noProgress } from './no-progress.ts';

let parsed: readonly AnnualHeading[] | undefined;

/** Every heading there is or was. Throws where the file is not what it should be. */
export function annualHeadings(): readonly AnnualHeading[] {
  parsed ??= AnnualHeadings.parse(written).headings;
  return parsed;
}

export const headingsOn = (headings: readonly AnnualHeading[], date: string): readonly AnnualHeading[] =>
  headings.filter((heading) => isInForce(heading, date));

const restsOnOthers = ({ evidence }: AnnualHeading): boolean =>
  evidence.some(({ from }) => from === 'no-progress');

async function found(desk: Desk, evidence: AnnualEvidence, others: readonly AnnualDraft[]): Promise<Found> {
  switch (evidence.from) {
    case 'figures':
      return fromIndicators(desk, evidence);
    case 'slot':
      return fromSlot(desk, evidence);
    case 'log':
      return fromLog(desk, evidence);
    case 'no-progress':
      return noProgress(desk, others);
  }
}

function lackOf(desk: Desk, evidence: AnnualEvidence): Lack {
  const { about } = evidence;
  return evidence.from === 'figures'
    ? { about, feeds: selected(desk.indicators, evidence).flatMap(({ feeds }) => feeds) }
    : { about, feeds: [], supply: evidence.supply };
}

/** @param headings all in force on the day the report is put together */
export async function annualDraft(
  desk: Desk,
  heading: AnnualHeading,
  headings: readonly AnnualHeading[]
): Promise<AnnualDraft> {
  const others = restsOnOthers(heading)
    ? await Promise.all(
        headings.filter((each) => !restsOnOthers(each)).map((each) => annualDraft(desk, each, headings))
      )
    : [];
  const parts = await Promise.all(
    heading.evidence.map(async (evidence) => ({ evidence, ...(await found(desk, evidence, others)) }))
  );
  const sentences = parts.flatMap((part) => part.sentences);
  const said = new Set<string>();
  const { id, must, source, neverEmpty } = heading;
  return {
    id,
    heading: heading.heading,
    must,
    source,
    sentences: sentences.filter(({ said: { text } }) => !said.has(text) && said.add(text).has(text)),
    lacking: parts.flatMap((part) =>
      part.sentences.length === 0 && part.withheld.length === 0 && !neverEmpty
        ? [lackOf(desk, part.evidence)]
        : []
    ),
    withheld: parts.flatMap((part) => part.withheld),
    ...(neverEmpty && sentences.length === 0 ? { unanswered: NOBODY_SAID } : {})
  };
}

/** Where the audits are that a page has none of: on a later page of the area, or on that of the authority it is part of. */
import type { Area } from '#lib/domain/area.ts';
import { laterRoundText, wholeText } from '#lib/words/audits/absent.ts';
import { areaInSentence } from '#lib/words/place.ts';
import type { Context } from '../context.ts';
import type { Evidence } from './evidence.ts';
import type { Round } from './rounds.ts';
import { verdictOf } from './verdict.ts';

type EvidenceIn = (area: Area) => Evidence;

export interface AuditsElsewhere {
  readonly kind: 'later' | 'whole';
  readonly text: string;
  /** The same as the figure that raises a question. */
  readonly because: string;
}

function laterOf(
  context: Context,
  area: Area,
  areas: readonly Area[],
  everIn: EvidenceIn
): AuditsElsewhere | undefined {
  const rounds: readonly Round[] = areas.flatMap((each) => everIn(each).rounds);
  const [first] = rounds.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  if (!first) return undefined;
  const position = context.offered.find(({ end }) => end > context.period.end && end >= first.date);
  return {
    kind: 'later',
    text: laterRoundText(areaInSentence(area), first.label, position?.end),
    because: `The first round of ${areaInSentence(area)} is of ${first.label}.`
  };
}

/** Undefined where none is loaded. @param everIn evidence of any date; `evidenceIn` up to that of the page */
export function auditsElsewhere(
  context: Context,
  evidenceIn: EvidenceIn,
  everIn: EvidenceIn
): AuditsElsewhere | undefined {
  const { area, catalogue } = context;
  const { areas } = catalogue.manifest;
  const within =
    area.kind === 'partnership' ? areas.filter(({ parent }) => parent === area.id) : ([] as const);
  const own = laterOf(context, area, [area, ...within], everIn);
  const whole = areas.find(({ id }) => id === area.parent);
  if (own || area.kind !== 'locality' || !whole) return own;
  if (verdictOf(evidenceIn(whole)).kind === 'nothing') return laterOf(context, whole, [whole], everIn);
  const [name, wholeName] = [areaInSentence(area), areaInSentence(whole)];
  return {
    kind: 'whole',
    text: wholeText(name, wholeName),
    because: `No audit of ${name} alone is loaded; ${wholeName} has some.`
  };
}

/** How the sample of an audit was drawn, to be said beside its figure; without chance it has no range. */
import { drawnByChance } from '#lib/domain/audit-round.ts';
import { isThere } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import { chosenText } from '#lib/words/audits/rounds.ts';
import type { Context } from './context.ts';
import type { Breakdown } from './reading.ts';

export interface Drawn {
  /** `put forward by teams`, `drawn at random`. */
  readonly how: string;
  /** Only then can the sample speak for more than itself. */
  readonly byChance: boolean;
}

/**
 * Of the round that an answer is from, which `byRound` names; else of all rounds held in its period. Where those were drawn
 * in more than one way, or nobody says, it is not said how.
 */
export function drawnOf(
  { catalogue }: Pick<Context, 'catalogue'>,
  answer: Answer,
  byRound: Breakdown | undefined
): Drawn {
  const rows = (catalogue.registers.rounds ?? []).filter(({ kind }) => kind !== 'survey');
  const period = catalogue.manifest.periods.find(({ id }) => id === answer.period);
  const named = (byRound?.members ?? [])
    .filter(({ at }) => period && isThere(at(answer.area, period).value))
    .map(({ member }) => member.id);
  const held =
    named.length > 0
      ? rows.filter(({ round }) => named.includes(round))
      : rows.filter(({ date }) => period && date >= (period.start ?? '') && date <= period.end);
  const methods = new Set(held.map(({ method }) => method));
  const [method] = methods.size === 1 ? methods : [];
  return { how: chosenText(method), byChance: method !== undefined && drawnByChance(method) };
}

/** The answer as it may be shown: only a sample drawn by chance keeps its range. */
export function asDrawn(answer: Answer, { byChance }: Drawn): Answer {
  if (byChance) return answer;
  const { ranges: _, ...rest } = answer;
  return rest;
}

const AUDITED = ['families', 'audits'];

/** Whether it counts what an audit read, so that it rests on how that was drawn. */
export function isAudited({ numerator, supplied }: PlacedIndicator): boolean {
  return supplied && numerator !== undefined && AUDITED.includes(numerator.measure);
}

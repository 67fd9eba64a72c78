/** All that audits found in an area up to the day of the page, standard by standard and round by round. */
import { NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import type { Area } from '#lib/domain/area.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { Context } from '../context.ts';
import type { AnswerAt, Breakdown } from '../reading.ts';
import { areaRounds } from './area-rounds.ts';
import { seenIn, type Seen } from './findings.ts';
import { gradesAsked, type Graded } from './grades.ts';
import type { Round } from './rounds.ts';
import { auditStandards } from './standards.ts';

/** One standard in one round: n of N. */
export interface Found {
  readonly round: Round;
  readonly n: Cell;
  readonly of: Cell;
}

export interface Standard {
  readonly id: string;
  readonly label: string;
  readonly indicator: PlacedIndicator;
  /** Oldest first. */
  readonly found: readonly Found[];
}

/** A whole that is divided into outcomes, each of them n of the same N. */
export interface Outcomes {
  readonly indicator: PlacedIndicator;
  readonly parts: readonly Standard[];
}

export interface GradedRound extends Graded {
  readonly of: Cell;
  readonly held: Round;
}

export interface Evidence {
  readonly area: Area;
  /** Oldest first. */
  readonly rounds: readonly Round[];
  /** Those with figures here. */
  readonly standards: readonly Standard[];
  readonly outcomes: readonly Outcomes[];
  readonly graded: readonly GradedRound[];
}

interface Asked {
  readonly indicator: PlacedIndicator;
  readonly plain: AnswerAt;
  readonly byRound: Breakdown | undefined;
}

/** Reads evidence for any area around, in one statement. @param until ISO date of the last day it may be of */
export async function auditEvidence(
  context: Context,
  until: string = context.period.end
): Promise<(area: Area) => Evidence> {
  const indicators = auditStandards(context.catalogue).filter(({ supplied }) => supplied);
  const grades = gradesAsked(context);
  const [answers, lookup, ...breakdowns] = await Promise.all([
    context.reading.answers(indicators),
    context.reading.cells(grades.terms),
    ...indicators.map((indicator) => context.reading.members(indicator, 'round'))
  ]);
  const asked = indicators.map((indicator, index): Asked => ({
    indicator,
    plain: (...at) => answers(indicator, ...at),
    byRound: breakdowns[index]
  }));
  const periods = context.catalogue.manifest.periods.filter(({ end }) => end <= until);
  return (area) => evidenceOf(context, asked, area, periods, (each) => grades.read(lookup, each, periods));
}

const NOTHING = { numerator: NOT_SUPPLIED, denominator: NOT_SUPPLIED };

function evidenceOf(
  context: Context,
  asked: readonly Asked[],
  area: Area,
  told: readonly Period[],
  gradesIn: (area: string) => readonly Graded[]
): Evidence {
  const seen = asked
    .map((each) => ({ ...each, seen: seenIn(area.id, told, each.plain, each.byRound) }))
    .filter((each) => each.seen.length > 0);
  const graded = oneUnit(gradesIn(area.id));
  const rounds = areaRounds(
    context,
    seen.flatMap(({ indicator, seen: all }) =>
      all.map((one) => ({
        ...one,
        of: one.answer.denominator,
        unit: indicator.numerator?.measure ?? ''
      }))
    ),
    graded
  );
  const foundIn = (
    each: readonly Seen[],
    pick: (answer: Answer) => Pick<Answer, 'numerator' | 'denominator'>
  ): readonly Found[] =>
    each
      .map((one) => {
        const { numerator, denominator } = pick(one.answer);
        return { round: rounds.of(one), n: numerator, of: denominator };
      })
      .sort((a, b) => (a.round.date < b.round.date ? -1 : 1));
  const outcome = (answer: Answer, id: string) =>
    answer.parts?.find((part) => part.id === id)?.result ?? NOTHING;
  return {
    area,
    rounds: rounds.all,
    standards: seen
      .filter(({ indicator }) => indicator.kind === 'share')
      .map(({ indicator, seen: each }) => ({
        id: indicator.id,
        label: indicator.name,
        indicator,
        found: foundIn(each, (answer) => answer)
      })),
    outcomes: seen
      .filter(({ indicator }) => indicator.kind === 'outcomes')
      .map(({ indicator, seen: each }) => ({
        indicator,
        parts: (indicator.outcomes ?? []).map(({ id, name }) => ({
          id: `${indicator.id}-${id}`,
          label: name,
          indicator,
          found: foundIn(each, (answer) => outcome(answer, id))
        }))
      })),
    graded: graded.map((each) => ({ ...each, held: rounds.of(each) }))
  };
}

/** Children of a family and the family are not counted side by side. */
function oneUnit(graded: readonly Graded[]): readonly Graded[] {
  const families = graded.filter(({ unit }) => unit === 'families');
  return families.length > 0 ? families : graded;
}

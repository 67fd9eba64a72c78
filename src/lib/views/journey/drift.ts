/** Long help that drifted, as audits found it. */
import { isKnown, isThere, known, missing, type Cell } from '#lib/domain/cell.ts';
import type { Member } from '#lib/indicators/breakdown.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { captionText } from '#lib/words/caption.ts';
import { chosenText } from '#lib/words/audits/rounds.ts';
import { SAID_BY } from '#lib/words/documents.ts';
import { rangeSentence, valueSentence } from '#lib/words/figure.ts';
import { dateInWords, monthInWords } from '#lib/domain/dates.ts';
import { shareOf } from '#lib/words/value.ts';
import { cellText, lowerFirst, number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, Fact, Row, Slot, Statement } from '../model.ts';
import { sourcesOf } from '../provenance.ts';

const DRIFT = 'long-help-drift-share';
const ROLES = [DRIFT, 'long-help-court-missed-share'] as const;
export const DRIFT_ROLES: readonly string[] = ROLES;

interface Found {
  readonly answer: Answer;
  /** `in the round of November 2023`, or the year. */
  readonly when: string;
  readonly round?: string;
}

/** `in the round of November 2023`; by its id where the register does not know it. */
function roundText({ catalogue }: Context, { id, name }: Member): string {
  const row = (catalogue.registers.rounds ?? []).find(({ round }) => round === id);
  return row ? `in the round of ${monthInWords(row.date)}` : `in the round “${name}”`;
}

/** The latest figure up to the date of the page, whether it is told by round or not. */
async function latest(context: Context, role: string): Promise<Found | undefined> {
  const { catalogue, period, area, reading } = context;
  const indicator = context.indicator(role);
  if (!indicator.supplied) return undefined;
  const upTo = catalogue.manifest.periods
    .filter(({ end, kind }) => end <= period.end && kind !== 'date')
    .toSorted((a, b) => (a.end < b.end ? 1 : -1));
  const [answers, rounds] = await Promise.all([
    reading.answers([indicator]),
    reading.members(indicator, 'round')
  ]);
  for (const when of upTo) {
    for (const { member, at } of [...(rounds?.members ?? [])].reverse()) {
      const answer = at(area.id, when);
      if (isThere(answer.value)) return { answer, when: roundText(context, member), round: member.id };
    }
    const answer = answers(indicator, area.id, when);
    if (isThere(answer.value)) return { answer, when: `in the ${when.label}` };
  }
  return undefined;
}

/** How records were chosen, from the register of rounds. */
function chosen({ catalogue }: Context, { round, answer }: Found): string | undefined {
  const rows = (catalogue.registers.rounds ?? []).filter(({ kind }) => kind !== 'survey');
  const period = catalogue.manifest.periods.find(({ id }) => id === answer.period);
  const held = rows.filter(
    (row) =>
      row.round === round || (period !== undefined && row.date >= period.start && row.date <= period.end)
  );
  const row = rows.find((each) => each.round === round) ?? (held.length === 1 ? held[0] : undefined);
  return (
    row && `Records were ${chosenText(row.method)} from ${lowerFirst(row.frame)}, ${dateInWords(row.date)}.`
  );
}

const howText = (context: Context, found: Found): string =>
  chosen(context, found) ?? 'It is not said how the records were chosen, so they speak for themselves alone.';

/** `said`: how records were chosen, where the sentence before said it. */
function statementOf(context: Context, found: Found, said: string | undefined): Statement {
  const { answer, when } = found;
  const { indicator } = answer;
  const range = rangeSentence(answer);
  const how = howText(context, found);
  return {
    text: [`${valueSentence(answer).replace(/\.$/, '')}, ${when}.`, range, how === said ? undefined : how]
      .filter((text) => text !== undefined)
      .join(' '),
    mark: indicator.mark,
    notes: notesOf(context, answer),
    indicator: indicator.id
  };
}

/** What inspectors found, to be set beside and not compared. */
const benchmarksOf = ({ answer: { indicator } }: Found): readonly Fact[] =>
  indicator.benchmarks.map(({ says, source, place }) => ({
    term: `To set beside it: ${SAID_BY[source]}${place === undefined ? '' : `, ${lowerFirst(place)}`}`,
    text: says
  }));

/** Both findings as bars, where each is of enough families for a percentage. */
function chartOf(context: Context, found: readonly Found[]): ChartModel | undefined {
  const { area, period } = context;
  const [first] = found;
  const many = found.every(
    ({ answer: { denominator } }) => isKnown(denominator) && shareAs(denominator.value) === 'percentage'
  );
  if (!first || !many || !isKnown(first.answer.numerator) || !isKnown(first.answer.denominator))
    return undefined;
  const { numerator, denominator, indicator } = first.answer;
  const of = `${numerator.value === 0 ? 'none' : number(numerator.value)} of ${number(denominator.value)} ${shareOf(indicator)}`;
  const title = indicator.role === DRIFT ? `Help drifted for ${of}` : `${indicator.name}: ${of}`;
  const subtitle = captionText(
    'Families with long-term help whose records were audited',
    area.name,
    first.when.replace(/^in the /, '')
  );
  const limit = ({ value, ranges }: Answer, side: 'lower' | 'upper'): Cell =>
    isKnown(value) && ranges ? known(ranges.at95[side]) : isKnown(value) ? missing('notApplicable') : value;
  return {
    id: 'drift',
    title,
    subtitle,
    description: `${title}. ${found.map(({ answer }) => valueSentence(answer)).join(' ')}`,
    mark: indicator.mark,
    indicator: indicator.id,
    spec: {
      kind: 'bars',
      unit: indicator.unit,
      decimals: 0,
      rows: found.map(({ answer }): Row => {
        const { value, ranges, numerator: n, denominator: of } = answer;
        const counts = isKnown(n) && isKnown(of) ? ` (${number(n.value)} of ${number(of.value)})` : '';
        return {
          id: answer.indicator.id,
          label: answer.indicator.name,
          role: 'focus',
          cell: value,
          text: isKnown(value) ? `${number(value.value)}%${counts}` : cellText(value),
          ...(isKnown(value) && ranges ? { lower: ranges.at95.lower, upper: ranges.at95.upper } : {})
        };
      })
    },
    table: {
      caption: subtitle,
      columns: [
        { key: 'finding', label: 'Found', kind: 'text' },
        { key: 'value', label: 'Figure', kind: 'number', decimals: 1, unit: indicator.unit },
        { key: 'lower', label: 'Range from', kind: 'number', decimals: 1 },
        { key: 'upper', label: 'Range to', kind: 'number', decimals: 1 },
        { key: 'n', label: 'Families', kind: 'number' },
        { key: 'of', label: 'Out of', kind: 'number' }
      ],
      rows: found.map(({ answer }) => ({
        finding: answer.indicator.name,
        value: answer.value,
        lower: limit(answer, 'lower'),
        upper: limit(answer, 'upper'),
        n: isKnown(answer.value) ? answer.numerator : answer.value,
        of: isKnown(answer.value) ? answer.denominator : answer.value
      }))
    },
    notes: notesOf(context, first.answer),
    covers: first.when.replace(/^in the /, ''),
    sources: sourcesOf(
      context,
      termsOf(indicator).map(({ table }) => table)
    ),
    file: `drift-${area.slug}-${period.id}`
  };
}

/** Undefined where no audit has looked at it here. */
export async function driftSlot(context: Context): Promise<Slot | undefined> {
  const found = (await Promise.all(ROLES.map((role) => latest(context, role)))).filter(
    (each) => each !== undefined
  );
  if (found.length === 0) return undefined;
  const drawn = chartOf(context, found);
  return {
    id: 'drift',
    heading: 'Help that drifts',
    statements: found.map((each, i) => {
      const before = found[i - 1];
      return statementOf(context, each, before && howText(context, before));
    }),
    figures: [],
    charts: drawn ? [drawn] : [],
    facts: found.flatMap(benchmarksOf)
  };
}

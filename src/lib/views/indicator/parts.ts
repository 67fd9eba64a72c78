/** What a whole is divided into, what is or is not in place, and what of it is reported. */
import { isKnown, missing, type Cell } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/period.ts';
import type { Part } from '#lib/indicators/answer.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { shortValue, valueSentence } from '#lib/words/figure.ts';
import { cellText, number } from '#lib/words/number.ts';
import type { ChartModel, Column, Fact, Row, Slot, TableModel } from '../model.ts';
import { countBehind, dateOf, wholeOf, type IndicatorPage } from './page.ts';

const tooFew = ({ result: { value, denominator } }: Part): boolean =>
  isKnown(value) && isKnown(denominator) && shareAs(denominator.value) === 'counts';

function barOf({ id, name, result }: Part, counts: boolean): Row {
  const { indicator, numerator, denominator, value, ranges } = result;
  const cell = counts ? countBehind(result, numerator) : value;
  const nOfN =
    isKnown(value) && isKnown(numerator) && isKnown(denominator)
      ? `${number(numerator.value)} of ${number(denominator.value)}`
      : cellText(value);
  return {
    id,
    label: name,
    role: 'focus',
    cell,
    text: counts ? nOfN : isKnown(value) ? shortValue(indicator, value.value) : cellText(value),
    ...(!counts && isKnown(value) && ranges ? { lower: ranges.at95.lower, upper: ranges.at95.upper } : {})
  };
}

function tableOf(parts: readonly Part[], counts: boolean, caption: string): TableModel {
  const [lead] = parts;
  const { decimals = 0, unit = '' } = lead?.result.indicator ?? {};
  const number = (key: string, label: string): Column => ({ key, label, kind: 'number', decimals, unit });
  const limit = ({ value, ranges }: Part['result'], side: 'lower' | 'upper'): Cell =>
    !isKnown(value)
      ? value
      : ranges
        ? { kind: 'known', value: ranges.at95[side], flags: [] }
        : missing('notApplicable');
  return {
    caption,
    columns: [
      { key: 'outcome', label: 'Of them', kind: 'text' },
      ...(counts
        ? []
        : [number('value', 'Figure'), number('lower', 'Range from'), number('upper', 'Range to')]),
      { key: 'count', label: 'Count', kind: 'number' },
      { key: 'of', label: 'Out of', kind: 'number' }
    ],
    rows: parts.map(({ name, result }) => ({
      outcome: name,
      ...(counts
        ? {}
        : { value: result.value, lower: limit(result, 'lower'), upper: limit(result, 'upper') }),
      count: countBehind(result, result.numerator),
      of: countBehind(result, result.denominator)
    }))
  };
}

function chart(page: IndicatorPage, parts: readonly Part[]): ChartModel {
  const { indicator, area, period } = page.worked;
  const counts = parts.some(tooFew);
  const when = dateOf(page, period, dateInWords);
  const subtitle = `${indicator.subtitle}, ${when}`;
  const rows = parts.map((part) => barOf(part, counts));
  const [first] = [...rows].filter(({ cell }) => isKnown(cell));
  const title = first ? `${first.label}: ${first.text}` : indicator.name;
  return {
    id: 'outcomes',
    title,
    subtitle,
    description: `${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`,
    mark: indicator.mark,
    spec: {
      kind: 'bars',
      unit: counts ? wholeOf(indicator) : indicator.unit,
      decimals: counts ? 0 : indicator.decimals,
      rows
    },
    table: tableOf(parts, counts, subtitle),
    notes: page.notes,
    covers: when,
    sources: page.sources,
    file: `${indicator.id.toLowerCase()}-${area.slug}-${period.id}`
  };
}

const IN_PLACE = { yes: 'Yes', no: 'No', draft: 'A draft only' } as const;

function stateFacts({ worked: { answer } }: IndicatorPage): readonly Fact[] {
  const { state, covered } = answer;
  if (covered)
    return covered.map(({ name, supplied }) => ({
      term: name,
      text: supplied ? 'Supplied' : 'Not supplied'
    }));
  if (!state) return [];
  const { inPlace, reviewedOn, reviewDue, inDate } = state;
  return [
    { term: 'In place', text: state.later === true ? 'Not told for this date' : IN_PLACE[inPlace] },
    ...(reviewedOn === undefined ? [] : [{ term: 'Last reviewed', text: dateInWords(reviewedOn) }]),
    ...(reviewDue === undefined
      ? []
      : [
          {
            term: 'Next review due',
            text: `${dateInWords(reviewDue)}${inDate === false ? ', which has passed' : ''}`
          }
        ])
  ];
}

/** The outcomes as bars, or the state or coverage in words; undefined for every other kind. */
export function partsSlot(page: IndicatorPage): Slot | undefined {
  const { indicator, answer } = page.worked;
  const facts = stateFacts(page);
  if (facts.length > 0)
    return {
      id: 'state',
      heading: answer.covered ? 'What is reported' : 'Is it in place?',
      statements: [],
      figures: [],
      charts: [],
      facts
    };
  const { parts } = answer;
  if (!parts || !indicator.supplied || parts.every(({ result }) => !isKnown(result.value))) return undefined;
  return {
    id: 'outcomes',
    heading: 'Each part',
    statements: [{ text: valueSentence(answer), mark: indicator.mark }],
    figures: [],
    charts: [chart(page, parts)]
  };
}

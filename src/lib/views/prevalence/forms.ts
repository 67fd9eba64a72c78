/** Several things recorded of one whole, each by itself: forms of neglect, and what assessments recorded beside it. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import type { Answer, Part } from '#lib/indicators/answer.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { captionText } from '#lib/words/caption.ts';
import { supplySentence } from '#lib/words/figure.ts';
import { partOf } from '#lib/words/hidden-neglect.ts';
import { cellText, itemised, lowerFirst, number } from '#lib/words/number.ts';
import { shareOf } from '#lib/words/value.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, Row, Slot } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { coveredBy } from '../side-by-side.ts';

interface Words {
  readonly id: string;
  readonly heading: string;
  /** `Forms of neglect overlap, so they never add up to all.` */
  readonly overlap: string;
  /** What is not known without it. */
  readonly missing: string;
}

const textOf = ({ result: { numerator, denominator, value } }: Part) =>
  isKnown(value) && isKnown(numerator) && isKnown(denominator)
    ? partOf(numerator.value, denominator.value)
    : cellText(value);

/** The commonest first; those without a figure last, in the order of the indicator. */
function inOrder(parts: readonly Part[]): readonly Part[] {
  const size = ({ result: { value } }: Part) => (isKnown(value) ? value.value : -1);
  return parts.some(({ result: { value } }) => isWithheld(value))
    ? parts
    : parts.toSorted((a, b) => size(b) - size(a));
}

function barOf(part: Part): Row {
  const { id, name, result } = part;
  return {
    id,
    label: name,
    role: 'focus',
    cell: result.value,
    text: textOf(part),
    ...(result.ranges && isKnown(result.value)
      ? { lower: result.ranges.at95.lower, upper: result.ranges.at95.upper }
      : {})
  };
}

function chartOf(context: Context, answer: Answer, parts: readonly Part[], words: Words): ChartModel {
  const { indicator } = answer;
  const { area, period } = context;
  const covers = coveredBy(context, indicator);
  const told = parts.filter(({ result: { value } }) => isKnown(value));
  const [first, second] = told;
  const title =
    first && second
      ? `${first.name}: ${textOf(first)}; ${lowerFirst(second.name)}: ${textOf(second)}`
      : indicator.name;
  const subtitle = captionText(indicator.subtitle, covers);
  return {
    id: words.id,
    indicator: indicator.id,
    title,
    subtitle,
    description: `${title}. ${parts.map((part) => `${part.name}: ${textOf(part)}`).join('; ')}. ${words.overlap}`,
    mark: indicator.mark,
    spec: { kind: 'bars', unit: indicator.unit, decimals: 0, rows: parts.map(barOf) },
    table: {
      caption: subtitle,
      columns: [
        { key: 'part', label: 'Recorded', kind: 'text' },
        { key: 'count', label: 'Count', kind: 'number' },
        { key: 'of', label: 'Out of', kind: 'number' },
        { key: 'value', label: 'Share', kind: 'number', decimals: indicator.decimals, unit: indicator.unit }
      ],
      rows: parts.map(({ name, result }) => ({
        part: name,
        count: result.numerator,
        of: result.denominator,
        value: result.value
      }))
    },
    notes: notesOf(context, answer),
    covers,
    sources: sourcesOf(
      context,
      termsOf(indicator).map(({ table }) => table)
    ),
    file: `${words.id}-${area.slug}-${period.id}`
  };
}

/** A slot of bars that never add up to all; without figures, what to supply. */
export async function partsSlot(context: Context, role: string, words: Words): Promise<Slot> {
  const indicator = context.indicator(role);
  const slot = { id: words.id, heading: words.heading, statements: [], figures: [], charts: [] };
  const notSupplied = { what: words.missing, remedy: supplySentence(indicator) };
  if (!indicator.supplied) return { ...slot, notSupplied };
  const answer = (await context.reading.answers([indicator]))(indicator);
  const parts = inOrder((answer.parts ?? []).filter(({ result }) => isThere(result.value)));
  const [lead] = parts;
  if (!lead) return { ...slot, notSupplied };
  const { denominator } = lead.result;
  const many = isKnown(denominator) ? denominator.value : undefined;
  const told = parts.filter(({ result: { value } }) => isKnown(value)).slice(0, 3);
  const said =
    told.length === 0
      ? 'how many is withheld, so that no child can be identified'
      : itemised(told.map((part) => `${lowerFirst(part.name)}, ${textOf(part).replace(/ of [\d,]+/, '')}`));
  return {
    ...slot,
    statements: [
      {
        text: `Of ${many === undefined ? 'all' : number(many)} ${shareOf(indicator)}: ${said}.`,
        mark: indicator.mark,
        indicator: indicator.id,
        notes: notesOf(context, answer)
      },
      { text: words.overlap }
    ],
    charts:
      told.length > 0 && many !== undefined && shareAs(many) === 'percentage'
        ? [chartOf(context, answer, parts, words)]
        : []
  };
}

export const FORMS: Words = {
  id: 'forms',
  heading: 'Forms of neglect',
  overlap: 'One child can know several forms of neglect, so these are never added up.',
  missing: 'Which forms neglect takes: at home, in food, health, school, supervision or feelings.'
};

export const BESIDE: Words = {
  id: 'factors-beside',
  heading: 'Recorded beside neglect',
  overlap:
    'One assessment can record many things, so these are never added up. They show what was written down together, not what caused what.',
  missing: 'What assessments recorded beside neglect, such as domestic abuse or a parent’s mental health.'
};

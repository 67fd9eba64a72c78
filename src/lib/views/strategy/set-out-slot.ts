/** What the partnership set out to do: its milestones, documents and targets, as it wrote them down. */
import { isKnown, missing, type Cell } from '#lib/domain/cell.ts';
import { dateInWords, monthInWords } from '#lib/domain/dates.ts';
import { valueSentence } from '#lib/words/figure.ts';
import { stateSentence, type ToldLater } from '#lib/words/kinds.ts';
import { cellText } from '#lib/words/number.ts';
import { shortValue } from '#lib/words/value.ts';
import { documentName, documentText, targetText } from '#lib/words/strategy/set-out.ts';
import type { Context } from '../context.ts';
import type { Fact, Slot, Statement, TableFigure } from '../model.ts';
import { firstMissing } from '#lib/disclosure/may-say.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { sourcesOf } from '../provenance.ts';
import { documentsOf, laterText, targetsOf, type Milestone, type Target } from './milestones.ts';
import { authoritiesOf, heldBy, type Answers } from './whose.ts';

/** Documents that an indicator tells of. */
export const DOCUMENT_ROLES = ['strategy-document', 'threshold-document'] as const;

const TARGETS_ARE_THEIRS =
  'Targets are those that the partnership, or an area of it, set for itself. None is judged here as good or bad. A number of children, plans or referrals is never a target.';

const isFew = ({ denominator, indicator }: Answer) =>
  indicator.kind === 'share' && isKnown(denominator) && shareAs(denominator.value) === 'counts';

/** `375 of 1,057`, or why it cannot be shown. */
function countText({ value, numerator, denominator, indicator }: Answer): string {
  const absent = firstMissing([value, numerator, denominator]);
  if (absent || indicator.kind === 'count') return cellText(absent ?? value);
  return `${cellText(numerator)} of ${cellText(denominator)}`;
}

function targetsTable(
  context: Context,
  targets: readonly Target[],
  answers: Answers
): TableFigure | undefined {
  if (targets.length === 0) return undefined;
  const { area, period } = context;
  const none: Cell = missing('notSupplied');
  const told = targets.flatMap((target) => {
    const own = heldBy(context, answers, target.indicator);
    const setters = authoritiesOf(context).filter(({ name }) => name === target.setBy);
    const each = setters.length > 0 ? setters : authoritiesOf(context);
    const sides = own ? [] : each.flatMap((one) => heldBy(context, answers, target.indicator, [one]) ?? []);
    return sides.length > 0 ? sides.map((held) => ({ target, held })) : [{ target, held: own }];
  });
  const rows = told.map(({ target, held }): Readonly<Record<string, string | Cell>> => {
    const { indicator, value, direction, by, setBy } = target;
    const answer = held?.at(period);
    return {
      figure:
        held === undefined || held.area.id === area.id
          ? indicator.name
          : `${indicator.name} (${held.whole ? `the whole of ${held.area.name}` : held.area.name})`,
      wanted: `${targetText(
        value === undefined ? undefined : shortValue({ ...indicator, decimals: 0 }, value),
        direction
      )}${by === undefined ? '' : ` by ${monthInWords(by)}`}`,
      now: answer === undefined || isFew(answer) ? none : answer.value,
      count: answer ? countText(answer) : cellText(none),
      setBy: `Set by ${/^[a-z]/.test(setBy) ? `the ${setBy}` : setBy}`
    };
  });
  const indicators = told.map(({ target }) => target.indicator.id);
  const marks = targets.map(({ indicator }) => indicator.mark);
  return {
    id: 'targets',
    title: 'Targets, and where they stand now',
    mark: marks.includes('all') ? 'all' : marks.includes('includes') ? 'includes' : 'neglect',
    table: {
      groupBy: 'setBy',
      caption: `Targets, ${area.name}, ${period.label}`,
      columns: [
        { key: 'setBy', label: 'Set by', kind: 'text' },
        { key: 'figure', label: 'Figure', kind: 'text' },
        { key: 'wanted', label: 'Wanted', kind: 'text' },
        { key: 'now', label: 'Now', kind: 'number', decimals: 1, unit: '%' },
        { key: 'count', label: 'Count', kind: 'text' }
      ],
      rows,
      indicators
    },
    notes: context.notes.add(TARGETS_ARE_THEIRS),
    covers: period.label,
    sources: sourcesOf(
      context,
      targets.map(({ indicator }) => indicator.numerator?.table ?? '')
    ),
    file: `targets-${area.slug}-${period.id}`
  };
}

/** Of a document, which a paper of a later day tells as of the page’s; that its date for review has passed is no change of it. */
function stateText(answer: Answer, later: ToldLater | undefined): Pick<Statement, 'text' | 'lasting'> {
  const lasting = valueSentence(answer);
  const text = later === undefined ? undefined : stateSentence(answer, later);
  return text === undefined ? { text: lasting } : { text, lasting };
}

/** Undefined where nothing was written down for the area. */
export function setOutSlot(
  context: Context,
  milestones: readonly Milestone[],
  answers: Answers
): Slot | undefined {
  const { period, reckonedOn } = context;
  const later = reckonedOn > period.end ? { of: period.end, on: reckonedOn } : undefined;
  const states = DOCUMENT_ROLES.map((role) => context.indicator(role));
  const own = documentsOf(context);
  const told = states.filter(({ document }) => own.some((row) => row.document === document));
  const facts: readonly Fact[] = [
    ...milestones.map(({ date, what, area }) => ({
      term: area ? `${dateInWords(date)}, ${area.name}` : dateInWords(date),
      text: `${what.replace(/\.$/, '')}.`
    })),
    ...own
      .filter((row) => !told.some(({ document }) => document === row.document))
      .map((row) => ({ term: documentName(row.document), text: documentText(row, period.end, later) }))
  ];
  const targets = targetsTable(context, targetsOf(context), answers);
  if (facts.length + told.length === 0 && !targets) return undefined;
  const lead =
    milestones.length > 0
      ? undefined
      : (laterText(context) ??
        'No date of a strategy is loaded here. Add it to the list of milestones to see what changed after it.');
  return {
    id: 'set-out',
    heading: 'What was set out to be done?',
    statements: [
      ...told.map((indicator) => ({
        ...stateText(answers(indicator), later),
        mark: indicator.mark,
        indicator: indicator.id
      })),
      ...(lead === undefined ? [] : [{ text: lead }])
    ],
    figures: [],
    charts: [],
    ...(targets ? { tables: [targets] } : {}),
    facts
  };
}

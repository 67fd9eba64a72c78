/** What the partnership set out to do: its milestones, documents and targets, as it wrote them down. */
import { missing, type Cell } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import { valueSentence } from '#lib/words/figure.ts';
import { listed } from '#lib/words/number.ts';
import { shortValue } from '#lib/words/value.ts';
import { documentName, documentText, targetText } from '#lib/words/strategy/set-out.ts';
import { countBehind } from '../indicator/page.ts';
import type { Context } from '../context.ts';
import type { Fact, Slot, TableFigure } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { documentsOf, targetsOf, type Milestone, type Target } from './milestones.ts';
import { authoritiesOf, heldBy, type Answers } from './whose.ts';

/** Documents that an indicator tells of. */
export const DOCUMENT_ROLES = ['strategy-document', 'threshold-document'] as const;

const TARGETS_ARE_THEIRS =
  'Targets are those that the partnership, or an area of it, set for itself. None is judged here as good or bad. A number of children, plans or referrals is never a target.';

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
      wanted: targetText(
        value === undefined ? undefined : shortValue({ ...indicator, decimals: 0 }, value),
        direction
      ),
      by: by === undefined ? '' : dateInWords(by),
      now: answer?.value ?? none,
      n: answer ? countBehind(answer, answer.numerator) : none,
      of: answer && indicator.kind !== 'count' ? countBehind(answer, answer.denominator) : none,
      setBy
    };
  });
  const indicators = told.map(({ target }) => target.indicator.id);
  const marks = targets.map(({ indicator }) => indicator.mark);
  return {
    id: 'targets',
    title: `Targets that ${listed([...new Set(targets.map(({ setBy }) => setBy))])} set`,
    mark: marks.includes('all') ? 'all' : marks.includes('includes') ? 'includes' : 'neglect',
    table: {
      caption: `Targets and where they stand, ${area.name}, ${period.label}`,
      columns: [
        { key: 'figure', label: 'Figure', kind: 'text' },
        { key: 'wanted', label: 'Wanted', kind: 'text' },
        { key: 'by', label: 'By', kind: 'text' },
        { key: 'now', label: 'Now', kind: 'number', decimals: 1, unit: '%' },
        { key: 'n', label: 'Count', kind: 'number' },
        { key: 'of', label: 'Out of', kind: 'number' },
        { key: 'setBy', label: 'Set by', kind: 'text' }
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

/** Undefined where nothing was written down for the area. */
export function setOutSlot(
  context: Context,
  milestones: readonly Milestone[],
  answers: Answers
): Slot | undefined {
  const { period } = context;
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
      .map((row) => ({ term: documentName(row.document), text: documentText(row, period.end) }))
  ];
  const targets = targetsTable(context, targetsOf(context), answers);
  if (facts.length + told.length === 0 && !targets) return undefined;
  const first = milestones[0];
  const lead =
    first === undefined
      ? 'No date of a strategy is loaded here. Add it to the list of milestones to see what changed after it.'
      : milestones.length === 1
        ? `One milestone is on record up to ${dateInWords(period.end)}.`
        : `${String(milestones.length)} milestones are on record up to ${dateInWords(period.end)}, the first of ${dateInWords(first.date)}.`;
  return {
    id: 'set-out',
    heading: 'What was set out to be done?',
    statements: [
      ...told.map((indicator) => ({
        text: valueSentence(answers(indicator)),
        mark: indicator.mark,
        indicator: indicator.id
      })),
      { text: lead }
    ],
    figures: [],
    charts: [],
    ...(targets ? { tables: [targets] } : {}),
    facts
  };
}

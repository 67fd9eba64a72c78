/** What changed unusually: neglect first, and no sentence about it across a change in recording. */
import { isKnown } from '#lib/domain/cell.ts';
import { countChange, howUsual, isLittle, shareAgainstCount } from '#lib/words/change.ts';
import { absence } from '#lib/words/absence.ts';
import { cellText, inWords } from '#lib/words/number.ts';
import { multipleColumn } from '#lib/words/hidden-neglect.ts';
import { recodingSentence } from '#lib/words/recoding.ts';
import { recoding, recodingBreaks } from './category-series.ts';
import { changeOf, changes, countsOf, type Change } from './changes.ts';
import type { Context } from './context.ts';
import { notesOf } from './figures.ts';
import { namesAllYears, plansOf, tellsCombined } from './plans-by-category.ts';
import { breaksText, withBreaks } from './tables.ts';
import { coversYears, sourcesOf } from './provenance.ts';
import type { ChartModel, Column, Series, Slot, Statement } from './model.ts';
import { yearColumn } from '#lib/words/when.ts';
import { yearsEnd } from './year-end.ts';

const NEGLECT = 'plans-neglect-rate';
const ALL_PLANS = 'plans-rate';
const SHARE = 'plans-neglect-share';

function neglectStatement(context: Context): Statement {
  const { previous, period } = context;
  const result = context.result(NEGLECT);
  const notes = notesOf(context, result);
  if (!previous) return { text: 'There is no year before this one to compare with.', mark: 'neglect' };
  const before = context.result(NEGLECT, context.area.id, previous).numerator;
  const after = result.numerator;
  if (!isKnown(after) || !isKnown(before)) {
    const gone = isKnown(after) ? before : after;
    const reason = isKnown(gone) ? 'notSupplied' : gone.reason;
    return {
      text: `Change in plans for neglect cannot be told: the figure for ${isKnown(after) ? previous.id : period.id} ${absence(reason)}.`,
      mark: 'neglect',
      notes,
      indicator: result.indicator.id
    };
  }
  const moved = recoding(context, previous, period);
  if (moved !== 'none')
    return {
      text: recodingSentence(moved, previous.id, period.id, 'neglect'),
      mark: 'neglect',
      notes,
      indicator: result.indicator.id
    };
  const change = changeOf(context, NEGLECT);
  const all = changeOf(context, ALL_PLANS);
  const own = `Children on a plan for neglect ${countChange(before.value, after.value, change?.verdict)}.`;
  const usual =
    change?.verdict && !isLittle(before.value, after.value, change.verdict) ? howUsual(change.verdict) : '';
  const text = [own, usual, shareSentence(context, all)].filter((part) => part !== '').join(' ');
  return { text, mark: 'neglect', notes, indicator: result.indicator.id };
}

/** Where count and share disagree, one sentence says both and why. */
function shareSentence(context: Context, all: Change | undefined): string {
  const { previous } = context;
  const counts = all && countsOf(all);
  if (!previous || !counts) return '';
  const from = context.result(SHARE, context.area.id, previous);
  const to = context.result(SHARE);
  const neglectFrom = from.numerator;
  const neglectTo = to.numerator;
  if (!isKnown(from.value) || !isKnown(to.value) || !isKnown(neglectFrom) || !isKnown(neglectTo)) return '';
  return shareAgainstCount(
    `All plans ${countChange(counts.from, counts.to, undefined)}`,
    { from: from.value.value, to: to.value.value },
    neglectTo.value - neglectFrom.value,
    'neglect’s share of plans'
  );
}

function changeStatement(context: Context, change: Change): Statement {
  const { indicator } = change.to;
  const notes = notesOf(context, change.to);
  const usual = change.verdict ? ` ${howUsual(change.verdict)}` : '';
  if (indicator.change === 'share')
    return {
      text: `${indicator.name}: from ${cellText(change.from.value, 1)}% to ${cellText(change.to.value, 1)}%.${usual}`,
      mark: indicator.mark,
      notes,
      indicator: indicator.id
    };
  const counts = countsOf(change);
  return {
    text: counts ? `${indicator.name} ${countChange(counts.from, counts.to, change.verdict)}.${usual}` : '',
    mark: indicator.mark,
    notes,
    indicator: indicator.id
  };
}

/** Under this many judged changes, nothing is said of those that were not unusual. */
const ENOUGH_JUDGED = 3;

/** Speaks of the figures that were looked at, and of no others. */
const noneUnusual = (judged: number) =>
  `Of ${inWords(judged)} other national figures of plans, referrals and assessments, none changed more than such figures usually do.`;

/** Changes that are unusual, and how much the doorway moved, which every other figure depends on. */
function otherChanges(context: Context): Statement[] {
  if (context.area.kind !== 'authority' || !context.previous) return [];
  const all = changes(context).filter((change) => change.to.indicator.role !== NEGLECT);
  const unusual = all.filter((change) => change.verdict?.unusual === true).slice(0, 3);
  const doorway = all.filter(
    (change) => change.to.indicator.role === 'referrals-rate' && !unusual.includes(change)
  );
  const judged = all.filter(({ verdict }) => verdict !== undefined).length;
  const lead =
    unusual.length > 0
      ? []
      : judged >= ENOUGH_JUDGED
        ? [{ text: noneUnusual(judged) }]
        : [{ text: 'Too few figures are given for both years to say what else changed.' }];
  return [...lead, ...[...unusual, ...doorway].map((change) => changeStatement(context, change))];
}

/** `Plans for neglect changed little; all plans fell 17%`; without a message where no change may be described. */
function messageOf(context: Context): string {
  const { previous, period, area } = context;
  const neglect = changeOf(context, NEGLECT);
  const all = changeOf(context, ALL_PLANS);
  const counts = neglect && countsOf(neglect);
  const totals = all && countsOf(all);
  if (!previous || !counts || !totals || recoding(context, previous, period) !== 'none')
    return `Children on a plan in ${area.name}, for neglect and for every reason`;
  const short = (text: string) => text.replace(/, (from|at) .*$/, '');
  const own = short(countChange(counts.from, counts.to, neglect.verdict));
  const every = short(countChange(totals.from, totals.to, undefined));
  return `Since ${previous.id}, plans for neglect ${own}; all plans ${every}`;
}

function chart(context: Context): ChartModel {
  const { area, years } = context;
  const line = (id: string, name: string, role: Series['role'], pick: 'neglect' | 'total'): Series => ({
    id,
    name,
    role,
    points: years.map((year) => ({ year: Number(year.id), cell: plansOf(context, area.id, year)[pick] }))
  });
  const series = [
    line('neglect', 'For neglect', 'focus', 'neglect'),
    line('all', 'All plans', 'second', 'total')
  ];
  const title = messageOf(context);
  const covers = coversYears(years, 'stock');
  const subtitle = `Children on a child protection plan, ${covers}`;
  const breaks = recodingBreaks(context, ['neglect']);
  const multiple: readonly Column[] = namesAllYears(context)
    ? []
    : [
        {
          key: 'multiple',
          label: multipleColumn(tellsCombined(context)),
          kind: 'number',
          unit: 'children',
          mark: 'includes'
        }
      ];
  return {
    id: 'plans-over-time',
    title,
    subtitle,
    description: `${title}. ${neglectStatement(context).text}${breaksText(breaks)}`,
    mark: 'neglect',
    spec: {
      kind: 'series',
      unit: 'children',
      decimals: 0,
      series,
      breaks,
      at: Number(context.period.id),
      ...yearsEnd(context.years),
      milestones: []
    },
    table: withBreaks(
      {
        caption: subtitle,
        columns: [
          { key: 'year', label: yearColumn(context.period, 'stock'), kind: 'text' },
          { key: 'neglect', label: 'Neglect (latest category)', kind: 'number', unit: 'children' },
          ...multiple,
          { key: 'total', label: 'All on a plan', kind: 'number', unit: 'children', mark: 'all' }
        ],
        rows: years.map((year) => {
          const { multiple: open, ...plans } = plansOf(context, area.id, year);
          return { year: year.id, ...plans, ...(multiple.length === 0 ? {} : { multiple: open }) };
        })
      },
      breaks
    ),
    notes: context.notes.add(
      'Totals come from the same table as the categories, and can differ a little from other tables.'
    ),
    covers,
    sources: sourcesOf(context, ['plans-by-category']),
    file: `plans-over-time-${area.slug}`
  };
}

export function changeSlot(context: Context, heading: string): Slot {
  return {
    id: 'change',
    heading,
    statements: [neglectStatement(context), ...otherChanges(context).filter(({ text }) => text !== '')],
    figures: [],
    charts: [chart(context)]
  };
}

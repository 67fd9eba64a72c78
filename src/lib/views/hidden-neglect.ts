/** What the category may hide: certain and possible neglect among children on a plan, from published figures. */
import { isKnown, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import { dateInWords, type Period } from '#lib/domain/period.ts';
import { absence } from '#lib/words/absence.ts';
import { cellText, counted, number, possessive } from '#lib/words/number.ts';
import { sourcesOf, tablesOf } from './provenance.ts';
import type { Context } from './context.ts';
import type { ChartModel, NestedRow, Slot, Statement } from './model.ts';
import { suppliedOr } from './supplied.ts';
import { PLANS_MULTIPLE, PLANS_NEGLECT, PLANS_TOTAL } from './terms.ts';

const OTHERS_NOT_KNOWN =
  'Plans in another single category may involve neglect too. How many is not known: nobody publishes it. Your case system holds it.';
const MULTIPLE_NOTE =
  '“Multiple” means more than one kind of abuse was recorded as the category. It often includes neglect; how often is not published.';

/** Plans of one area and date, as its own table has them. */
export interface PlansByCategory {
  readonly total: Cell;
  readonly neglect: Cell;
  readonly multiple: Cell;
}

/** Plans by category for an area and date. */
export function plansOf(
  context: Context,
  area = context.area.id,
  period: Period = context.period
): PlansByCategory {
  return {
    total: context.cell(PLANS_TOTAL, area, period),
    neglect: context.cell(PLANS_NEGLECT, area, period),
    multiple: context.cell(PLANS_MULTIPLE, area, period)
  };
}

/** Neglect and multiple together: the most that published categories allow. */
export function possible({ neglect, multiple }: PlansByCategory): Cell {
  return derive([neglect, multiple], (a, b) => a + b);
}

/** `, and none has been since 2016`: since when “multiple” has been empty in every year. */
function sinceText(context: Context): string {
  const empty = context.years.slice(0, context.years.indexOf(context.period) + 1).map((year) => {
    const { multiple } = plansOf(context, context.area.id, year);
    return { year, none: isKnown(multiple) && multiple.value === 0 };
  });
  const before = empty.findLastIndex(({ none }) => !none);
  const first = empty[before + 1];
  return first && before >= 0 && first.year !== context.period
    ? `, and none has been since ${first.year.id}`
    : '';
}

function statements(context: Context): Statement[] {
  const plans = plansOf(context);
  const { total, neglect, multiple } = plans;
  const refs = { mark: 'neglect' as const };
  if (!isKnown(total))
    return [{ text: `How many children were on a plan ${absence(total.reason)}.`, mark: 'all' }];
  if (total.value === 0)
    return [{ text: 'No child was on a plan on that date, so no category can hide anything.', mark: 'all' }];
  if (!isKnown(neglect))
    return [
      {
        text: `Of ${counted(total.value, 'child', 'children')} on a plan, how many for neglect ${absence(neglect.reason)}. No range can be given.`,
        ...refs
      }
    ];
  const certain: Statement = {
    text: `${number(neglect.value)} of ${counted(total.value, 'child', 'children')} on a plan ${neglect.value === 1 ? 'has' : 'have'} neglect as the latest category. That is certain.`,
    ...refs
  };
  const more: Statement = !isKnown(multiple)
    ? { text: `How many are in the category “multiple” ${absence(multiple.reason)}.`, mark: 'includes' }
    : multiple.value === 0
      ? { text: `None are in the category “multiple”${sinceText(context)}.`, mark: 'includes' }
      : {
          text: `${number(multiple.value)} more ${multiple.value === 1 ? 'is' : 'are'} in the category “multiple”, which may include neglect: at least ${number(neglect.value)} children, and ${number(neglect.value + multiple.value)} if all of those do.`,
          mark: 'includes'
        };
  return [certain, more];
}

function row(id: string, label: string, role: NestedRow['role'], plans: PlansByCategory): NestedRow {
  const most = possible(plans);
  const ofTotal = (cell: Cell) =>
    isKnown(plans.total) && plans.total.value === 0
      ? 'no child on a plan'
      : isKnown(cell) && isKnown(plans.total)
        ? `${number(cell.value)} of ${number(plans.total.value)}`
        : cellText(cell);
  return {
    id,
    label,
    role,
    total: plans.total,
    certain: plans.neglect,
    recorded: NOT_SUPPLIED,
    possible: most,
    certainText: ofTotal(plans.neglect),
    recordedText: 'not published',
    possibleText: isKnown(plans.multiple) && plans.multiple.value === 0 ? 'no “multiple”' : ofTotal(most)
  };
}

function chartTitle({ area }: Context, plans: PlansByCategory): string {
  const { total, neglect, multiple } = plans;
  if (!isKnown(neglect))
    return `How many of ${possessive(area.name)} plans are for neglect ${absence(neglect.reason)}`;
  if (isKnown(total) && total.value === 0) return `No child was on a plan in ${area.name}`;
  const least = `At least ${counted(neglect.value, 'child on a plan is', 'children on a plan are')} known to be neglected`;
  return isKnown(multiple) && multiple.value > 0 ? `${least}; ${number(multiple.value)} more may be` : least;
}

function chart(context: Context): ChartModel {
  const own = plansOf(context);
  const entry = (id: string, label: string, role: NestedRow['role'], plans: PlansByCategory) => ({
    plans,
    row: row(id, label, role, plans)
  });
  const entries = [entry(context.area.id, context.area.name, 'focus', own)];
  if (context.compare === 'region' && context.region)
    entries.push(entry('region', context.region.name, 'region', plansOf(context, context.region.id)));
  if (context.area.id !== context.england.id)
    entries.push(entry('england', 'England', 'england', plansOf(context, context.england.id)));
  const rows = entries.map((each) => each.row);
  const title = chartTitle(context, own);
  const subtitle = `Children on a plan by latest category, ${dateInWords(context.period.end)}, as a share of all children on a plan`;
  return {
    id: 'hidden-neglect',
    title,
    subtitle,
    description: `${title}. ${rows.map((each) => `${each.label}: certain ${each.certainText}, possible ${each.possibleText}`).join('. ')}.`,
    mark: 'includes',
    spec: { kind: 'nested', unit: '% of children on a plan', rows },
    table: {
      caption: subtitle,
      columns: [
        { key: 'area', label: 'Area', kind: 'text' },
        { key: 'certain', label: 'Neglect (certain)', kind: 'number', unit: 'children', mark: 'neglect' },
        { key: 'multiple', label: 'Multiple', kind: 'number', unit: 'children', mark: 'includes' },
        { key: 'possible', label: 'Neglect and multiple (possible)', kind: 'number', unit: 'children' },
        { key: 'total', label: 'All on a plan', kind: 'number', unit: 'children', mark: 'all' }
      ],
      rows: entries.map(({ row: each, plans }) => ({
        area: each.label,
        certain: plans.neglect,
        multiple: plans.multiple,
        possible: each.possible,
        total: plans.total
      }))
    },
    notes: context.notes.add(MULTIPLE_NOTE, OTHERS_NOT_KNOWN),
    covers: dateInWords(context.period.end),
    sources: sourcesOf(context, tablesOf(context, 'plans-neglect-share')),
    file: `hidden-neglect-${context.area.slug}-${context.period.id}`
  };
}

export function hiddenSlot(context: Context, heading: string): Slot {
  const { statements: recorded, ...box } = suppliedOr(context, ['plans-any-neglect-share'], {
    what: 'Neglect in plans of another single category: not known. No authority publishes it.',
    remedy:
      'Your case system holds it: factor 16A in the assessment that led to the plan, and what the conference recorded.'
  });
  return {
    id: 'hidden-neglect',
    heading,
    statements: [...statements(context), ...recorded],
    figures: [],
    charts: [chart(context)],
    ...box
  };
}

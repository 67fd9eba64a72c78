/** Neglect among children on a plan as nested marks on one line: certain, recorded, possible. */
import { isKnown, known, missing, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { absence, NOT_THERE } from '#lib/words/absence.ts';
import {
  multipleColumn,
  multipleNote,
  nationalNote,
  othersNote,
  type AuditedInAll
} from '#lib/words/hidden-neglect.ts';
import { cellText, counted, number, possessive } from '#lib/words/number.ts';
import type { Area } from '#lib/domain/area.ts';
import type { Context } from '../context.ts';
import { lackOf } from '../lacking.ts';
import type { ChartModel, NestedRow } from '../model.ts';
import { namesAll, plansOf, possible, tellsCombined, type PlansByCategory } from '../plans-by-category.ts';
import { sourcesOf, tablesOf } from '../provenance.ts';
import { countryName } from '../setting.ts';
import type { PlansOnRecord, RecordedPlans } from './record.ts';

/** What is possible besides, where every category that holds neglect says so. */
const NONE_BESIDES = missing('notApplicable');

const RECORD_NOTE =
  'On record: neglect is the category, or the assessment that led to the plan, a neglect tool or the conference shows it.';

interface Entry {
  readonly row: NestedRow;
  readonly multiple: Cell;
}

const textOf = (total: Cell) => (cell: Cell) =>
  isKnown(total) && total.value === 0
    ? 'no child on a plan'
    : isKnown(cell) && isKnown(total)
      ? `${number(cell.value)} of ${number(total.value)}`
      : cellText(cell);

/** An area of which categories alone are known. */
function byCategory(context: Context, area: Area, role: NestedRow['role']): Entry {
  const plans = plansOf(context, area.id);
  const most = namesAll(context, plans) ? NONE_BESIDES : possible(plans);
  const ofTotal = textOf(plans.total);
  return {
    row: {
      id: role === 'focus' ? area.id : role,
      label: area.name,
      role,
      total: plans.total,
      certain: plans.neglect,
      recorded: NOT_SUPPLIED,
      possible: most,
      certainText: ofTotal(plans.neglect),
      recordedText: NOT_THERE[lackOf({ ...context, area })],
      possibleText: isKnown(plans.multiple) && plans.multiple.value === 0 ? 'no “multiple”' : ofTotal(most)
    },
    multiple: plans.multiple
  };
}

function onRecord(id: string, label: string, role: NestedRow['role'], plans: PlansOnRecord): Entry {
  const ofTotal = textOf(plans.total);
  return {
    row: {
      id,
      label,
      role,
      total: plans.total,
      certain: plans.certain,
      recorded: plans.recorded,
      possible: plans.possible,
      certainText: ofTotal(plans.certain),
      recordedText: ofTotal(plans.recorded),
      possibleText: ofTotal(plans.possible)
    },
    multiple: plans.categories.find((category) => category.id === 'multiple')?.all ?? NOT_SUPPLIED
  };
}

/** With the range of an audit drawn at random, where there is one. */
function withAudited({ row, multiple }: Entry, audited: AuditedInAll | undefined): Entry {
  if (!audited) return { row, multiple };
  const { lower, upper } = audited;
  const of = isKnown(row.total) ? ` of ${number(row.total.value)}` : '';
  return {
    row: { ...row, audited: { ...audited, text: `${number(lower)} to ${number(upper)}${of}` } },
    multiple
  };
}

const AUDITED_COLUMNS = [
  { key: 'middle', label: 'With what an audit would add: middle estimate' },
  { key: 'lower', label: 'With what an audit would add: range from' },
  { key: 'upper', label: 'With what an audit would add: range to' }
] as const;

const auditedCells = ({ audited }: NestedRow): Readonly<Record<string, Cell>> =>
  Object.fromEntries(
    AUDITED_COLUMNS.map(({ key }) => [key, audited ? known(audited[key]) : missing('notApplicable')])
  );

function publishedTitle({ area }: Context, { total, neglect, multiple }: PlansByCategory): string {
  if (!isKnown(neglect))
    return `How many of ${possessive(area.name)} plans are for neglect ${absence(neglect.reason)}`;
  if (isKnown(total) && total.value === 0) return `No child was on a plan in ${area.name}`;
  const least = `At least ${counted(neglect.value, 'child on a plan is', 'children on a plan are')} known to be neglected`;
  return isKnown(multiple) && multiple.value > 0 ? `${least}; ${number(multiple.value)} more may be` : least;
}

function titleOf(context: Context, own: PlansOnRecord | undefined): string {
  const { total, recorded, hidden } = own ?? {};
  if (!total || !recorded || !hidden || !isKnown(total) || !isKnown(recorded) || !isKnown(hidden))
    return publishedTitle(context, plansOf(context));
  const known = `Neglect is on record for ${number(recorded.value)} of ${number(total.value)} children on a plan`;
  return hidden.value === 0
    ? `${known}, all with it as the category`
    : `${known}; for ${number(hidden.value)} of them the category is another`;
}

/** `found` where the partnership’s own list says what the record shows; what is published shows categories alone. */
export function hiddenChart(
  context: Context,
  found: RecordedPlans | undefined,
  audited?: AuditedInAll
): ChartModel {
  const { area, region, england, period } = context;
  const entries = [
    found
      ? withAudited(onRecord(area.id, area.name, 'focus', found.own), audited)
      : byCategory(context, area, 'focus'),
    ...(found?.siblings ?? []).map((each) =>
      onRecord(each.area.id, each.area.name, 'neighbours', each.plans)
    ),
    ...(context.compare === 'region' && region ? [byCategory(context, region, 'region')] : []),
    ...(area.id === england.id || context.alone ? [] : [byCategory(context, england, 'england')])
  ];
  const rows = entries.map(({ row }) => row);
  const told = !found && tellsCombined(context);
  const open = found !== undefined || entries.some(({ row }) => row.possible !== NONE_BESIDES);
  const title = titleOf(context, found?.own);
  const date = dateInWords(period.end);
  const subtitle = found
    ? `Children on a plan, ${date}. Certain: neglect is the category. Recorded: it is on record. Possible: with those whose record cannot tell${audited ? '. The line with a square: with what an audit drawn at random would add, as a range' : ''}`
    : `Children on a plan by latest category, ${date}, as a share of all children on a plan`;
  const said = ({ label, certainText, recordedText, possibleText, audited: added }: NestedRow) =>
    `${label}: certain ${certainText}${found ? `; recorded ${recordedText}` : ''}${open ? `; possible ${possibleText}` : ''}${added ? `; with what an audit would add ${added.text}` : ''}`;
  return {
    id: 'hidden-neglect',
    ...(found ? { indicator: found.own.indicators.hidden } : {}),
    title,
    subtitle,
    description: `${title}. ${rows.map(said).join('. ')}.`,
    mark: found || !open ? 'neglect' : 'includes',
    spec: { kind: 'nested', unit: '% of children on a plan', rows },
    table: {
      caption: subtitle,
      columns: [
        { key: 'area', label: 'Area', kind: 'text' },
        { key: 'certain', label: 'Neglect (certain)', kind: 'number', unit: 'children', mark: 'neglect' },
        ...(open
          ? [
              {
                key: 'multiple',
                label: multipleColumn(told),
                kind: 'number' as const,
                unit: 'children',
                mark: 'includes' as const
              }
            ]
          : []),
        ...(found
          ? [
              {
                key: 'recorded',
                label: 'On record (recorded)',
                kind: 'number' as const,
                unit: 'children',
                mark: 'neglect' as const
              }
            ]
          : []),
        ...(open
          ? [
              {
                key: 'possible',
                label: found ? 'Possible' : 'Neglect and multiple (possible)',
                kind: 'number' as const,
                unit: 'children',
                mark: 'includes' as const
              }
            ]
          : []),
        ...(audited
          ? AUDITED_COLUMNS.map((column) => ({
              ...column,
              kind: 'number' as const,
              unit: 'children',
              mark: 'neglect' as const
            }))
          : []),
        { key: 'total', label: 'All on a plan', kind: 'number', unit: 'children', mark: 'all' }
      ],
      rows: entries.map(({ row, multiple }) => ({
        area: row.label,
        certain: row.certain,
        ...(open ? { multiple, possible: row.possible } : {}),
        ...(found ? { recorded: row.recorded } : {}),
        ...(audited ? auditedCells(row) : {}),
        total: row.total
      }))
    },
    notes: found
      ? context.notes.add(
          RECORD_NOTE,
          ...(area.id === england.id ||
          context.alone ||
          entries.some(({ row }) => row.possible === NONE_BESIDES)
            ? []
            : [nationalNote(countryName(england), lackOf({ ...context, area: england }))])
        )
      : context.notes.add(
          ...(open ? [multipleNote(lackOf(context))] : []),
          othersNote(lackOf(context), !open)
        ),
    covers: date,
    sources: sourcesOf(context, [...(found?.own.tables ?? []), ...tablesOf(context, 'plans-neglect-share')]),
    file: `hidden-neglect-${area.slug}-${period.id}`
  };
}

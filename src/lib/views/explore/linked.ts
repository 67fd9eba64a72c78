/** What is filtered by, along something else, with the unfiltered behind it. */
import { isKnown, known, missing, type Cell } from '#lib/domain/cell.ts';
import { COUNTED_LABELS, type Counted } from '#lib/domain/mark.ts';
import { endYear, type Period } from '#lib/domain/period.ts';
import { median } from '#lib/stats/compare.ts';
import { listed } from '#lib/words/number.ts';
import type { ChartSpec, TableFigure, TableModel } from '../model.ts';
import { countedIn, marked } from '../counted.ts';
import { membersOfTold, toldPeriod, type Figure, type Lookup, type Members, type Told } from './marks.ts';
import { breaksAt, recodedNotes, type Broken, type RecodedYears } from './recoded.ts';
import type { Settled } from './settled.ts';
import { textOf } from './specs.ts';
import { yearsEnd } from '../year-end.ts';

/** One step of a linked chart: what was picked, and the same without the last pick. */
interface Step {
  readonly label: string;
  readonly period: Period;
  readonly filtered: Cell;
  /** The N of n of N. */
  readonly of?: Cell;
  readonly unfiltered: Cell;
  /** What each of the two counts of neglect. */
  readonly counts: Counted;
  readonly behind: Counted;
}

export interface Linked {
  readonly spec: ChartSpec;
  readonly table: TableModel;
  /** `by year`, `by latest category`. */
  readonly along: string;
  /** What of area and date is the same in all of it: `Leeds`, `Leeds, 31 March 2024`, `31 March 2024`. */
  readonly whereWhen: string;
  /** Absent where the table has nothing to stand behind it. */
  readonly behind?: string;
  /** What is filtered, and what stands behind it, count of neglect. */
  readonly about: Pick<TableFigure, 'mark' | 'counts'>;
  /** Why lines are parted. */
  readonly notes?: readonly string[];
}

interface Asked {
  readonly mark: (members: Members) => Counted;
  readonly settled: Settled;
  readonly combos: readonly (readonly Told[])[];
  readonly figures: readonly Figure[];
  /** All periods of the kind, whether or not they are chosen. */
  readonly periods: readonly Period[];
  readonly picked: readonly Told[];
  readonly lookup: Lookup;
  readonly unit: string;
  readonly decimals: number;
  readonly recoded: RecodedYears;
}

/** The middle of areas that have a figure. */
function middle(cells: readonly Cell[]): Cell {
  const value = median(cells.filter(isKnown).map((cell) => cell.value));
  return value === undefined ? missing('notSupplied') : known(value);
}

/** What stands behind when the last pick is taken away: all members, the middle of the areas, or the latest period. */
function behindOf({ settled, picked }: Asked): { readonly last: Told; readonly name: string } | undefined {
  const last = picked.at(-1);
  if (last === undefined) return undefined;
  if (last.aspect === 'area')
    return {
      last,
      name: `the middle of the ${String(settled.areas.length)} areas chosen, of those with figures`
    };
  const latest = settled.periods.at(-1);
  if (last.aspect === 'period')
    return latest === undefined ? undefined : { last, name: toldPeriod(latest, settled).label };
  const dimension = settled.cube.dimensions.find(({ id }) => id === last.aspect)?.name ?? last.aspect;
  return { last, name: `all, not told apart by ${dimension.toLowerCase()}` };
}

/** A figure, with its N where it is n of N. */
const wholeOf = ({ cell, of }: ReturnType<Lookup>): Pick<Step, 'filtered' | 'of'> => ({
  filtered: cell,
  ...(of === undefined ? {} : { of })
});

interface Stepped extends Pick<Linked, 'along' | 'whereWhen'> {
  readonly yearly: boolean;
  readonly steps: readonly Step[];
  /** The lines over years that break. */
  readonly broken?: readonly Broken[];
}

/** Steps along periods, or along the first aspect that varies and is not picked. */
function stepsOf(asked: Asked, last: Told): Stepped | undefined {
  const { settled, combos, picked, periods, lookup, mark, recoded } = asked;
  const rounds = settled.cube.dimensions.some(({ id, open }) => open === 'rounds' && settled.by.includes(id));
  const value = (aspect: string) => picked.find((told) => told.aspect === aspect)?.value;
  const area = settled.areas.find(({ slug }) => slug === value('area')) ?? settled.areas[0];
  const at = periods.find(({ id }) => id === value('period')) ?? settled.periods.at(-1);
  const dims = picked.filter(({ aspect }) => aspect !== 'area' && aspect !== 'period');
  if (area === undefined || at === undefined) return undefined;
  const without = (members: Members): Members =>
    Object.fromEntries(Object.entries(members).filter(([id]) => id !== last.aspect));
  const latest = settled.periods.at(-1) ?? at;
  const cells = (
    place: typeof area,
    period: Period,
    members: Members
  ): Pick<Step, 'filtered' | 'of' | 'unfiltered' | 'counts' | 'behind'> => ({
    counts: mark(members),
    behind: mark(last.aspect === 'area' || last.aspect === 'period' ? members : without(members)),
    ...wholeOf(lookup(place, period, members)),
    unfiltered:
      last.aspect === 'area'
        ? middle(settled.areas.map((each) => lookup(each, period, members).cell))
        : last.aspect === 'period'
          ? lookup(place, latest, members).cell
          : lookup(place, period, without(members)).cell
  });
  const members = membersOfTold(dims);
  const where = value('area') === undefined ? area.name : '';
  const when = rounds || value('period') !== undefined ? '' : toldPeriod(at, settled).label;
  if (value('period') === undefined && periods.length > 1)
    return {
      along: 'over time',
      whereWhen: where,
      yearly: periods.every(({ kind }) => kind === 'year'),
      broken: [
        { id: 'filtered', name: area.name, years: recoded(area, members) },
        {
          id: 'unfiltered',
          name: area.name,
          years: last.aspect === 'area' ? [] : recoded(area, without(members))
        }
      ],
      steps: periods.map((period) => ({
        label: toldPeriod(period, settled).label,
        period,
        ...cells(area, period, members)
      }))
    };
  const free = settled.by.findIndex((id) => value(id) === undefined);
  if (free >= 0) {
    const told = new Map(
      combos.flatMap((combo) => (combo[free] === undefined ? [] : [[combo[free].value, combo[free]]]))
    );
    const dimension = settled.cube.dimensions.find(({ id }) => id === settled.by[free]);
    return {
      along: `by ${(dimension?.name ?? '').toLowerCase()}`,
      whereWhen: [where, when].filter((part) => part !== '').join(', '),
      yearly: false,
      steps: [...told.values()].map((each) => ({
        label: each.label,
        period: at,
        ...cells(area, at, { ...members, [each.aspect]: each.value })
      }))
    };
  }
  if (value('area') === undefined && settled.areas.length > 1)
    return {
      along: 'by area',
      whereWhen: when,
      yearly: false,
      steps: settled.areas.map((place) => ({ label: place.name, period: at, ...cells(place, at, members) }))
    };
  return {
    along: 'beside it',
    whereWhen: when,
    yearly: false,
    steps: [{ label: area.name, period: at, ...cells(area, at, members) }]
  };
}

/** More would not be read. */
const MOST = 40;

/** The second chart; undefined where nothing is picked, or there is nothing else to see it along. */
export function linkedChart(asked: Asked): Linked | undefined {
  const { picked, unit, decimals } = asked;
  const behind = behindOf(asked);
  const found = behind && stepsOf(asked, behind.last);
  if (found === undefined || behind === undefined || found.steps.length === 0) return undefined;
  const { along, whereWhen, yearly, steps, broken = [] } = found;
  const name = listed(picked.map(({ label }) => label));
  const about = marked(steps.map(({ counts }) => counts));
  const [first = 'all', ...others] = countedIn(steps.map(({ counts }) => counts));
  const [behindAll = 'all', ...behindOthers] = countedIn(steps.map((step) => step.behind));
  const nothingBehind = steps.every(
    ({ unfiltered }) => !isKnown(unfiltered) && unfiltered.reason === 'notSupplied'
  );
  const mixed = others.length + behindOthers.length > 0;
  const table: TableModel = {
    caption: nothingBehind ? `${name}, ${along}` : `${name}, ${along}, beside ${behind.name}`,
    columns: [
      { key: 'step', label: along === 'over time' ? 'When' : 'Which', kind: 'text' },
      { key: 'filtered', label: name, kind: 'number', decimals, unit, ...(mixed ? {} : { mark: first }) },
      ...(steps.some(({ of }) => of !== undefined)
        ? [{ key: 'of', label: 'Out of', kind: 'number' as const, decimals: 0 }]
        : []),
      ...(nothingBehind
        ? []
        : [
            {
              key: 'unfiltered',
              label: behind.name,
              kind: 'number' as const,
              decimals,
              unit,
              ...(mixed ? {} : { mark: behindAll })
            }
          ]),
      ...(mixed ? [{ key: 'mark', label: 'What it counts', kind: 'text' as const }] : [])
    ],
    rows: steps.map(({ label, filtered, of, unfiltered, counts, behind: beside }) => ({
      step: label,
      filtered,
      ...(of === undefined ? {} : { of }),
      ...(nothingBehind ? {} : { unfiltered }),
      ...(mixed
        ? {
            mark:
              counts === beside
                ? COUNTED_LABELS[counts]
                : `${COUNTED_LABELS[counts]}; behind it, ${COUNTED_LABELS[beside]}`
          }
        : {})
    }))
  };
  const year = ({ period }: Step) => endYear(period);
  if (yearly && steps.length > 1)
    return {
      along,
      whereWhen,
      ...(nothingBehind ? {} : { behind: behind.name }),
      about,
      table,
      notes: recodedNotes(broken),
      spec: {
        kind: 'series',
        unit,
        decimals,
        series: [
          {
            id: 'filtered',
            name,
            role: 'focus',
            points: steps.map((step) => ({ year: year(step), cell: step.filtered }))
          },
          ...(nothingBehind
            ? []
            : [
                {
                  id: 'unfiltered',
                  name: behind.name,
                  role: 'england' as const,
                  points: steps.map((step) => ({ year: year(step), cell: step.unfiltered }))
                }
              ])
        ],
        breaks: breaksAt(broken),
        ...yearsEnd(steps.map(({ period }) => period)),
        milestones: []
      }
    };
  if (steps.length > MOST) return undefined;
  return {
    along,
    whereWhen,
    ...(nothingBehind ? {} : { behind: behind.name }),
    about,
    table,
    spec: {
      kind: 'bars',
      unit,
      decimals,
      ...(nothingBehind ? {} : { beside: { name: behind.name, role: 'england' as const } }),
      rows: steps.map(({ label, filtered, of, unfiltered }, i) => ({
        id: String(i),
        label,
        role: 'focus',
        cell: filtered,
        text: textOf({ cell: filtered, of }, decimals),
        ...(isKnown(unfiltered) ? { beside: unfiltered.value } : {})
      }))
    }
  };
}

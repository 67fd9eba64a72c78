/** A partnership’s whole bundle made up from a seed: every standard cube, by authority and quarter, with its totals. */
import type { Area } from '#lib/domain/area.ts';
import { known } from '#lib/domain/cell.ts';
import { ALL, type Cube } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { reportingYear, type Period } from '#lib/domain/period.ts';
import type { Frame, ReleasedTable } from '#lib/disclosure/relations.ts';
import { addsOverTime } from '#lib/disclosure/relation-frame.ts';
import { seeded } from './made-tables.ts';

interface Sketch {
  readonly table: string;
  readonly cube: string;
  readonly measures: readonly string[];
  /** Dimension → members, the first of them the most common. */
  readonly by: Readonly<Record<string, readonly string[]>>;
  /** Every dimension that is not added up over. */
  readonly apart?: readonly string[];
  readonly size: number;
}

const AGES = ['5to9', '10to15', '1to4', 'under1', '16plus', 'unborn'];
const CATEGORIES = ['neglect', 'emotional', 'physical', 'multiple', 'sexual'];
const NEGLECT = ['no', 'yes', 'notknown', 'merged'];
const SOURCES = [
  'police',
  'schools',
  'health',
  'council',
  'individual',
  'other',
  'education',
  'anonymous',
  'housing',
  'legal',
  'unknown'
];
/** In order of size, but the widest last: it holds the children of the two before it. */
const TIERS = ['targeted', 'cinplan', 'cpplan', 'inneed'];
const HELD: Readonly<Record<string, readonly string[]>> = { inneed: ['cinplan', 'cpplan'] };
const FACTORS = [
  'all',
  'f4b',
  'f3b',
  'f16a',
  'f17a',
  'f2b',
  'f1b',
  'f4a',
  'f7a',
  'f15a',
  'f10a',
  'f11a',
  'f24a',
  'f13a',
  'f5b'
];

const SKETCHES: readonly Sketch[] = [
  {
    table: 'known-neglect',
    cube: 'known',
    measures: ['open'],
    by: { tier: TIERS, neglect: NEGLECT },
    apart: ['tier'],
    size: 300
  },
  {
    table: 'known-age',
    cube: 'known',
    measures: ['open'],
    by: { tier: TIERS, age: AGES },
    apart: ['tier'],
    size: 300
  },
  {
    table: 'work',
    cube: 'work',
    measures: ['started', 'ended', 'started_children'],
    by: { tier: TIERS, neglect: NEGLECT },
    apart: ['tier'],
    size: 120
  },
  {
    table: 'plans-neglect',
    cube: 'plans',
    measures: ['open'],
    by: { category_latest: CATEGORIES, neglect: ['yes', 'no', 'notknown'] },
    size: 110
  },
  {
    table: 'plans-age',
    cube: 'plans',
    measures: ['open'],
    by: { category_latest: CATEGORIES, age: AGES },
    size: 110
  },
  { table: 'plans-older', cube: 'plans', measures: ['open'], by: { age: ['7to10', '11to15'] }, size: 110 },
  {
    table: 'plans-sex',
    cube: 'plans',
    measures: ['open'],
    by: { sex: ['male', 'female', 'notknown'] },
    size: 110
  },
  {
    table: 'plans-duration',
    cube: 'plans',
    measures: ['open'],
    by: { category_latest: CATEGORIES, duration: ['upto3m', 'm6to12', 'm3to6', 'y1to2', 'y2plus'] },
    size: 110
  },
  {
    table: 'plan-starts',
    cube: 'plans',
    measures: ['started'],
    by: { category_initial: CATEGORIES, earlier_plan: ['no', 'yes', 'notknown'] },
    size: 40
  },
  {
    table: 'history',
    cube: 'history',
    measures: ['open'],
    by: { tier: ['cinplan', 'cpplan'], earlier_episodes: ['none', 'one', 'two', 'threeplus', 'notknown'] },
    apart: ['tier'],
    size: 150
  },
  {
    table: 'contacts',
    cube: 'contacts',
    measures: ['contacts'],
    by: { source: SOURCES, outcome: ['none', 'advice', 'referral', 'earlyhelp', 'notknown'] },
    size: 900
  },
  {
    table: 'referrals-source',
    cube: 'referrals',
    measures: ['referrals'],
    by: { source: SOURCES, neglect: NEGLECT },
    size: 300
  },
  {
    table: 'referrals-outcome',
    cube: 'referrals',
    measures: ['referrals'],
    by: { outcome: ['inneed', 'notinneed', 'nfa', 'open', 'notknown'], neglect: NEGLECT },
    size: 300
  },
  {
    table: 'referrals-again',
    cube: 'referrals',
    measures: ['referrals', 'children'],
    by: { rereferral: ['no', 'yes', 'notknown'] },
    size: 300
  },
  {
    table: 'assessments',
    cube: 'assessments',
    measures: ['completed'],
    by: {
      duration: [
        'd31to40',
        'd21to30',
        'd11to20',
        'd41to45',
        'd1to10',
        'd46to50',
        'd51to60',
        'd61plus',
        'sameday'
      ]
    },
    size: 260
  },
  {
    table: 'factors',
    cube: 'assessments',
    measures: ['episodes'],
    by: { factor: FACTORS },
    apart: ['factor'],
    size: 240
  },
  {
    table: 'primary-need',
    cube: 'primary_need',
    measures: ['open'],
    by: { need: ['n1', 'n5', 'n4', 'n2', 'n3', 'n8', 'n6', 'n9', 'n0', 'n7'] },
    size: 400
  },
  {
    table: 'enquiries',
    cube: 'enquiries',
    measures: ['section47', 'conferences'],
    by: { neglect: NEGLECT },
    size: 80
  },
  {
    table: 'movements',
    cube: 'movements',
    measures: ['moves'],
    by: {
      from_tier: ['targeted', 'cinplan', 'cpplan'],
      to_tier: ['targeted', 'cinplan', 'cpplan'],
      neglect: ['no', 'yes', 'notknown']
    },
    apart: ['from_tier', 'to_tier'],
    size: 25
  },
  {
    table: 'tool-scores',
    cube: 'tool_scores',
    measures: ['children'],
    by: { domain: ['physical', 'safety', 'love', 'esteem'], change: ['once', 'improved', 'same', 'worse'] },
    apart: ['domain'],
    size: 60
  },
  {
    table: 'assurance',
    cube: 'assurance',
    measures: ['families'],
    by: { indicator: ['chron', 'asm-hist', 'asm-impact', 'plan-smart', 'ref-hist', 'ref-qual'] },
    apart: ['indicator'],
    size: 40
  },
  {
    table: 'grades',
    cube: 'grades',
    measures: ['families'],
    by: {
      standard: ['plan-qual', 'asm-qual'],
      grade: ['good', 'requires', 'inadequate', 'outstanding', 'notseen']
    },
    apart: ['standard'],
    size: 40
  }
];

const AREAS: readonly Area[] = [
  { id: 'vale', slug: 'vale', kind: 'partnership', name: 'Vale', codes: [] },
  ...[
    ['city', 'City'],
    ['county', 'County'],
    ['rutland', 'Small']
  ].map(([id = '', name = '']): Area => ({
    id,
    slug: id,
    kind: 'authority',
    name,
    codes: [],
    parent: 'vale'
  }))
];
const SHARE: Readonly<Record<string, number>> = { city: 1, county: 0.7, rutland: 0.08 };

function quarterOf(year: number, number: number): Period {
  const starts = [`${year - 1}-04-01`, `${year - 1}-07-01`, `${year - 1}-10-01`, `${year}-01-01`];
  const ends = [`${year - 1}-06-30`, `${year - 1}-09-30`, `${year - 1}-12-31`, `${year}-03-31`];
  return {
    id: `${year}Q${number}`,
    kind: 'quarter',
    start: starts[number - 1] ?? '',
    end: ends[number - 1] ?? '',
    label: `quarter ${number} of ${year}`
  };
}

export interface MadePartnership {
  readonly tables: readonly ReleasedTable[];
  readonly frame: Frame;
}

/** Totals of one cube agree between its tables, quarters add up to years where they may, authorities to the partnership. */
export function madePartnership(
  cubes: ReadonlyMap<string, Cube>,
  { seed = 1, years = [2023, 2024, 2025, 2026], authorities = 3 } = {}
): MadePartnership {
  const random = seeded(seed);
  const areas = AREAS.slice(0, authorities + 1);
  const quarters = years.map((year) => [1, 2, 3, 4].map((number) => quarterOf(year, number)));
  const totals = new Map<string, number>();
  const tables = SKETCHES.map((sketch) => {
    const cube = cubes.get(sketch.cube);
    if (!cube) throw new Error(`no cube “${sketch.cube}”`);
    return tableOf(sketch, cube, areas, quarters, totals, random);
  });
  return {
    tables,
    frame: {
      areas,
      periods: [...quarters.flat(), ...years.map(reportingYear)],
      tiers: [
        {
          id: 'inneed',
          name: 'In need',
          order: 0,
          place: 'above',
          statutory: true,
          contains: ['cinplan', 'cpplan']
        }
      ]
    }
  };
}

function tableOf(
  { table, cube: cubeId, measures, by, apart = [], size }: Sketch,
  cube: Cube,
  areas: readonly Area[],
  quarters: readonly (readonly Period[])[],
  totals: Map<string, number>,
  random: () => number
): ReleasedTable {
  const dimensions = Object.keys(by);
  const rows = new Map<string, { value: number; of: number }>();
  const put = (key: readonly string[], value: number, of: number) => {
    const at = key.join('|');
    const row = rows.get(at) ?? { value: 0, of: 0 };
    rows.set(at, { value: row.value + value, of: row.of + of });
  };
  const groups = product(dimensions.map((id) => (apart.includes(id) ? (by[id] ?? []) : [ALL])));
  /** Of members that may overlap, the total is the most. */
  const isTotal = (group: readonly string[]) => apart.length > 0 && group.every((member) => member === ALL);
  const summed = dimensions.filter((id) => !apart.includes(id));
  const cells = product(summed.map((id) => by[id] ?? []));
  for (const measure of cube.measures.filter(({ id }) => measures.includes(id)))
    for (const year of quarters)
      for (const quarter of year)
        for (const area of areas.slice(1)) {
          const made = new Map<string, readonly number[]>();
          for (const [at, group] of groups.entries()) {
            const tier = group[dimensions.indexOf('tier')] ?? '';
            const held = (HELD[tier] ?? []).flatMap((each) => [made.get(each) ?? []]);
            const inside = cells.map((_, index) =>
              held.reduce((sum, counts) => sum + (counts[index] ?? 0), 0)
            );
            const heldTotal = inside.reduce((sum, count) => sum + count, 0);
            const name = [
              cubeId,
              measure.id,
              area.id,
              quarter.id,
              ...group.filter((member) => member !== ALL)
            ].join('|');
            const total =
              totals.get(name) ??
              heldTotal +
                Math.round(
                  (size * (SHARE[area.id] ?? 1) * (0.7 + 0.6 * random())) /
                    (isTotal(group) ? 0.5 : 1 + at / 2)
                );
            totals.set(name, total);
            const counts = spread(total - heldTotal, cells, random).map(
              (count, index) => count + (inside[index] ?? 0)
            );
            made.set(tier, counts);
            for (const [index, count] of counts.entries()) {
              const combination = cells[index] ?? [];
              const full = dimensions.map((id, place) =>
                apart.includes(id) ? (group[place] ?? ALL) : (combination[summed.indexOf(id)] ?? ALL)
              );
              const value = cube.outOf ? Math.floor(count * random()) : count;
              for (const members of product(
                full.map((member, place) =>
                  apart.includes(dimensions[place] ?? '') ? [member] : [member, ALL]
                )
              ))
                for (const where of [area.id, areas[0]?.id ?? ''])
                  for (const when of addsOverTime(measure)
                    ? [quarter.id, quarter.id.slice(0, 4)]
                    : [quarter.id])
                    put([where, when, measure.id, ...members], value, count);
            }
          }
        }
  const observations = [...rows].map(([key, { value, of }]): Observation => {
    const [area = '', period = '', measure = '', ...members] = key.split('|');
    return { area, period, measure, members, cell: known(value), ...(cube.outOf ? { of: known(of) } : {}) };
  });
  return {
    table: { id: table, file: `cubes/${table}.csv`, cube: cubeId, source: 'vale', title: table, dimensions },
    cube,
    observations
  };
}

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (found, list) => found.flatMap((each) => list.map((item) => [...each, item])),
    [[]]
  );
}

/** Shares a total out, the first members getting the most. */
function spread(total: number, cells: readonly (readonly string[])[], random: () => number): number[] {
  const counts = cells.map(() => 0);
  for (let left = total; left > 0; left -= 1) {
    const at = Math.floor(counts.length * random() ** 2.2);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

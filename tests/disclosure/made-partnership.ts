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

/** All tables count the same children; quarters add up to years where they may, authorities to the partnership. */
export function madePartnership(
  cubes: ReadonlyMap<string, Cube>,
  { seed = 1, years = [2023, 2024, 2025, 2026], authorities = 3 } = {}
): MadePartnership {
  const random = seeded(seed);
  const areas = AREAS.slice(0, authorities + 1);
  const quarters = years.map((year) => [1, 2, 3, 4].map((number) => quarterOf(year, number)));
  const all = everybody(random);
  const tables = SKETCHES.map((sketch) => {
    const cube = cubes.get(sketch.cube);
    if (!cube) throw new Error(`no cube “${sketch.cube}”`);
    return tableOf(sketch, cube, areas, quarters, all);
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

/** A child, plan or referral: what it is under each heading, drawn when first asked. */
type One = Map<string, string>;

/** Groups that are the same children in two cubes, and the tiers whose children another holds. */
const SAME: Readonly<Record<string, string>> = {
  'known|open|cpplan': 'plans|open|',
  'history|open|cpplan': 'plans|open|',
  'history|open|cinplan': 'known|open|cinplan',
  'work|started|cpplan': 'plans|started|',
  'primary_need|open|': 'known|open|inneed'
};
const WIDEST = /\|inneed$/;
const HELD = ['|cinplan', '|cpplan'];

/** Everybody there is, so that all tables count the same ones. */
function everybody(random: () => number) {
  const groups = new Map<string, readonly One[]>();
  const groupOf = (name: string, place: string, size: number): readonly One[] => {
    const asked = SAME[name] ?? name;
    const made = groups.get(`${asked} ${place}`);
    if (made) return made;
    const counted = asked.replace(/_children\|/, '|').replace('referrals|children|', 'referrals|referrals|');
    if (counted !== asked) {
      const events = groupOf(counted, place, size);
      // A few children come twice.
      const children = events.filter(() => random() < 0.93);
      groups.set(`${asked} ${place}`, children);
      return children;
    }
    const inside = WIDEST.test(asked) ? HELD.map((tier) => asked.replace(WIDEST, tier)) : [];
    const held = inside.flatMap((each) => groupOf(each, place, size));
    const others = Array.from({ length: Math.round(size * (0.7 + 0.6 * random())) }, (): One => new Map());
    groups.set(`${asked} ${place}`, [...held, ...others]);
    return [...held, ...others];
  };
  /** The first members of a heading are the most common. Ages are drawn to the year, for bands that overlap. */
  const memberOf = (one: One, dimension: string, members: readonly string[]): string => {
    const heading = dimension === 'age' ? 'year' : dimension;
    const drawn = one.get(heading) ?? draw(dimension === 'age' ? YEARS : members, random);
    one.set(heading, drawn);
    return dimension === 'age' ? (members.find((band) => isWithin(drawn, band)) ?? '') : drawn;
  };
  return { groupOf, memberOf, isHit: () => random() < 0.5 };
}

/** Years of age, the most common first. */
const YEARS = [
  '6',
  '8',
  '12',
  '9',
  '7',
  '13',
  '11',
  '5',
  '14',
  '10',
  '3',
  '15',
  '2',
  '4',
  '1',
  '0',
  '16',
  'unborn'
];

function isWithin(year: string, band: string): boolean {
  if (year === 'unborn' || band === 'unborn') return year === band;
  if (band === 'under1') return year === '0';
  const [from = '', to = '99'] = band.replace('plus', 'to99').split('to');
  return Number(from) <= Number(year) && Number(year) <= Number(to);
}

function draw(members: readonly string[], random: () => number): string {
  return members[Math.floor(members.length * random() ** 2.2)] ?? '';
}

function tableOf(
  { table, cube: cubeId, measures, by, apart = [], size }: Sketch,
  cube: Cube,
  areas: readonly Area[],
  quarters: readonly (readonly Period[])[],
  { groupOf, memberOf, isHit }: ReturnType<typeof everybody>
): ReleasedTable {
  const dimensions = Object.keys(by);
  const rows = new Map<string, { value: number; of: number }>();
  const places = product(
    dimensions.map((id) => (apart.includes(id) ? (by[id] ?? []) : [ALL, ...(by[id] ?? [])]))
  );
  const groups = product(dimensions.map((id) => (apart.includes(id) ? (by[id] ?? []) : [ALL])));
  /** Of members that may overlap, the total is the most. */
  const isTotal = (group: readonly string[]) => apart.length > 0 && group.every((member) => member === ALL);
  for (const measure of cube.measures.filter(({ id }) => measures.includes(id)))
    for (const quarter of quarters.flat())
      for (const area of areas.slice(1)) {
        const wheres = [area.id, areas[0]?.id ?? ''];
        const whens = addsOverTime(measure) ? [quarter.id, quarter.id.slice(0, 4)] : [quarter.id];
        const keysOf = (members: readonly string[]) =>
          wheres.flatMap((where) => whens.map((when) => [where, when, measure.id, ...members].join('|')));
        for (const key of places.flatMap(keysOf)) rows.set(key, rows.get(key) ?? { value: 0, of: 0 });
        for (const [at, group] of groups.entries()) {
          const name = [cubeId, measure.id, group.filter((member) => member !== ALL).join(' ')].join('|');
          const about = (size * (SHARE[area.id] ?? 1)) / (isTotal(group) ? 0.5 : 1 + at / 2);
          for (const one of groupOf(name, `${area.id} ${quarter.id}`, about)) {
            const hit = cube.outOf ? isHit() : true;
            const members = dimensions.map((id, place) =>
              apart.includes(id) ? [group[place] ?? ALL] : [ALL, memberOf(one, id, by[id] ?? [])]
            );
            for (const key of product(members).flatMap(keysOf)) {
              const row = rows.get(key);
              if (row) rows.set(key, { value: row.value + (hit ? 1 : 0), of: row.of + 1 });
            }
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

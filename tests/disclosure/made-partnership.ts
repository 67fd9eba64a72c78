/** A partnership’s whole bundle made up from a seed: every standard cube, by authority and quarter, with its totals. */
import type { Area } from '#lib/domain/area.ts';
import { known } from '#lib/domain/cell.ts';
import { ALL, type Cube } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { reportingYear, type Period } from '#lib/domain/period.ts';
import type { Frame, ReleasedTable } from '#lib/disclosure/relations.ts';
import { addsOverTime } from '#lib/disclosure/relation-frame.ts';
import { quarterOf } from './made-periods.ts';
import { seeded } from './made-tables.ts';
import { SKETCHES, type Sketch } from './partnership-sketches.ts';

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
    const any = one.get(heading) ?? draw(dimension === 'age' ? YEARS : members, random);
    // Whoever is on a plan for neglect has neglect recorded.
    const drawn = heading === 'neglect' && one.get('category_latest') === 'neglect' ? 'yes' : any;
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

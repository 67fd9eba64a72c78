/** Counts for every 10,000 children who live in the area at the time: those of a group among the children of that group. */
import { isKnown, isThere, missing, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import type { Area } from '#lib/domain/area.ts';
import { ALL, type Cube } from '#lib/domain/cube.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import type { Facts } from '#lib/db/facts.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import { exploreRows } from '#lib/queries/explore-rows.ts';
import { publishedShapes } from '#lib/queries/explore-shapes.ts';
import { RATE_PER } from '#lib/selection/explore.ts';
import { momentText } from '#lib/words/explore.ts';
import { counted, listed, lowerFirst, number } from '#lib/words/number.ts';
import { livesAt, type Band } from '../age/bands.ts';
import type { Figure, Lookup, Members, Told } from './marks.ts';
import type { Settled } from './settled.ts';

const POPULATION = 'population';
const AGE = 'age';
/** What tells children apart: a rate of such a group is out of the children of that group who live there. */
const GROUPS: readonly string[] = [AGE, 'sex', 'ethnicity', 'disability', 'deprivation', 'locality'];
/** Nobody counts how many such children there are in all. */
const UNCOUNTED: readonly string[] = ['unborn', 'notknown'];

/** How many a round looked at was decided by those who held it, and says nothing of how common anything is. */
const isSample = ({ supply }: Cube) => supply.every(({ cadence }) => cadence === 'round');

/**
 * Whether a kind of count can be set against the children who live in an area: n of N has a whole of its own, and a
 * sample is as large as it was made.
 */
export function canRate({ cubes }: Pick<Catalogue, 'cubes'>, cube: Cube): boolean {
  const people = cubes.some((file) => file.cube === POPULATION && file.rows > 0);
  return people && cube.id !== POPULATION && cube.value === 'count' && !cube.outOf && !isSample(cube);
}

/** Children who live in an area at the date that rates of a period use: of the group that members name. */
type People = (area: Area, period: Period, members: Members) => Cell;

interface Living {
  readonly people: People;
  /** Ids of the sources of the populations. */
  readonly sources: readonly string[];
}

function bandsOf({ cubes }: Catalogue, cube: string): readonly Band[] {
  const { dimensions = [] } = cubes.find((file) => file.cube === cube) ?? {};
  return dimensions.find(({ id }) => id === AGE)?.members ?? [];
}

interface Among {
  readonly facts: Facts;
  readonly areas: readonly Area[];
  readonly periods: readonly Period[];
  /** Bands of the counts, which the population may name otherwise. */
  readonly bands: readonly Band[];
  readonly groups: readonly string[];
}

async function livingIn({ facts, areas, periods, bands, groups }: Among): Promise<Living> {
  const { tables } = facts.catalogue.manifest;
  const ages = bandsOf(facts.catalogue, POPULATION);
  const shapes = (await publishedShapes(facts, POPULATION))
    .filter(({ by }) => by.every((id) => groups.includes(id)))
    .toSorted((a, b) => a.by.length - b.by.length);
  const read = await Promise.all(
    shapes.map(({ table, measure, by }) =>
      exploreRows(facts, {
        cube: POPULATION,
        table,
        measure,
        by,
        areas: areas.map(({ id }) => id),
        periods: [...new Set(periods.map(({ population, id }) => population ?? id))]
      })
    )
  );
  const key = (area: string, period: string, members: Members) =>
    [area, period, ...groups.map((id) => members[id] ?? ALL)].join('|');
  const found = new Map<string, Cell>();
  for (const { area, period, members, cell } of read.flat()) {
    const at = key(area, period, members);
    if (!found.has(at) && isThere(cell)) found.set(at, cell);
  }
  const agesFor = (age: string): readonly string[] => {
    const band = bands.find(({ id }) => id === age);
    return band ? ages.filter((each) => livesAt(each, band)).map(({ id }) => id) : [];
  };
  const sourcesOf = (wanted: typeof shapes, plain: boolean) => {
    const held = tables.filter(({ id }) => wanted.some(({ table }) => table === id));
    const without = held.filter(({ dimensions }) => !plain || dimensions.length === 0);
    return (without.length > 0 ? without : held).map(({ source }) => source);
  };
  return {
    people: (area, period, members) => {
      if (groups.some((id) => UNCOUNTED.includes(members[id] ?? ALL))) return missing('notApplicable');
      const at = (more: Members) => found.get(key(area.id, period.population ?? period.id, more));
      const age = members[AGE];
      const cells =
        age === undefined ? [at(members)] : agesFor(age).map((each) => at({ ...members, [AGE]: each }));
      return cells.find((cell) => cell !== undefined) ?? NOT_SUPPLIED;
    },
    sources: [
      ...new Set(
        sourcesOf(
          shapes.filter(({ by }) => by.length === groups.length),
          groups.length === 0
        )
      )
    ]
  };
}

/** How counts are set against the children who live there. */
export interface Rates {
  /** Finds a rate, with its count and its population. */
  readonly lookup: Lookup;
  /** `per 10,000 children of that age`. */
  readonly unit: string;
  readonly said: (figures: readonly Figure[]) => readonly string[];
  readonly sources: readonly string[];
}

/** No rate can be worked out, and why. */
export interface NoRates {
  readonly why: string;
}

interface Asked {
  readonly facts: Facts;
  readonly settled: Settled;
  readonly combos: readonly (readonly Told[])[];
  /** All that may be shown. */
  readonly periods: readonly Period[];
  readonly lookup: Lookup;
}

const namesOf = ({ dimensions }: Cube, groups: readonly string[]) =>
  listed(groups.map((id) => lowerFirst(dimensions.find((each) => each.id === id)?.name ?? id)));

/** `A population of these ages is loaded for 31 March 2024 alone.`; undefined where it is there for every date. */
function datesText(
  { settled: { areas, measure, periods }, combos }: Asked,
  people: People,
  names: string
): string | undefined {
  const there = periods.filter((at) =>
    combos.some((told) => areas.some((area) => isKnown(people(area, at, membersOf(told)))))
  );
  if (there.length === periods.length) return undefined;
  const dates = there.map((at) => momentText(at, measure));
  const [first = '', last = first] = [dates[0], dates.at(-1)];
  const when =
    dates.length > 3 ? `some of these dates alone, the latest of them ${last}` : `${listed(dates)} alone`;
  return `A population by ${names} is loaded for ${when}. At other dates there is a count and no rate.`;
}

const membersOf = (told: readonly Told[]): Members =>
  Object.fromEntries(told.map(({ aspect, value }) => [aspect, value]));

export async function ratesOf(asked: Asked): Promise<Rates | NoRates> {
  const { facts, settled, combos, periods, lookup } = asked;
  const { areas, cube, by, measure } = settled;
  const groups = by.filter((id) => GROUPS.includes(id));
  const bands = bandsOf(facts.catalogue, cube.id);
  const { people, sources } = await livingIn({ facts, areas, periods, bands, groups });
  const names = namesOf(cube, groups);
  const any = combos.some((told) =>
    areas.some((area) => settled.periods.some((at) => isKnown(people(area, at, membersOf(told)))))
  );
  if (groups.length > 0 && !any)
    return {
      why: `These are counts, not rates: a rate of a group is out of the children of the same ${names}, and how many of those live here at ${settled.periods.length === 1 ? 'that date' : 'these dates'} is not loaded.`
    };
  const dates = groups.length === 0 ? undefined : datesText(asked, people, names);
  const parts = periods.some(({ kind }) => kind === 'quarter' || kind === 'month');
  return {
    lookup: (area, period, members) => {
      const { cell } = lookup(area, period, members);
      const living = people(area, period, members);
      return {
        cell: derive([cell, living], (x, n) => (x / n) * RATE_PER),
        per: { count: cell, people: living }
      };
    },
    unit: `per ${number(RATE_PER)} children${groups.length > 0 ? ` of that ${names}` : ''}`,
    said: (figures) => {
      const without = figures.filter(({ cell, per }) => !isKnown(cell) && per && isKnown(per.count)).length;
      return [
        ...(groups.length > 0
          ? [`Each is for every ${number(RATE_PER)} children of the same ${names} who live in the area.`]
          : []),
        ...(dates === undefined ? [] : [dates]),
        ...(parts && measure.kind === 'flow'
          ? ['Each is of its own months alone. Do not set it beside the rate of a year.']
          : []),
        ...(without === 0
          ? []
          : [
              `${counted(without, 'figure has', 'figures have')} a count and no rate: no population of that area, date or group is loaded here.`
            ])
      ];
    },
    sources
  };
}

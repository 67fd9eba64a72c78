/** How many children live in each area, in all and by age. */
import { known } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { BANDS } from './counted.ts';
import { YEARS } from './days.ts';
import { COUNTRY, LOCALITIES, OTHERS, OWN, REGION } from './places.ts';

const ENGLAND = 11_998_000;
const REGIONAL = 1_046_000;
const BASE = 2024;

const inYear = (now: number, year: number) => Math.round(now * (1 + 0.003 * (year - BASE)));

/** Children aged 0 to 17 in the middle of the year before the reporting year. */
export function childrenIn(area: string, year: number): number {
  const now =
    area === COUNTRY
      ? ENGLAND
      : area === REGION
        ? REGIONAL
        : (OWN[area]?.children ?? OTHERS[area]?.children ?? 0);
  return inYear(now, year);
}

const PEOPLED = [...Object.keys(OWN), ...Object.keys(OTHERS), REGION, COUNTRY];

function row(area: string, year: number, members: readonly string[], value: number): Observation {
  return { area, period: `mid${year - 1}`, measure: 'children', members, cell: known(value) };
}

export function populationRows(): Observation[] {
  return [
    ...PEOPLED.flatMap((area) => YEARS.map((year) => row(area, year, [], childrenIn(area, year)))),
    ...Object.entries(LOCALITIES).flatMap(([area, localities]) =>
      YEARS.flatMap((year) =>
        shared(
          childrenIn(area, year),
          localities.map(({ children }) => children)
        ).map((value, at) => row(localities[at]?.id ?? '', year, [], value))
      )
    )
  ];
}

/** A whole in parts of such weights, none of it lost to rounding. */
function shared(all: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const bounds = weights.map((_, at) =>
    Math.round((all * weights.slice(0, at + 1).reduce((total, weight) => total + weight, 0)) / sum)
  );
  return bounds.map((bound, at) => bound - (bounds[at - 1] ?? 0));
}

const BOYS = 0.512;

/** Of those areas that give them so. */
export function populationBySex(areas: readonly string[]): Observation[] {
  return areas.flatMap((area) =>
    YEARS.flatMap((year) => {
      const all = childrenIn(area, year);
      const [female = 0, male = 0] = shared(all, [1 - BOYS, BOYS]);
      return [
        row(area, year, [ALL], all),
        row(area, year, ['female'], female),
        row(area, year, ['male'], male)
      ];
    })
  );
}

/** A few more aged 8 to 12 than babies, as everywhere in England. */
const weightOf = (age: number) => 1 - 0.0011 * (age - 10) ** 2;

function agesIn(area: string, year: number): readonly number[] {
  return shared(
    childrenIn(area, year),
    Array.from({ length: 18 }, (_, age) => weightOf(age))
  );
}

/** In one cut of ages, of those areas that give them so. */
export function populationByAge(cut: readonly string[], areas: readonly string[]): Observation[] {
  return areas.flatMap((area) =>
    YEARS.flatMap((year) => {
      const ages = agesIn(area, year);
      return cut
        .filter((id) => id !== 'unborn')
        .map((id) => {
          const [from, to] = id === ALL ? [0, 17] : (BANDS[id] ?? [0, -1]);
          const value = ages.slice(from, to + 1).reduce((total, count) => total + count, 0);
          return row(area, year, [id === '16plus' ? '16to17' : id], value);
        });
    })
  );
}

/** How many children of each age live in an area, from estimates by single year of age: bands are sums of years, never of areas. */
import type { Area } from '#lib/domain/area.ts';
import { known } from '#lib/domain/cell.ts';
import { ALL, type Cube } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { type OpenFile, openFile, problem, type RawFile } from './dfe-file.ts';
import { type ChosenPopulation, impossible } from './dfe-population-table.ts';
import { type Population, readPopulation } from './dfe-population.ts';
import type { Release } from './dfe-release.ts';

/** The one file of single years of age that an import uses. */
export interface ChosenAges {
  readonly file?: string;
  readonly open?: OpenFile;
  readonly population?: Population;
  readonly problems: readonly Problem[];
}

const NONE: ChosenAges = { problems: [] };

/** The file given, else the estimates chosen for all children where they tell ages, else one that lies in the folder. */
export function chooseAges(
  release: Release,
  given: RawFile | undefined,
  { file, open, population }: ChosenPopulation
): ChosenAges {
  if (given) return chooseGiven(given);
  if (population?.shape === 'ons')
    return { population, problems: [], ...(file && { file }), ...(open && { open }) };
  const [first, second] = release.populations.filter((each) => each.population.shape === 'ons');
  if (first === undefined) return NONE;
  const twice = second
    ? [
        problem(
          second.file.name,
          'two-files-one-table',
          `the file and ${first.file.name} are both population estimates by age: two releases seem to be mixed`,
          'Keep the files of one release in the folder'
        )
      ]
    : [];
  return chosen(first.file, first.population, twice);
}

function chooseGiven(given: RawFile): ChosenAges {
  const { open, problems } = openFile(given);
  const population = open && readPopulation(open);
  if (open !== undefined && population?.shape === 'ons') return chosen(open, population, []);
  const none = problem(
    given.name,
    'not-population',
    'the file has no population estimates by single year of age',
    'Give ONS estimates with a row for each area and each age from 0 to 17'
  );
  return { problems: [...problems, ...(open ? [none] : [])] };
}

function chosen(open: OpenFile, population: Population, more: readonly Problem[]): ChosenAges {
  return {
    file: open.name,
    open,
    population,
    problems: [...population.problems, ...impossible(population), ...more]
  };
}

interface AgedCount {
  readonly area: string;
  readonly name: string;
  readonly period: string;
  readonly ages: readonly number[];
}

function countsOf({ population }: ChosenAges, areas: readonly Area[]): readonly AgedCount[] {
  return (population?.counts ?? []).flatMap(({ mid, place, ages }) => {
    const area = 'file' in place ? undefined : areaAt(areas, place.ons, mid + 1);
    return area && ages ? [{ area: area.id, name: area.name, period: `mid${mid}`, ages }] : [];
  });
}

/** The area that a code stands for in a reporting year: a code that went with an area that is no more tells of no other. */
function areaAt(areas: readonly Area[], ons: string, year: number): Area | undefined {
  return areas.find(
    ({ codes, from, to }) =>
      codes.some(({ code }) => code === ons) && (from ?? year) <= year && (to ?? year) >= year
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/**
 * Children of every band of the cube that lies within childhood, and of all ages. Areas whose ages do not come to the
 * estimate of all children are left out and named: two editions are never mixed.
 */
export function agesObservations(
  ages: ChosenAges,
  areas: readonly Area[],
  totals: readonly Observation[],
  cube: Cube | undefined
): { readonly observations: Observation[]; readonly problems: readonly Problem[] } {
  const bands = (cube?.dimensions.find(({ id }) => id === 'age')?.members ?? []).flatMap(
    ({ id, from, to }) => (from === undefined || to === undefined ? [] : [{ id, from, to }])
  );
  const total = new Map(
    totals.flatMap(({ area, period, cell }) =>
      cell.kind === 'known' ? [[`${area} ${period}`, cell.value] as const] : []
    )
  );
  const counts = countsOf(ages, areas);
  const isOf = ({ area, period, ages: own }: AgedCount) =>
    (total.get(`${area} ${period}`) ?? sum(own)) === sum(own);
  return {
    observations: counts.filter(isOf).flatMap(({ area, period, ages: own }) =>
      [{ id: ALL, from: 0, to: 17 }, ...bands].map(({ id, from, to }): Observation => ({
        area,
        period,
        measure: 'children',
        members: [id],
        cell: known(sum(own.slice(from, to + 1)))
      }))
    ),
    problems: otherEdition(
      ages,
      counts.filter((count) => !isOf(count)).map(({ name }) => name)
    )
  };
}

function otherEdition({ file = '' }: ChosenAges, names: readonly string[]): readonly Problem[] {
  const [first, ...rest] = [...new Set(names)];
  if (first === undefined) return [];
  const others = rest.length === 0 ? '' : ` and of ${rest.length} more`;
  const message = `the ages of ${first}${others} do not come to the estimate of all children that the release uses, and are left out: one of the two is of another edition`;
  const remedy = 'Give the estimates by age of the edition that the release uses';
  return [{ ...problem(file, 'population-edition', message, remedy), severity: 'warning' }];
}

/** What a reader may choose in Explore, and what stands where something is not chosen or not published. */
import type { Area } from '#lib/domain/area.ts';
import type { Table } from '#lib/domain/bundle.ts';
import type { Cube, Measure } from '#lib/domain/cube.ts';
import type { Period, PeriodKind } from '#lib/domain/period.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { RATE_PER, type ExploreChoice } from '#lib/selection/explore.ts';
import type { Shape } from '#lib/queries/explore-shapes.ts';
import { breakdownText, everyText, momentText } from '#lib/words/explore.ts';
import { listed, number } from '#lib/words/number.ts';
import { canRate } from './rates.ts';

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly group?: string;
}

export interface Settled {
  readonly cube: Cube;
  readonly measure: Measure;
  readonly by: readonly string[];
  readonly table: Table;
  readonly shape: Shape;
  readonly areas: readonly Area[];
  /** Oldest first, of one kind. */
  readonly periods: readonly Period[];
  readonly options: {
    readonly measures: readonly Option[];
    readonly breakdowns: readonly Option[];
    readonly tables: readonly Option[];
    readonly areas: readonly Option[];
    readonly periods: readonly Option[];
    /** Empty where there are counts alone. */
    readonly per: readonly Option[];
  };
  /** The choice with every key that differs from what stands by itself. */
  readonly choice: Required<Omit<ExploreChoice, 'only' | 'per'>> & Pick<ExploreChoice, 'per'>;
  /** What was asked for and is not published, in sentences. */
  readonly refused: readonly string[];
}

const KIND_NAMES: Readonly<Record<Area['kind'], string>> = {
  country: 'Country',
  region: 'Regions',
  partnership: 'Partnerships',
  authority: 'Authorities',
  locality: 'Localities'
};
const SETS: readonly (readonly [string, Area['kind'], string])[] = [
  ['every-authority', 'authority', 'Every authority'],
  ['every-region', 'region', 'Every region']
];
const PERIOD_KINDS: readonly (readonly [string, PeriodKind])[] = [
  ['years', 'year'],
  ['quarters', 'quarter'],
  ['months', 'month'],
  ['dates', 'date'],
  ['rounds', 'round']
];

/** The kinds of count that hold any row, by name. */
export function countOptions(catalogue: Catalogue, cubes: ReadonlyMap<string, Cube>): readonly Option[] {
  return catalogue.cubes
    .filter(({ rows }) => rows > 0)
    .map(({ cube }) => ({ id: cube, label: cubes.get(cube)?.name ?? cube }));
}

/** `D4 Child protection plans at 31 March by category of abuse (2024)`. */
function tableOption({ manifest }: Catalogue, { id, code, title, source }: Table): Option {
  const edition = manifest.sources.find((each) => each.id === source)?.edition;
  return {
    id,
    label: `${code === undefined ? '' : `${code} `}${title}${edition === undefined ? '' : ` (${edition})`}`
  };
}

const byEnd = (a: Period, b: Period) =>
  a.end === b.end ? (a.start < b.start ? -1 : 1) : a.end < b.end ? -1 : 1;

function periodOptions(there: readonly Period[], measure: Measure): readonly Option[] {
  const sets = PERIOD_KINDS.flatMap(([id, kind]) => {
    const alike = there.filter((period) => period.kind === kind);
    return alike.length < 2 ? [] : [{ id, label: everyText(kind, alike) }];
  });
  const singles = [...there].reverse().map((period) => ({
    id: period.id,
    label: momentText(period, period.kind === 'year' ? measure : { kind: 'flow' }),
    group: 'One period'
  }));
  return [...sets, ...singles];
}

function areaOptions(there: readonly Area[]): readonly Option[] {
  const sets = SETS.flatMap(([id, kind, label]) =>
    there.filter((area) => area.kind === kind).length < 2 ? [] : [{ id, label }]
  );
  const kinds = Object.keys(KIND_NAMES);
  const singles = [...there]
    .sort(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        a.name.localeCompare(b.name, 'en-GB') ||
        Number(a.to !== undefined) - Number(b.to !== undefined)
    )
    .map(({ slug, name, kind, to }) => ({
      id: slug,
      // A name may have passed on to the area that took over.
      label: to === undefined ? name : `${name}, until ${to}`,
      group: KIND_NAMES[kind]
    }));
  return [...sets, ...singles];
}

function areasOf(there: readonly Area[], all: readonly Area[], asked: readonly string[]): readonly Area[] {
  const found = asked.flatMap((name) => {
    const set = SETS.find(([id]) => id === name);
    return set === undefined
      ? all.filter(({ slug }) => slug === name.toLowerCase())
      : there.filter(({ kind }) => kind === set[1]);
  });
  return [...new Set(found)];
}

function periodsOf(there: readonly Period[], asked: readonly string[]): readonly Period[] {
  const found = asked.flatMap((name) => {
    const kind = PERIOD_KINDS.find(([id]) => id === name)?.[1];
    return there.filter((period) => (kind === undefined ? period.id === name : period.kind === kind));
  });
  const [first] = found;
  return [...new Set(found)].filter(({ kind }) => kind === first?.kind).sort(byEnd);
}

/** Areas that stand where none is chosen: the country, else the first with figures a reader loaded, else the first. */
function usualAreas({ own }: Catalogue, there: readonly Area[]): readonly Area[] {
  const loaded = there.filter(({ id }) => own?.areas.includes(id) === true);
  const first = loaded[0] ?? there.find(({ kind }) => kind === 'country') ?? there[0];
  return first === undefined ? [] : [first];
}

/** The set that has most periods, years first; a single period where there is but one. */
function usualPeriods(there: readonly Period[]): readonly string[] {
  const set = PERIOD_KINDS.map(([id, kind]) => ({
    id,
    many: there.filter((each) => each.kind === kind).length
  }));
  const years = set.find(({ id, many }) => id === 'years' && many > 1);
  const most = years ?? set.toSorted((a, b) => b.many - a.many)[0];
  if (most !== undefined && most.many > 1) return [most.id];
  return there.slice(-1).map(({ id }) => id);
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each) => b.includes(each));

/**
 * What stands for a choice, with what else may be chosen; undefined where the kind of count holds nothing. Of a choice
 * that no table publishes the part that one does publish stands, and the rest is said.
 */
export function settle(
  catalogue: Catalogue,
  cube: Cube,
  shapes: readonly Shape[],
  asked: ExploreChoice
): Settled | undefined {
  const refused: string[] = [];
  const { manifest } = catalogue;
  const measures = cube.measures.filter(({ id }) => shapes.some((shape) => shape.measure === id));
  const measure = measures.find(({ id }) => id === asked.measure) ?? measures[0];
  if (measure === undefined) return undefined;
  if (asked.measure !== undefined && asked.measure !== measure.id)
    refused.push(`No table here publishes the measure “${asked.measure}”.`);

  const nameOf = (id: string) => cube.dimensions.find((dimension) => dimension.id === id)?.name ?? id;
  const ofMeasure = shapes.filter((shape) => shape.measure === measure.id);
  const wanted = asked.by ?? [];
  const fits = ofMeasure.filter(({ by }) => same(by, wanted));
  if (fits.length === 0 && wanted.length > 0)
    refused.push(`No table publishes ${measure.name.toLowerCase()} by ${listed(wanted.map(nameOf))}.`);
  const plainest = [...ofMeasure].sort((a, b) => a.by.length - b.by.length)[0];
  const by = (fits[0] ?? plainest)?.by ?? [];
  const tables = ofMeasure.filter((shape) => same(shape.by, by));
  const usualTable = [...tables].sort((a, b) => widthOf(catalogue, a) - widthOf(catalogue, b))[0];
  const shape = tables.find(({ table }) => table === asked.table) ?? usualTable;
  const table = manifest.tables.find(({ id }) => id === shape?.table);
  if (shape === undefined || table === undefined) return undefined;

  const thereAreas = manifest.areas.filter(({ id }) => shape.areas.has(id));
  const therePeriods = manifest.periods.filter(({ id }) => shape.periods.has(id)).sort(byEnd);
  const chosenAreas = areasOf(thereAreas, manifest.areas, asked.areas ?? []);
  const areas = chosenAreas.length > 0 ? chosenAreas : usualAreas(catalogue, thereAreas);
  const chosenPeriods = periodsOf(therePeriods, asked.periods ?? []);
  if (asked.areas !== undefined && chosenAreas.length === 0)
    refused.push('None of the areas asked for is in these figures.');
  if (asked.periods !== undefined && chosenPeriods.length === 0)
    refused.push('This table has no figure for the period asked for.');
  const rated = canRate(catalogue, cube);
  if (asked.per !== undefined && !rated)
    refused.push(
      `${cube.name}: not counted for every ${number(RATE_PER)} children. The figures are as they were given.`
    );
  const usual = usualPeriods(therePeriods);
  const periods = chosenPeriods.length > 0 ? chosenPeriods : periodsOf(therePeriods, usual);

  const breakdowns = new Map(ofMeasure.map((each) => [each.by.join('.'), each.by]));
  return {
    cube,
    measure,
    by,
    table,
    shape,
    areas,
    periods,
    options: {
      measures: measures.map(({ id, name }) => ({ id, label: name })),
      breakdowns: [...breakdowns]
        .sort(([, a], [, b]) => a.length - b.length)
        .map(([id, names]) => ({ id, label: breakdownText(names.map(nameOf)) })),
      tables: tables.flatMap((each) => {
        const found = manifest.tables.find(({ id }) => id === each.table);
        return found === undefined ? [] : [tableOption(catalogue, found)];
      }),
      areas: areaOptions(thereAreas),
      periods: periodOptions(therePeriods, measure),
      per: rated
        ? [
            { id: '', label: 'Counts' },
            { id: String(RATE_PER), label: `For every ${number(RATE_PER)} children` }
          ]
        : []
    },
    choice: {
      count: cube.id,
      measure: measure.id,
      by,
      table: table.id,
      areas: chosenAreas.length > 0 ? (asked.areas ?? []) : areas.map(({ slug }) => slug),
      periods: chosenPeriods.length > 0 ? (asked.periods ?? []) : usual,
      ...(rated && asked.per !== undefined ? { per: asked.per } : {})
    },
    refused
  };
}

/** Tables with fewer dimensions first; then those with more rows of what is asked for. */
function widthOf({ manifest }: Catalogue, { table, rows }: Shape): number {
  const dimensions = manifest.tables.find(({ id }) => id === table)?.dimensions.length ?? 0;
  return dimensions * 1e6 - rows;
}

/** What Explore shows of a choice: a chart suggested by the figures, its table, and what is filtered by beside all. */
import { isThere } from '#lib/domain/cell.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { Counted } from '#lib/domain/mark.ts';
import type { Facts } from '#lib/db/facts.ts';
import { exploreRows, type ExploreRow } from '#lib/queries/explore-rows.ts';
import { publishedShapes } from '#lib/queries/explore-shapes.ts';
import { AREA_SETS, type ExploreChoice, type Picked } from '#lib/selection/explore.ts';
import { listed, number, sentence } from '#lib/words/number.ts';
import type { ChartModel, SourceLine, TableFigure } from '../model.ts';
import { sourceLine, sourceText } from '../provenance.ts';
import { linkedChart } from './linked.ts';
import { countedIn, marked, markOf } from '../counted.ts';
import { combinations, figuresOf, lookupOf, picksOf, varying, type Figure, type Told } from './marks.ts';
import { settle, type Settled } from './settled.ts';
import { inItsPeriod, isHeld, occasionsOf, type Occasions } from './occasions.ts';
import { ratesOf, type NoRates, type Rates } from './rates.ts';
import { recodedYears, type RecodedYears } from './recoded.ts';
import { drawn, type Picks } from './specs.ts';
import { suggestChart, type Suggested } from './suggest.ts';
import { tableOf } from './table.ts';
import { absentText, areasText, coversText, filtersOf, notesOf, spoken, titleOf } from './told.ts';

export interface Explored {
  readonly settled: Settled;
  readonly suggested: Suggested;
  readonly main: ChartModel | TableFigure;
  /** What a click on a mark of the main chart filters by. */
  readonly picks: Picks;
  /** By row of the main table, what each of its cells filters by. */
  readonly rowPicks: readonly Readonly<Record<string, Picked>>[];
  readonly filters: readonly Told[];
  /** What the figures count of neglect: each once, the strongest first. */
  readonly marks: readonly Counted[];
  readonly linked?: ChartModel;
  /** Sentences: why there is no chart, and how many figures are not there. */
  readonly said: readonly string[];
  readonly notes: readonly { readonly number: number; readonly text: string }[];
  readonly sources: readonly SourceLine[];
  readonly vintage: string;
  readonly licence: string;
  /** Names of the areas that are shown. */
  readonly areas: string;
}

/** More figures than this are not shown at once. */
export const MOST_FIGURES = 5_000;

/** There is nothing to show of a choice, and why. */
export interface Nothing {
  readonly settled?: Settled;
  readonly why: string;
}

const WHY_TABLE =
  'These are too many, or too different, figures for one chart that can be read. The table has them all. Choose one area or one period for a chart.';

/** Works out what to show. Rejects as `Facts.query` does. */
export async function explore(
  facts: Facts,
  cubes: ReadonlyMap<string, Cube>,
  asked: ExploreChoice
): Promise<Explored | Nothing> {
  const { catalogue } = facts;
  const there = catalogue.cubes.filter(({ rows }) => rows > 0).map(({ cube }) => cube);
  const usual = there.includes('plans') ? 'plans' : there[0];
  const cube = cubes.get(
    asked.count !== undefined && there.includes(asked.count) ? asked.count : (usual ?? '')
  );
  if (cube === undefined) return { why: 'The figures loaded here hold no counts.' };
  const stands = settle(catalogue, cube, await publishedShapes(facts, cube.id), asked);
  if (stands === undefined) return { why: `No figures of “${cube.name}” are loaded here.` };
  const known: Settled =
    asked.count !== undefined && asked.count !== cube.id
      ? { ...stands, refused: [`The kind of count “${asked.count}” is not loaded here.`, ...stands.refused] }
      : stands;
  const kind = known.periods[0]?.kind;
  const periods = catalogue.manifest.periods
    .filter((period) => period.kind === kind && known.shape.periods.has(period.id))
    .sort((a, b) => (a.end < b.end ? -1 : 1));
  const rows = await exploreRows(facts, {
    cube: cube.id,
    table: known.table.id,
    measure: known.measure.id,
    by: known.by,
    areas: known.areas.map(({ id }) => id),
    periods: periods.map(({ id }) => id)
  });
  const asSettled = withoutEmpty(known, rows);
  const combos = combinations(catalogue, asSettled, rows);
  const asMany = asSettled.areas.length * combos.length * asSettled.periods.length;
  if (asMany > MOST_FIGURES)
    return {
      settled: asSettled,
      why: `That would be ${number(asMany)} figures, more than a page can show well. Choose fewer areas or one period. A query in SQL, below, reads them all.`
    };
  const counts = lookupOf(asSettled.by, rows);
  const worked =
    asSettled.choice.per === undefined
      ? undefined
      : await ratesOf({ facts, settled: asSettled, combos, periods, lookup: counts });
  const rates = worked && 'lookup' in worked ? worked : undefined;
  const settled = worked && 'why' in worked ? asCounts(asSettled, worked) : asSettled;
  const lookup = rates?.lookup ?? counts;
  const occasions = occasionsOf(settled, periods, rows);
  const all = figuresOf(catalogue, settled, combos, lookup);
  const figures = occasions === undefined ? all : all.filter((figure) => isHeld(occasions, figure));
  if (figures.every(({ cell, per }) => !isThere(per?.count ?? cell)))
    return {
      settled,
      why: `This table has no figures of ${areasText(settled)} for ${coversText(settled)}. Choose another area or period: the lists hold those that it has.`
    };
  return explored(facts, {
    settled,
    combos,
    figures,
    periods: occasions === undefined ? periods : settled.periods.slice(-1),
    lookup: occasions === undefined ? lookup : inItsPeriod(occasions, lookup),
    recoded: recodedYears(settled, periods, counts),
    occasions,
    rates,
    only: asked.only ?? []
  });
}

/** Every area of a kind means those with any row then: areas come and go. */
function withoutEmpty(settled: Settled, rows: readonly ExploreRow[]): Settled {
  if (!settled.choice.areas.some((name) => AREA_SETS.some((set) => set === name))) return settled;
  const then = new Set(settled.periods.map(({ id }) => id));
  const there = new Set(rows.flatMap(({ area, period }) => (then.has(period) ? [area] : [])));
  return { ...settled, areas: settled.areas.filter(({ id }) => there.has(id)) };
}

/** Counts stand where no rate can be worked out, and it is said why. */
function asCounts(settled: Settled, { why }: NoRates): Settled {
  const { per: _, ...choice } = settled.choice;
  return { ...settled, choice, refused: [...settled.refused, why] };
}

interface Ready {
  readonly settled: Settled;
  readonly combos: readonly (readonly Told[])[];
  readonly figures: readonly Figure[];
  readonly periods: Settled['periods'];
  readonly lookup: ReturnType<typeof lookupOf>;
  readonly recoded: RecodedYears;
  /** Where rounds are told apart, each of which is of one period. */
  readonly occasions: Occasions | undefined;
  /** Where counts are set against the children who live there. */
  readonly rates: Rates | undefined;
  readonly only: readonly Picked[];
}

/** One decimal for rates, and for what is no count. */
const decimalsOf = ({ cube }: Settled, rates: Rates | undefined) =>
  cube.value === 'count' && rates === undefined ? 0 : 1;

/** `per 10,000 children`, `referrals per 10,000 children`: which children are counted the measure says. */
function unitOf({ measure: { unit } }: Settled, rates: Rates | undefined): string {
  if (rates === undefined) return unit.many;
  return unit.many.startsWith('children') ? rates.unit : `${unit.many} ${rates.unit}`;
}

function explored(
  facts: Facts,
  { settled, combos, figures, periods, lookup, recoded, occasions, rates, only }: Ready
): Explored {
  const { manifest, indicators } = facts.catalogue;
  const { measure, by, cube, table } = settled;
  const vary = varying(settled, combos).filter((aspect) => occasions === undefined || aspect !== 'period');
  const filters = filtersOf(settled, combos, periods, only);
  const suggested = suggestChart({
    areas: settled.areas.length,
    periods: occasions === undefined ? settled.periods.length : 1,
    yearly: settled.periods.every(({ kind }) => kind === 'year'),
    members: by.map((_, d) => new Set(combos.map((told) => told[d]?.value)).size)
  });
  const decimals = decimalsOf(settled, rates);
  const unit = unitOf(settled, rates);
  const chart = drawn(suggested, { figures, vary, only: picksOf(filters), unit, decimals, recoded });
  const title = titleOf(settled, rates?.unit);
  const { columns, rows, rowPicks } = tableOf(settled, figures, vary, decimals, rates && unit);
  const linked = linkedChart({
    settled,
    combos,
    figures,
    periods,
    picked: filters,
    lookup,
    recoded,
    unit,
    decimals,
    mark: (members) => markOf(cube, members, indicators)
  });
  const told = [...notesOf(facts, settled), ...(chart?.notes ?? []), ...(linked?.notes ?? [])];
  const notes = [...new Set(told)].map((text, index) => ({ number: index + 1, text }));
  const source = manifest.sources.find(({ id }) => id === table.source);
  const sources = manifest.sources.filter(
    (each) => each === source || (rates?.sources.includes(each.id) ?? false)
  );
  const about = {
    covers: coversText(settled),
    sources: sources.map(sourceText),
    notes: notes.map((note) => note.number)
  };
  const named = `${table.code === undefined ? '' : `${table.code} `}${table.title}`;
  const marks = figures.map((figure) => figure.mark);
  const main: TableFigure = {
    ...about,
    ...marked(marks),
    id: 'explored',
    title,
    table: { caption: `${title}. ${sentence(unit)}`, columns, rows },
    file: ['explore', cube.id, measure.id, ...by, ...(rates ? ['rate'] : [])].join('-')
  };
  const what = listed(filters.map(({ label }) => label));
  return {
    settled,
    suggested,
    picks: chart?.picks ?? {},
    rowPicks: rowPicks.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([, pick]) => vary.includes(pick.aspect)))
    ),
    filters,
    marks: countedIn(marks),
    main:
      chart === undefined
        ? main
        : {
            ...main,
            subtitle: `${sentence(unit)}. Table ${named}.`,
            description: `${title}. ${figures.length > 12 ? 'The figures are in the table below.' : figures.map((figure) => spoken(figure, vary, decimals)).join('; ')}`,
            spec: chart.spec
          },
    ...(linked === undefined
      ? {}
      : {
          linked: {
            ...about,
            ...linked.about,
            id: 'filtered',
            title: `${measure.name}${rates ? ` ${rates.unit}` : ''}: ${what}, ${linked.along}`,
            subtitle: `${linked.whereWhen === '' ? '' : `${linked.whereWhen}. `}Filtered by ${what}. ${linked.behind === undefined ? 'This table has no figure of all to set behind it.' : `Behind it: ${linked.behind}.`}`,
            description: `${measure.name} of ${what}, ${linked.along}${linked.whereWhen === '' ? '' : `, ${linked.whereWhen}`}${linked.behind === undefined ? '' : `, with ${linked.behind} behind it`}.`,
            spec: linked.spec,
            table: linked.table,
            file: ['explore', cube.id, measure.id, 'filtered'].join('-')
          }
        }),
    said: [
      ...settled.refused,
      ...(chart === undefined ? [WHY_TABLE] : []),
      ...(rates?.said(figures) ?? []),
      ...absentText(figures)
    ],
    notes,
    sources: sources.map(sourceLine),
    vintage: sources.map(({ vintage }) => vintage).join('; '),
    licence: source?.licence ?? manifest.licence,
    areas: areasText(settled)
  };
}

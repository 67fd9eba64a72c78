/** What an address asks for, found among the figures that are loaded: area, period, comparator, and what was not found. */
import type { Area } from '#lib/domain/area.ts';
import { dateInWords, type Period } from '#lib/domain/period.ts';
import { COMPARES, type Compare, type ViewPlace } from '#lib/selection/place.ts';
import { findArea, type Catalogue } from '#lib/db/catalogue.ts';
import { comparatorsOf } from '#lib/indicators/comparators.ts';
import { notAmongSimilar } from '#lib/words/compare.ts';
import { countryInSentence } from '#lib/words/place.ts';

/** A question no view can answer, in words for the reader. */
export interface Unanswerable {
  readonly unanswerable: string;
}

export interface CompareChoice {
  readonly id: Compare;
  readonly label: string;
}

export interface Setting {
  readonly area: Area;
  readonly period: Period;
  readonly previous: Period | undefined;
  /** The reporting years that can be asked for, in order. */
  readonly offered: readonly Period[];
  /** Those of them whose figures come from the same source as the one that is shown, so that a series may hold them. */
  readonly years: readonly Period[];
  readonly compare: Compare;
  readonly compareChoices: readonly CompareChoice[];
  /** The country that the area lies in, whichever it is; the area itself where the figures name none. */
  readonly england: Area;
  readonly region: Area | undefined;
  /** Similar areas; empty where they are too few or too unlike to compare with. */
  readonly neighbours: readonly string[];
  readonly notices: readonly string[];
  /** No official figure reaches this far, so that the area has only its own past to stand beside. */
  readonly alone: boolean;
}

/** What a sentence calls the country that areas are compared with. */
export const countryName = ({ name }: Pick<Area, 'name'>): string => countryInSentence(name);

/** Of other nations nobody here knows what their publishers publish: no more is sure than that it is not loaded. */
export const isAbroad = ({ manifest }: Pick<Catalogue, 'manifest'>): boolean =>
  manifest.nation !== undefined && manifest.nation !== 'england';

function choose(
  area: Area,
  region: Area | undefined,
  hasNeighbours: boolean,
  country: Area | undefined
): readonly CompareChoice[] {
  const name = country === undefined ? '' : countryName(country);
  const choices: Record<Compare, string | undefined> = {
    neighbours: hasNeighbours ? `similar areas and ${name}` : undefined,
    region: region ? `${region.name} and ${name}` : undefined,
    england: country === undefined || country.id === area.id ? 'Its own past' : `${name} only`
  };
  return COMPARES.flatMap((id) => {
    const label = choices[id];
    return label === undefined ? [] : [{ id, label }];
  });
}

/** After the last year that is published: from own figures alone. */
const isLater = ({ own }: Catalogue, { end }: Period) => own !== undefined && end > own.after;

/** After the last year that is published there are pages only of areas with figures of their own. */
function hasYear({ own }: Catalogue, area: string, { id, end }: Period): boolean {
  return own === undefined || end <= own.after || own.yearsAfter[area]?.includes(id) === true;
}

/** Resolves an address. What it asks for and is not there is said in `notices`, and the nearest is taken. */
export function settingOf(catalogue: Catalogue, place: ViewPlace): Setting | Unanswerable {
  const { manifest } = catalogue;
  const area = findArea(catalogue, place.area);
  if (!area) return { unanswerable: `There is no area called “${place.area}” in the figures loaded here.` };
  const england = manifest.areas.find((candidate) => candidate.kind === 'country') ?? area;
  const notices: string[] = [];
  const offered = manifest.periods
    .filter((period) => period.kind === 'year')
    .filter((period) => Number(period.id) >= (area.from ?? 0) && Number(period.id) <= (area.to ?? 9999))
    .filter((period) => hasYear(catalogue, area.id, period))
    .sort((a, b) => (a.end < b.end ? -1 : 1));
  const latest = offered.at(-1);
  const asked = place.period === undefined ? latest : offered.find((year) => year.id === place.period);
  const period = asked ?? latest;
  if (!period) return { unanswerable: `There are no yearly figures for ${area.name}.` };
  if (!asked)
    notices.push(
      `This link asks for “${place.period ?? ''}”, which is not among the years with figures for ${area.name}. The latest year is shown.`
    );
  const years = offered.filter((year) => isLater(catalogue, year) === isLater(catalogue, period));
  const previous = years[years.indexOf(period) - 1];
  const alone = isLater(catalogue, period);
  const { region, neighbours, unlike } = alone
    ? { region: undefined, neighbours: [], unlike: false }
    : comparatorsOf(catalogue, area);
  if (unlike) notices.push(notAmongSimilar({ why: 'mostlyNotClose', withData: 0 }, area.name));
  const compareChoices = choose(area, region, neighbours.length > 0, alone ? undefined : england);
  const first = neighbours.length > 0 ? 'neighbours' : 'england';
  const possible = compareChoices.some((choice) => choice.id === place.compare);
  const compare = possible && place.compare ? place.compare : first;
  if (alone && catalogue.own)
    notices.push(
      `Official figures end on ${dateInWords(catalogue.own.after)}. After that day ${area.name} has only its own past to stand beside.`
    );
  else if (!possible && place.compare !== undefined)
    notices.push(`This link asks for a comparison that ${area.name} does not have. Another is shown.`);
  return {
    area,
    period,
    previous,
    offered,
    years,
    compare,
    compareChoices,
    england,
    region,
    neighbours,
    notices,
    alone
  };
}

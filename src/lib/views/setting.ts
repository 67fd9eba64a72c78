/** What an address asks for, found among the figures that are loaded: area, period, comparator, and what was not found. */
import type { Area } from '#lib/domain/area.ts';
import type { Period } from '#lib/domain/period.ts';
import { COMPARES, type Compare, type ViewPlace } from '#lib/selection/place.ts';
import { mostlyNotClose } from '#lib/stats/compare.ts';
import { findArea, type Catalogue } from '#lib/db/catalogue.ts';

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
  /** The reporting years in which this area has figures of its own, in order. */
  readonly years: readonly Period[];
  readonly compare: Compare;
  readonly compareChoices: readonly CompareChoice[];
  readonly england: Area;
  readonly region: Area | undefined;
  /** Similar areas; empty where they are too few or too unlike to compare with. */
  readonly neighbours: readonly string[];
  readonly notices: readonly string[];
}

function neighboursOf(catalogue: Catalogue, area: Area): { list: readonly string[]; why?: string } {
  const listed = catalogue.neighbours.filter((neighbour) => neighbour.area === area.id);
  if (listed.length === 0) return { list: [] };
  if (mostlyNotClose(listed))
    return {
      list: [],
      why: `No area is close enough to ${area.name} to call similar.`
    };
  return { list: listed.map((neighbour) => neighbour.neighbour) };
}

function choose(area: Area, region: Area | undefined, hasNeighbours: boolean): readonly CompareChoice[] {
  const choices: Record<Compare, string | undefined> = {
    neighbours: hasNeighbours ? 'similar areas and England' : undefined,
    region: region ? `${region.name} and England` : undefined,
    england: area.kind === 'country' ? 'Its own past' : 'England only'
  };
  return COMPARES.flatMap((id) => {
    const label = choices[id];
    return label === undefined ? [] : [{ id, label }];
  });
}

/** Resolves an address. What it asks for and is not there is said in `notices`, and the nearest is taken. */
export function settingOf(catalogue: Catalogue, place: ViewPlace): Setting | Unanswerable {
  const { manifest } = catalogue;
  const area = findArea(catalogue, place.area);
  const england = manifest.areas.find((candidate) => candidate.kind === 'country');
  if (!area || !england)
    return { unanswerable: `There is no area called “${place.area}” in the figures loaded here.` };
  const notices: string[] = [];
  const years = manifest.periods
    .filter((period) => period.kind === 'year')
    .filter((period) => Number(period.id) >= (area.from ?? 0) && Number(period.id) <= (area.to ?? 9999))
    .sort((a, b) => (a.end < b.end ? -1 : 1));
  const latest = years.at(-1);
  const asked = place.period === undefined ? latest : years.find((year) => year.id === place.period);
  const period = asked ?? latest;
  if (!period) return { unanswerable: `There are no yearly figures for ${area.name}.` };
  if (!asked)
    notices.push(
      `This link asks for “${place.period ?? ''}”, which is not among the years with figures for ${area.name}. The latest year is shown.`
    );
  const previous = years[years.indexOf(period) - 1];
  const parent = manifest.areas.find((candidate) => candidate.id === area.parent);
  const region = parent?.kind === 'region' ? parent : undefined;
  const similar = neighboursOf(catalogue, area);
  if (similar.why) notices.push(similar.why);
  const compareChoices = choose(area, region, similar.list.length > 0);
  const first = similar.list.length > 0 ? 'neighbours' : 'england';
  const possible = compareChoices.some((choice) => choice.id === place.compare);
  const compare = possible && place.compare ? place.compare : first;
  if (!possible && place.compare !== undefined)
    notices.push(`This link asks for a comparison that ${area.name} does not have. Another is shown.`);
  return {
    area,
    period,
    previous,
    years,
    compare,
    compareChoices,
    england,
    region,
    neighbours: similar.list,
    notices
  };
}

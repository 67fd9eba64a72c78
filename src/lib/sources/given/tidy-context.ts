/** What the rows of own files are read against: areas, periods and members that are known. */
import type { Area } from '#lib/domain/area.ts';
import type { Dimension } from '#lib/domain/cube.ts';
import { reportingYearOf, periodOf, type Calendar } from '#lib/domain/period.ts';
import type { ManifestFrame } from '../bundle-manifest.ts';
import { areaSpelling } from './spelt-area.ts';
import type { LocalMembers } from './spelt-member.ts';
import { speltPeriod, type MeasureKind } from './spelt-period.ts';
import { distinct, fold, type Meaning, type Spelt } from './spelling.ts';

export interface TidyContext {
  readonly area: (text: string, year?: number) => Spelt;
  readonly period: (text: string, kind: MeasureKind) => Spelt;
  readonly local: (dimension: Dimension) => LocalMembers;
  /** The one area all rows are of, where they do not say it. */
  readonly onlyArea?: Meaning;
  /** Areas and periods that somebody may have meant by a name that is none. */
  readonly areas: readonly Meaning[];
  readonly periods: readonly Meaning[];
  /** Where areas, agencies and tiers are written down, if they can be: in words, for a remedy. */
  readonly declared: Declared;
}

export interface Declared {
  readonly areas: string;
  readonly agencies: string;
  readonly tiers?: string;
}

/** Lists that dimensions of the dictionary are open to. */
export interface OpenLists {
  readonly tiers: readonly Meaning[];
  readonly agencies: readonly Meaning[];
  readonly categories: readonly Meaning[];
  readonly areas: readonly Meaning[];
  readonly rounds: readonly Meaning[];
}

/** What a dimension may hold beside the dictionary’s members. */
export function localMembers(lists: OpenLists): (dimension: Dimension) => LocalMembers {
  return ({ open }) => {
    switch (open) {
      case 'tiers':
      case 'agencies':
      case 'categories':
      case 'areas':
      case 'rounds':
        return { members: lists[open], open: false };
      case 'indicators':
      case 'tools':
      case 'standards':
        return { members: [], open: true };
      case undefined:
        return { members: [], open: false };
      default:
        return open satisfies never;
    }
  };
}

/** A bundle that has its own manifest: only what it lists can be meant. */
export function contextOfFrame(frame: ManifestFrame, rounds: readonly Meaning[]): TidyContext {
  const periods = new Map(frame.periods.map(({ id, label }) => [id, { id, name: label }]));
  return {
    area: areaSpelling(frame.areas),
    period: (text, kind) => {
      const own = periods.get(text);
      if (own !== undefined) return { meanings: [own] };
      const labelled = [...periods.values()].filter(({ name }) => fold(name) === fold(text));
      if (labelled.length > 0) return { meanings: labelled };
      return { meanings: speltPeriod(text, kind).meanings.flatMap(({ id }) => periods.get(id) ?? []) };
    },
    local: localMembers({
      tiers: frame.tiers,
      agencies: frame.agencies,
      categories: frame.categories,
      areas: frame.areas,
      rounds
    }),
    areas: frame.areas,
    periods: [...periods.values()],
    declared: { areas: 'bundle.json', agencies: 'bundle.json', tiers: 'bundle.json' }
  };
}

/** Periods that a misspelt one may have meant: reporting years, with their quarters. */
export const USUAL_PERIODS: readonly Meaning[] = Array.from({ length: 30 }, (_, at) => 2010 + at).flatMap(
  (year) =>
    [String(year), ...[1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`)].flatMap((id) => {
      const period = periodOf(id);
      return period === undefined ? [] : [{ id, name: period.label }];
    })
);

/** Files without a manifest: areas that are official or said in About, and any period. */
export function contextOfAbout(said: {
  readonly areas: readonly Area[];
  readonly own: readonly Meaning[];
  readonly localities: readonly Meaning[];
  readonly agencies: readonly Meaning[];
  readonly rounds: readonly Meaning[];
  readonly calendar: Calendar | undefined;
  readonly declared: Declared;
}): TidyContext {
  const [only, ...more] = distinct(said.own);
  return {
    area: areaSpelling(said.areas),
    period: (text, kind) => speltPeriod(text, kind, said.calendar),
    local: localMembers({
      tiers: [],
      categories: [],
      agencies: said.agencies,
      areas: said.localities,
      rounds: said.rounds
    }),
    ...(only !== undefined && more.length === 0 ? { onlyArea: only } : {}),
    areas: distinct([...said.localities, ...said.areas]),
    periods: USUAL_PERIODS,
    declared: said.declared
  };
}

/** The reporting year a period ends in, by its id. */
export function yearOf(period: string): number | undefined {
  const found = periodOf(period);
  return found === undefined ? undefined : reportingYearOf(found.end);
}

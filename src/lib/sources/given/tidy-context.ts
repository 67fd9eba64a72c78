/** What the rows of own files are read against: areas, periods and members that are known. */
import type { Area } from '#lib/domain/area.ts';
import type { Dimension } from '#lib/domain/cube.ts';
import { reportingYearOf, periodOf } from '#lib/domain/period.ts';
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
  /** Where areas, agencies and localities are written down: in words, for a remedy. */
  readonly declared: string;
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
    declared: 'bundle.json'
  };
}

/** Files without a manifest: areas that are official or said in About, and any period. */
export function contextOfAbout(said: {
  readonly areas: readonly Area[];
  readonly own: readonly Meaning[];
  readonly localities: readonly Meaning[];
  readonly agencies: readonly Meaning[];
  readonly rounds: readonly Meaning[];
  readonly declared: string;
}): TidyContext {
  const [only, ...more] = distinct(said.own);
  return {
    area: areaSpelling(said.areas),
    period: speltPeriod,
    local: localMembers({
      tiers: [],
      categories: [],
      agencies: said.agencies,
      areas: said.localities,
      rounds: said.rounds
    }),
    ...(only !== undefined && more.length === 0 ? { onlyArea: only } : {}),
    declared: said.declared
  };
}

/** The reporting year a period ends in, by its id. */
export function yearOf(period: string): number | undefined {
  const found = periodOf(period);
  return found === undefined ? undefined : reportingYearOf(found.end);
}

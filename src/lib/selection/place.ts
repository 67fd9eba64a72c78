/** Where a reader is: a view of an area, looked at in a certain way, the list of indicators, or one of the plain pages. */
import type { ExploreKeys } from './explore.ts';

/** The views that every area has. */
export const VIEWS = ['overview', 'prevalence', 'age', 'agencies', 'audits', 'journey', 'strategy'] as const;
export type AreaView = (typeof VIEWS)[number];
export type View = AreaView | 'indicator';

export const COMPARES = ['neighbours', 'region', 'england'] as const;
export type Compare = (typeof COMPARES)[number];

export const PAGES = [
  'home',
  'areas',
  'data',
  'data/guide',
  'data/templates',
  'data/protect',
  'data/disclosure',
  'data/complete',
  'data/rules',
  'own',
  'agenda',
  'report',
  'methods',
  'glossary',
  'accessibility',
  'privacy'
] as const;
export type Page = (typeof PAGES)[number];

/** The area whose figures a page of an indicator shows where none is asked for. */
export const WHOLE_COUNTRY = 'england';

export interface ViewPlace {
  readonly page: 'view';
  /** The area's slug. */
  readonly area: string;
  readonly view: View;
  /** For the view `indicator`, and for it alone: which one, in small letters. */
  readonly indicator?: string;
  /** Absent means the default: the latest period, similar areas, the vintage that is loaded. */
  readonly period?: string;
  readonly compare?: Compare;
  readonly vintage?: string;
}

/** The list of indicators and what it is narrowed to. Words typed into its search are private state. */
export interface CataloguePlace {
  readonly page: 'indicators';
  readonly group?: string;
  readonly feed?: string;
  readonly mark?: string;
  /** `yes`: only those with figures here; `no`: only those without. */
  readonly figures?: string;
}

/** The analyst's bench, and what is chosen there. SQL is private state. */
export type ExplorePlace = { readonly page: 'explore' } & ExploreKeys;

export type Place = ViewPlace | CataloguePlace | ExplorePlace | { readonly page: Page };

/** The page of an indicator, for the area and in the way that something else is looked at. */
export function indicatorPlace(indicator: string, from: Partial<ViewPlace> = {}): ViewPlace {
  const { area = WHOLE_COUNTRY, period, compare, vintage } = from;
  return {
    page: 'view',
    view: 'indicator',
    indicator: indicator.toLowerCase(),
    area,
    ...(period === undefined ? {} : { period }),
    ...(compare === undefined ? {} : { compare }),
    ...(vintage === undefined ? {} : { vintage })
  };
}

/** Where a reader is: a view of an area, looked at in a certain way, or one of the plain pages. */

export const VIEWS = ['overview', 'prevalence'] as const;
export type View = (typeof VIEWS)[number];

export const COMPARES = ['neighbours', 'region', 'england'] as const;
export type Compare = (typeof COMPARES)[number];

export const PAGES = ['home', 'areas', 'data', 'methods', 'glossary', 'accessibility', 'privacy'] as const;
export type Page = (typeof PAGES)[number];

export interface ViewPlace {
  readonly page: 'view';
  /** The area's slug. */
  readonly area: string;
  readonly view: View;
  /** Absent means the default: the latest period, similar areas, the vintage that is loaded. */
  readonly period?: string;
  readonly compare?: Compare;
  readonly vintage?: string;
}

export type Place = ViewPlace | { readonly page: Page };

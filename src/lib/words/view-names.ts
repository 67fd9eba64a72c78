import type { AreaView } from '#lib/selection/place.ts';

/** What each view of an area is called, in links and titles. */
export const VIEW_NAMES: Readonly<Record<AreaView, string>> = {
  overview: 'Overview',
  prevalence: 'Prevalence',
  age: 'Age',
  agencies: 'Agencies',
  audits: 'Audits',
  journey: 'Journey',
  strategy: 'Strategy'
};

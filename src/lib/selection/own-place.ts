/** Views of figures that a reader loaded: all that tells of them stays behind `#`, which no server ever sees. */
import { ADDRESSING, type Addressing } from './addressing.ts';
import type { ExploreKeys } from './explore.ts';
import { COMPARES, VIEWS, WHOLE_COUNTRY, type ViewPlace } from './place.ts';
import { privateHref, type PrivateState } from './private-state.ts';

const OWN = { page: 'own' } as const;

/** The address of a view of loaded figures. Only what differs from the default is written. */
export function ownHref(place: ViewPlace, addressing: Addressing = ADDRESSING): string {
  const { area, view, indicator, period, compare } = place;
  return privateHref(
    OWN,
    {
      area,
      ...(view === 'overview' ? {} : { view }),
      ...(indicator === undefined ? {} : { indicator }),
      ...(period === undefined ? {} : { period }),
      ...(compare === undefined ? {} : { compare })
    },
    addressing
  );
}

/** The whole address, for copying. `document` is the address of the page it is copied from. */
export function ownLink(place: ViewPlace, document: string): string {
  return new URL(ownHref(place), document.replace(/[?#].*$/s, '')).href;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PERIOD = /^[A-Za-z0-9]{1,24}$/;

/** The view that a fragment asks for; undefined where it names no area. What it does not understand is left out. */
export function ownPlace(state: PrivateState): ViewPlace | undefined {
  const area = state.area?.toLowerCase() ?? (state.indicator === undefined ? undefined : WHOLE_COUNTRY);
  if (area === undefined || !SLUG.test(area)) return undefined;
  const indicator = state.indicator?.toLowerCase();
  const compare = COMPARES.find((each) => each === state.compare);
  const period = state.period !== undefined && PERIOD.test(state.period) ? { period: state.period } : {};
  const rest = { area, ...period, ...(compare === undefined ? {} : { compare }) };
  if (indicator !== undefined && SLUG.test(indicator))
    return { page: 'view', view: 'indicator', indicator, ...rest };
  return { page: 'view', view: VIEWS.find((each) => each === state.view) ?? 'overview', ...rest };
}

/** Explore among loaded figures: the value of `view` that no area needs. */
export const OWN_EXPLORE = 'explore';

/** The address of Explore among loaded figures, with what is chosen there and, where there is one, a query. */
export function ownExploreHref(
  { keys, sql }: { readonly keys?: ExploreKeys; readonly sql?: string | undefined } = {},
  addressing: Addressing = ADDRESSING
): string {
  return privateHref(
    OWN,
    {
      view: OWN_EXPLORE,
      ...(keys === undefined ? {} : { explore: keys }),
      ...(sql === undefined ? {} : { sql })
    },
    addressing
  );
}

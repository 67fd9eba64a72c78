/** What a reader of Explore has chosen, and how addresses spell it: in a query, or behind `#` for loaded figures. */

/** One thing a reader picked out to filter by: a member of a dimension, an `area` by its slug, or a `period`. */
export interface Picked {
  readonly aspect: string;
  readonly value: string;
}

export interface ExploreChoice {
  /** Id of the kind of count. */
  readonly count?: string;
  readonly measure?: string;
  /** Dimensions that are told apart. */
  readonly by?: readonly string[];
  /** Where more than one table publishes the combination. */
  readonly table?: string;
  /** Slugs of areas, or the name of one of `AREA_SETS`. */
  readonly areas?: readonly string[];
  /** Ids of periods, or the name of one of `PERIOD_SETS`. */
  readonly periods?: readonly string[];
  /** `RATE_PER`, where counts are set against the children who live there. */
  readonly per?: string;
  /** What is filtered by, in the order it was picked. */
  readonly only?: readonly Picked[];
}

/** Rates are for every so many children. */
export const RATE_PER = 10_000;

/** All areas of a kind; areas of the same slug come first. */
export const AREA_SETS = ['every-authority', 'every-region'] as const;
/** All periods of a kind that the figures have. */
export const PERIOD_SETS = ['years', 'quarters', 'months', 'dates', 'rounds'] as const;

export const EXPLORE_KEYS = ['count', 'measure', 'by', 'table', 'areas', 'periods', 'per', 'only'] as const;
export type ExploreKey = (typeof EXPLORE_KEYS)[number];

/** A choice as the keys of an address. */
export type ExploreKeys = Readonly<Partial<Record<ExploreKey, string>>>;

const ID = /^[a-z0-9_]{1,60}$/;
const LIST = /^[A-Za-z0-9_-]{1,80}(\.[A-Za-z0-9_-]{1,80})*$/;
const PAIRS = /^[a-z0-9_]{1,60}-[A-Za-z0-9_-]{1,80}(\.[a-z0-9_]{1,60}-[A-Za-z0-9_-]{1,80})*$/;

/** What each key may say, for addresses that somebody typed. */
export const EXPLORE_PATTERNS: Readonly<Record<ExploreKey, RegExp>> = {
  count: ID,
  measure: ID,
  by: LIST,
  table: /^[a-z0-9-]{1,80}$/,
  areas: LIST,
  periods: LIST,
  per: new RegExp(`^${String(RATE_PER)}$`),
  only: PAIRS
};

const list = (items: readonly string[] | undefined) =>
  items === undefined || items.length === 0 ? undefined : items.join('.');

/** `{by: [age, sex]}` → `by=age.sex`; a pick of an area is `only=area-leeds`. */
export function keysOfChoice({
  count,
  measure,
  by,
  table,
  areas,
  periods,
  per,
  only
}: ExploreChoice): ExploreKeys {
  const keys: Record<ExploreKey, string | undefined> = {
    count,
    measure,
    by: list(by),
    table,
    areas: list(areas),
    periods: list(periods),
    per,
    only: list(only?.map(({ aspect, value }) => `${aspect}-${value}`))
  };
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined));
}

/** Reads `keysOfChoice` back. What is no choice is left out. */
export function choiceOfKeys(keys: ExploreKeys): ExploreChoice {
  const said = (key: ExploreKey) => {
    const value = keys[key];
    return value !== undefined && EXPLORE_PATTERNS[key].test(value) ? value : undefined;
  };
  const parts = (key: ExploreKey) => said(key)?.split('.');
  const only = parts('only')?.map((pair): Picked => {
    const at = pair.indexOf('-');
    return { aspect: pair.slice(0, at), value: pair.slice(at + 1) };
  });
  const [count, measure, table, per] = [said('count'), said('measure'), said('table'), said('per')];
  const [by, areas, periods] = [parts('by'), parts('areas'), parts('periods')];
  return {
    ...(count === undefined ? {} : { count }),
    ...(measure === undefined ? {} : { measure }),
    ...(by === undefined ? {} : { by }),
    ...(table === undefined ? {} : { table }),
    ...(areas === undefined ? {} : { areas }),
    ...(periods === undefined ? {} : { periods }),
    ...(per === undefined ? {} : { per }),
    ...(only === undefined ? {} : { only })
  };
}

/** The choice with a pick added, or taken out where it is there already; one pick of each aspect. */
export function togglePicks(choice: ExploreChoice, picks: readonly Picked[]): ExploreChoice {
  const { only = [], ...rest } = choice;
  const has = (pick: Picked) =>
    only.some(({ aspect, value }) => aspect === pick.aspect && value === pick.value);
  const kept = only.filter((each) => !picks.some(({ aspect }) => aspect === each.aspect));
  const next = picks.every(has) ? kept : [...kept, ...picks];
  return next.length === 0 ? rest : { ...rest, only: next };
}

/** The made-up national return: of the three authorities, of others to compare with, of a region and a country. */
import { known } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { observed } from './count.ts';
import { REPORTING_YEARS, spanOf } from './days.ts';
import type { Life } from './life.ts';
import { COUNTRY, IN_REGION, OTHERS, OWN, REGION } from './places.ts';
import { childrenIn } from './population.ts';
import type { Sketch } from './tables.ts';
import { NATIONAL, NATIONAL_ONLY } from './tables-national.ts';

const SPANS = REPORTING_YEARS.map(spanOf);

/** Of other authorities only what somebody would set beside one’s own: measures, and rows by their members. */
const OF_OTHERS: Readonly<
  Record<string, { readonly measures?: readonly string[]; readonly rows?: readonly string[] }>
> = {
  'in-need': {},
  'cin-plans': {},
  'primary-need': { rows: [ALL, 'n1'] },
  referrals: {},
  'referrals-by-source': { rows: [ALL, 'police', 'schools', 'health'] },
  assessments: {},
  'assessment-factors': { rows: [ALL, 'f16a'] },
  'enquiries-conferences': { measures: ['section47', 'conference_children'] },
  plans: { measures: ['open', 'started', 'started_children'] },
  'plans-by-category': { rows: ['all all', 'all neglect', 'all multiple'] },
  'plan-starts-by-category': { rows: ['all all', 'neglect all'] },
  'plan-starts-repeat': {},
  'plans-by-duration': { rows: [ALL, 'y2plus'] },
  'plan-ends-by-duration': { rows: [ALL, 'y2plus'] }
};

export interface NationalTable {
  readonly sketch: Sketch;
  readonly rows: Observation[];
}

export function nationalTables(): NationalTable[] {
  return [...NATIONAL, ...NATIONAL_ONLY].map((sketch) => ({ sketch, rows: [] }));
}

/** Counts one authority’s life into the national tables, and into the sums that make the country and the region. */
export function addAuthority(tables: readonly NationalTable[], sums: Sums, area: string, life: Life): void {
  const isOwn = OWN[area] !== undefined;
  for (const { sketch, rows } of tables)
    for (const counting of sketch.counts) {
      const counted = observed(counting, area, life, SPANS);
      if (!isOwn) sums.add(sketch.id, area, counted);
      if (NATIONAL_ONLY.includes(sketch)) continue;
      rows.push(...(isOwn ? counted : counted.filter((row) => isOfOthers(sketch.id, row))));
    }
}

function isOfOthers(table: string, { measure, members }: Observation): boolean {
  const kept = OF_OTHERS[table];
  return (
    kept !== undefined &&
    (kept.measures?.includes(measure) ?? true) &&
    (kept.rows?.includes(members.join(' ')) ?? true)
  );
}

/** The other authorities’ counts, by table, period and row: as many times as many children are those of the country. */
export class Sums {
  readonly #country = new Map<string, number>();
  readonly #region = new Map<string, number>();

  add(table: string, area: string, rows: readonly Observation[]): void {
    for (const row of rows) {
      const key = keyOf(table, row);
      const value = row.cell.kind === 'known' ? row.cell.value : 0;
      this.#country.set(key, (this.#country.get(key) ?? 0) + value);
      if (IN_REGION.includes(area)) this.#region.set(key, (this.#region.get(key) ?? 0) + value);
    }
  }

  /** Rounded to the nearest 10, as national figures are. */
  rowsOf({ sketch }: NationalTable): Observation[] {
    const isCountryOnly = NATIONAL_ONLY.includes(sketch);
    return sketch.counts.flatMap(({ measure, rows }) =>
      REPORTING_YEARS.flatMap(({ id: period }) =>
        rows.flatMap((members) => {
          const key = keyOf(sketch.id, { period, measure, members });
          const year = Number(period);
          const row = (area: string, among: readonly string[], sum: number): Observation => {
            const peopled = among.reduce((total, each) => total + childrenIn(each, year), 0);
            const value = 10 * Math.round((sum * childrenIn(area, year)) / peopled / 10);
            return { area, period, measure, members, cell: known(value) };
          };
          return [
            row(COUNTRY, Object.keys(OTHERS), this.#country.get(key) ?? 0),
            ...(isCountryOnly ? [] : [row(REGION, IN_REGION, this.#region.get(key) ?? 0)])
          ];
        })
      )
    );
  }
}

function keyOf(
  table: string,
  { period, measure, members }: Pick<Observation, 'period' | 'measure' | 'members'>
) {
  return [table, period, measure, ...members].join('|');
}

import { ALL } from '#lib/domain/cube.ts';
import type { FieldTable, Series } from './field-table.ts';
import { areaName, periodName, type Field, type FieldRule, type Found } from './rule.ts';

/** Smaller counts may be the same by chance. */
const LARGE = 20;
const SAYS_N1 = /\bN1\b|abuse (?:or|and|\/|&) neglect/i;

interface Told {
  readonly table: FieldTable;
  readonly at: number;
  readonly area: string;
  readonly period: string;
  readonly measure: string;
  readonly value: number;
}

/** Figures given as neglect that are, to the child, those of primary need N1, “abuse or neglect”. */
export const n1AsNeglect: FieldRule = {
  id: 'n1-as-neglect',
  severity: 'error',
  *check(field) {
    const tables = field.tables.filter(({ cube }) => cube.id === 'primary_need');
    const needs = new Map(
      tables.flatMap((table) => told(table, { need: 'n1' })).map((each) => [keyOf(each), each])
    );
    if (needs.size === 0) return;
    for (const table of field.tables) {
      const within = table.cube.id === 'primary_need';
      if (!within && table.cube.id !== 'known' && table.cube.id !== 'work') continue;
      const members = within ? [{ neglect: 'yes' }, { need: 'n1', neglect: 'yes' }] : [{ neglect: 'yes' }];
      for (const each of members) {
        const same = told(table, each).filter((figure) => needs.has(keyOf(figure)));
        const [first] = same;
        if (first !== undefined && timesOf(field, same) > 1) yield found(field, first, same.length);
      }
    }
  }
};

/** How often it is so: the year to March and its last quarter have one day, and an area of one authority its figures. */
function timesOf({ periods }: Field, same: readonly Told[]): number {
  return new Set(same.map(({ period, value }) => `${periods.get(period)?.end ?? period} ${value}`)).size;
}

const keyOf = ({ area, period, value, measure }: Told) => `${area}|${period}|${value}|${measure}`;

/** Figures that are not small, of these members of dimensions; every other dimension is all, or a tier. */
function told(table: FieldTable, wanted: Readonly<Record<string, string>>): Told[] {
  const dimensions = table.table.dimensions;
  if (Object.keys(wanted).some((id) => !dimensions.includes(id))) return [];
  const isThis = ({ members }: Series) =>
    dimensions.every((id, at) => {
      const member = members[at] ?? ALL;
      return id === 'tier' && wanted[id] === undefined ? true : member === (wanted[id] ?? ALL);
    });
  return table.series.filter(isThis).flatMap(({ area, measure, at }) =>
    at.flatMap((place): Told[] => {
      const value = table.value(place);
      const period = table.observations[place]?.period ?? '';
      return value === undefined || value < LARGE
        ? []
        : [{ table, at: place, area, period, measure: measure.id, value }];
    })
  );
}

function found(field: Field, { table, at, area, period, value }: Told, times: number): Found {
  const merged = mergedIn(table);
  return {
    file: table.file,
    row: table.row(at),
    column: 'neglect',
    value: 'yes',
    rows: times,
    message: `${areaName(field, area)}, ${periodName(field, period)}: the ${value} given as neglect are as many as have the primary need N1, which is abuse or neglect`,
    remedy: `${merged === undefined ? 'Leave these rows out' : `Choose ${merged} in the column “Neglect”`}, or count those for whom neglect itself is recorded.`
  };
}

/** What abuse counted with neglect is called, where the table can say it. */
function mergedIn(table: FieldTable): string | undefined {
  const name = table.dimensions
    .find(({ id }) => id === 'neglect')
    ?.members.find(({ id }) => id === 'merged')?.name;
  return name === undefined ? undefined : `${name} (code merged)`;
}

/** A table whose name speaks of “abuse or neglect” and whose rows say neglect. */
export const n1Named: FieldRule = {
  id: 'n1-named',
  severity: 'warning',
  *check({ bundle, tables }) {
    const sources = new Map(
      bundle.manifest.sources.map(({ id, title, edition }) => [id, `${title} ${edition}`])
    );
    for (const table of tables) {
      const position = table.table.dimensions.indexOf('neglect');
      if (position < 0) continue;
      const words = [table.table.title, sources.get(table.table.source) ?? ''];
      const says = words.find((text) => SAYS_N1.test(text));
      const series = table.series.find(({ members }) => members[position] === 'yes');
      if (says === undefined || series === undefined) continue;
      const merged = mergedIn(table);
      yield {
        file: table.file,
        row: table.row(series.at[0] ?? 0),
        column: 'neglect',
        value: 'yes',
        message: 'the table or its source speaks of “abuse or neglect” (N1), and its rows say neglect',
        remedy: `${merged === undefined ? 'Leave these rows out' : `Choose ${merged}`} where abuse is counted with neglect: N1 is not neglect.`
      };
    }
  }
};

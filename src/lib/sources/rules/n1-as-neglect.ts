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
    const needs = new Map(
      field.tables
        .filter(({ cube }) => cube.id === 'primary_need')
        .flatMap((table) => told(table, 'need', 'n1'))
        .map((each) => [`${each.area}|${each.period}|${each.value}|${each.measure}`, each])
    );
    if (needs.size === 0) return;
    for (const table of field.tables) {
      if (table.cube.id !== 'known' && table.cube.id !== 'work') continue;
      const same = told(table, 'neglect', 'yes').filter(({ area, period, value, measure }) =>
        needs.has(`${area}|${period}|${value}|${measure}`)
      );
      const [first] = same;
      if (first === undefined || same.length < 2) continue;
      yield found(field, first, same.length);
    }
  }
};

/** Figures that are not small, of one member of a dimension; every other dimension is all, or a tier. */
function told(table: FieldTable, dimension: string, member: string): Told[] {
  const position = table.table.dimensions.indexOf(dimension);
  const isThis = ({ members }: Series) =>
    members[position] === member &&
    members.every((each, at) => at === position || each === ALL || table.table.dimensions[at] === 'tier');
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
  return {
    file: table.file,
    row: table.row(at),
    column: 'neglect',
    value: 'yes',
    message: `${areaName(field, area)}, ${periodName(field, period)}: the ${value} given as neglect are as many as have the primary need N1, which is abuse or neglect (so in ${times} rows)`,
    remedy: 'Write “merged” in the column neglect, or count those for whom neglect itself is recorded.'
  };
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
      yield {
        file: table.file,
        row: table.row(series.at[0] ?? 0),
        column: 'neglect',
        value: 'yes',
        message: 'the table or its source speaks of “abuse or neglect” (N1), and its rows say neglect',
        remedy: 'Write “merged” where abuse is counted with neglect: N1 is not neglect.'
      };
    }
  }
};

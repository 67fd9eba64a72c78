import { ALL } from '#lib/domain/cube.ts';
import type { FieldTable, Series } from './field-table.ts';
import type { FieldRule } from './rule.ts';

/** So many groups have to come to a hundred before it is no chance. */
const ENOUGH = 4;

/** Parts that come to 100 every time, or a total or N that is 100 every time, are percentages that lost their sign. */
export const percentForCount: FieldRule = {
  id: 'percent-for-count',
  severity: 'warning',
  *check({ tables }) {
    for (const table of tables) {
      const position = table.dimensions.findIndex(({ relation }) => relation === 'partition');
      const found = table.cube.outOf ? isOfHundred(table) : position >= 0 && addsToHundred(table, position);
      if (!found) continue;
      yield {
        file: table.file,
        row: table.row(0),
        column: table.cube.outOf ? 'of' : 'value',
        message: table.cube.outOf
          ? 'everything in the table is out of 100, as percentages are'
          : `the parts by ${table.dimensions[position]?.name.toLowerCase() ?? ''} come to 100 each time, as percentages do`,
        remedy: 'Give how many were counted, and out of how many. Percentages are worked out from them.'
      };
    }
  }
};

function isOfHundred(table: FieldTable): boolean {
  const whole = table.observations.flatMap(({ of }) => (of?.kind === 'known' ? [of.value] : []));
  return whole.length >= ENOUGH && whole.every((value) => value === 100);
}

function addsToHundred(table: FieldTable, position: number): boolean {
  const groups = new Map<string, Series[]>();
  for (const series of table.series) {
    const key = `${series.area}|${series.measure.id}|${series.members.with(position, '').join('|')}`;
    groups.set(key, [...(groups.get(key) ?? []), series]);
  }
  let told = 0;
  for (const group of groups.values()) {
    const total = group.find(({ members }) => members[position] === ALL);
    const parts = group.filter((series) => series !== total);
    for (const at of parts[0]?.at ?? []) {
      const period = table.observations[at]?.period ?? '';
      const values = parts.map((part) => table.value(table.inPeriod(part, period)));
      if (values.length < 2 || values.includes(undefined)) continue;
      const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
      const whole = table.value(table.inPeriod(total, period));
      if (Math.abs(sum - 100) > 1 || (whole !== undefined && whole !== 100)) return false;
      told += 1;
    }
  }
  return told >= ENOUGH;
}

import { ALL, type Dimension } from '#lib/domain/cube.ts';
import { bandsOf, type Band } from './age-bands.ts';
import type { FieldTable, Series } from './field-table.ts';
import { areaName, periodName, type Field, type FieldRule, type Found } from './rule.ts';

/** Members of a nested dimension that share nobody come to no more than what holds them. */
export const nestedPartsOverTotal: FieldRule = {
  id: 'nested-parts-over-total',
  severity: 'warning',
  *check(field) {
    for (const table of field.tables) {
      if (table.cube.outOf || table.cube.value !== 'count') continue;
      for (const [position, dimension] of table.dimensions.entries()) {
        if (dimension.relation !== 'nested') continue;
        for (const series of table.series) {
          const held = heldBy(table, dimension, series.members[position] ?? ALL);
          if (held.length < 2) continue;
          const parts = held.flatMap((id) => table.withMember(series, position, id) ?? []);
          if (parts.length >= 2) yield* summed(field, table, dimension, { series, parts, position });
        }
      }
    }
  }
};

/** What a member holds directly: its children, or, of all, the finest bands of ages that share no age. */
function heldBy(table: FieldTable, dimension: Dimension, member: string): readonly string[] {
  const children = dimension.members.filter(({ parent }) => parent === (member === ALL ? undefined : member));
  if (!dimension.members.some(({ from }) => from !== undefined)) return children.map(({ id }) => id);
  if (member !== ALL) return children.map(({ id }) => id);
  return ['unborn', ...apart(bandsOf(table)).map(({ id }) => id)];
}

/** Bands, youngest first, each of which begins after the one before it has ended; the narrower of two is taken. */
function apart(bands: readonly Band[]): readonly Band[] {
  const taken: Band[] = [];
  for (const band of bands.toSorted((a, b) => a.to - b.to || b.from - a.from))
    if (band.from > (taken.at(-1)?.to ?? -1)) taken.push(band);
  return taken;
}

interface Sum {
  readonly series: Series;
  readonly parts: readonly Series[];
  readonly position: number;
}

function* summed(
  field: Field,
  table: FieldTable,
  dimension: Dimension,
  { series, parts, position }: Sum
): Generator<Found> {
  for (const at of series.at) {
    const period = table.observations[at]?.period ?? '';
    const whole = table.value(at);
    const values = parts.flatMap((part) => table.value(table.inPeriod(part, period)) ?? []);
    const sum = values.reduce((all, value) => all + value, 0);
    const slack = (table.roundingOf(series.area) / 2) * (values.length + 1);
    if (whole === undefined || values.length < 2 || sum <= whole + slack) continue;
    yield {
      file: table.file,
      row: table.row(at),
      column: 'value',
      value: String(whole),
      message: `${areaName(field, series.area)}, ${periodName(field, period)}: the parts of “${table.memberName(position, series.members[position] ?? ALL)}” by ${dimension.name.toLowerCase()} come to ${sum}, more than the ${whole} in this row`,
      remedy: 'Check that nobody is counted in two of them, and that the total is of the same thing.'
    };
  }
}

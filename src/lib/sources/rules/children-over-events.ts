import type { FieldTable, Series } from './field-table.ts';
import { areaName, periodName, type Field, type FieldRule, type Found } from './rule.ts';

/** Where the events that children are counted beside are not named as they are. */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  children: ['referrals', 'contacts', 'moves'],
  conference_children: ['conferences']
};

function eventsOf(measure: string): readonly string[] {
  return EVENTS[measure] ?? (measure.endsWith('_children') ? [measure.replace(/_children$/, '')] : []);
}

/** A child who was referred was referred at least once: children are never more than the events they were in. */
export const childrenOverEvents: FieldRule = {
  id: 'children-over-events',
  severity: 'error',
  *check(field) {
    for (const table of field.tables)
      for (const series of table.series)
        for (const measure of eventsOf(series.measure.id)) {
          const events = table.find(series.area, measure, series.members);
          if (events !== undefined) yield* compared(field, table, series, events);
        }
  }
};

function* compared(field: Field, table: FieldTable, children: Series, events: Series): Generator<Found> {
  for (const [near, at] of children.at.entries()) {
    const period = table.observations[at]?.period ?? '';
    const [some, all] = [table.value(at), table.value(table.inPeriod(events, period, near))];
    if (some === undefined || all === undefined || some <= all + table.roundingOf(children.area)) continue;
    yield {
      file: table.file,
      row: table.row(at),
      column: 'value',
      value: String(some),
      message: `${areaName(field, children.area)}, ${periodName(field, period)}: “${children.measure.name}” counts more ${children.measure.unit.many} than there are under “${events.measure.name}” (${all})`,
      remedy: 'Each child is counted once and each event every time: exchange the two, or correct one.'
    };
  }
}

import { areaName, periodName, type FieldRule } from './rule.ts';

/** A locality is part of its authority, and an authority of its region: none counts more than what holds it. */
export const areaOverParent: FieldRule = {
  id: 'area-over-parent',
  severity: 'error',
  *check(field) {
    for (const table of field.tables) {
      if (table.cube.value !== 'count') continue;
      for (const series of table.series) {
        const parent = field.areas.get(series.area)?.parent;
        const whole =
          parent === undefined ? undefined : table.find(parent, series.measure.id, series.members);
        if (parent === undefined || whole === undefined) continue;
        for (const [near, at] of series.at.entries()) {
          const period = table.observations[at]?.period ?? '';
          const [value, most] = [table.value(at), table.value(table.inPeriod(whole, period, near))];
          if (value === undefined || most === undefined || value <= most + table.roundingOf(parent)) continue;
          yield {
            file: table.file,
            row: table.row(at),
            column: 'value',
            value: String(value),
            message: `${areaName(field, series.area)} has more of ${table.called(series)} than ${areaName(field, parent)}, which holds it and has ${most}, in ${periodName(field, period)}`,
            remedy:
              'Counts are wanted: in a column of rates a small area can be the higher. Correct one of the two rows.'
          };
        }
      }
    }
  }
};

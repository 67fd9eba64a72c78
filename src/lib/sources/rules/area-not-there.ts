import type { Area } from '#lib/domain/area.ts';
import { isPopulation } from '#lib/domain/cube.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Field, FieldRule } from './rule.ts';

/** A figure of a year in which its area did not exist was put together by somebody afterwards, or is of another area. */
export const areaNotThere: FieldRule = {
  id: 'area-not-there',
  severity: 'warning',
  *check(field) {
    const years = new Map([...field.areas.values()].map((area) => [area.id, yearsOf(field, area)]));
    for (const table of field.tables) {
      if (isPopulation(table.cube)) continue;
      const told = new Set<string>();
      for (const { area, at } of table.series) {
        const { from, to, name } = years.get(area) ?? {};
        if (from === undefined && to === undefined) continue;
        for (const each of at) {
          const period = field.periods.get(table.observations[each]?.period ?? '');
          if (period === undefined || table.value(each) === undefined || told.has(`${area}|${period.id}`))
            continue;
          const year = reportingYearOf(period);
          const isBefore = from !== undefined && year < from;
          if (!isBefore && !(to !== undefined && year > to)) continue;
          told.add(`${area}|${period.id}`);
          yield {
            file: table.file,
            row: table.row(each),
            column: 'area',
            value: area,
            message: `${name ?? area} ${isBefore ? `has figures of its own from the year to March ${from ?? ''}` : `had figures of its own until the year to March ${to ?? ''}`}, and this is ${period.label}`,
            remedy:
              'Use the area that was there then. If the figures were worked out anew for it, say so in a note.'
          };
        }
      }
    }
  }
};

function yearsOf(
  { context: { official = [] } }: Field,
  area: Area
): Pick<Area, 'from' | 'to'> & { name: string } {
  const codes = new Set(area.codes.map(({ scheme, code }) => `${scheme} ${code}`));
  const known = official.find(
    ({ id, codes: theirs }) =>
      id === area.id || theirs.some(({ scheme, code }) => codes.has(`${scheme} ${code}`))
  );
  const from = area.from ?? known?.from;
  const to = area.to ?? known?.to;
  return { name: area.name, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The year to 31 March that a period ends in. */
function reportingYearOf({ end }: Period): number {
  const [year = '', month = ''] = end.split('-');
  return Number(month) <= 3 ? Number(year) : Number(year) + 1;
}

import { ALL } from '#lib/domain/cube.ts';
import type { Period } from '#lib/domain/period.ts';
import { isRecoding } from '#lib/stats/recoding.ts';
import type { FieldTable, Series } from './field-table.ts';
import { areaName, type Field, type FieldRule, type Found } from './rule.ts';

const MULTIPLE = 'multiple';
/** With fewer plans a child or two make ten points. */
const FEWEST_PLANS = 20;

/** Plans that leave or enter “multiple” in numbers are recorded otherwise than before: no category can be compared across. */
export const recodedMultiple: FieldRule = {
  id: 'recoded-multiple',
  severity: 'warning',
  *check(field) {
    for (const table of field.tables) {
      if (table.cube.id !== 'plans' || !table.table.dimensions.some((id) => id.startsWith('category')))
        continue;
      for (const series of table.series) {
        if (!series.members.includes(MULTIPLE) || !isOfMultiple(table, series)) continue;
        yield* moves(field, table, series);
      }
    }
  }
};

/** One category is “multiple”, everything else is all. */
function isOfMultiple({ table }: FieldTable, { members }: Series): boolean {
  const named = members.flatMap((member, at) =>
    member === ALL ? [] : [{ member, dimension: table.dimensions[at] ?? '' }]
  );
  const [only] = named;
  return named.length === 1 && only?.member === MULTIPLE && only.dimension.startsWith('category');
}

interface Share {
  readonly at: number;
  readonly percent: number;
  readonly label: string;
}

function* moves(field: Field, table: FieldTable, multiple: Series): Generator<Found> {
  const shares = new Map<Period['kind'], (Share | undefined)[]>();
  for (const at of multiple.at) {
    const period = field.periods.get(table.observations[at]?.period ?? '');
    if (period === undefined) continue;
    const own = shares.get(period.kind) ?? [];
    shares.set(period.kind, [...own, shareOf(table, multiple, at, period.label)]);
  }
  for (const [kind, each] of shares) {
    const year = A_YEAR[kind];
    if (year === undefined) continue;
    let told = -year;
    for (const [place, share] of each.entries()) {
      const before = each[place - year];
      if (share === undefined || before === undefined || !isRecoding(before.percent, share.percent)) continue;
      if (place < told + year) continue;
      told = place;
      yield {
        file: table.file,
        row: table.row(share.at),
        column: 'value',
        message: `${areaName(field, multiple.area)}: “${table.memberName(multiple.members.indexOf(MULTIPLE), MULTIPLE)}” went from ${Math.round(before.percent)}% to ${Math.round(share.percent)}% of all (${multiple.measure.name.toLowerCase()}) between ${before.label} and ${share.label}: plans were recorded otherwise`,
        remedy:
          'Nothing will be said of a change in neglect across these two. Say in a note what changed in recording, if you know.'
      };
    }
  }
}

/** So many periods of a kind are a year. */
const A_YEAR: Readonly<Partial<Record<Period['kind'], number>>> = { year: 1, date: 1, quarter: 4, month: 12 };

/** Undefined where any of the figures it leans on is withheld or missing, neglect among them: nothing is said of the rest. */
function shareOf(table: FieldTable, multiple: Series, at: number, label: string): Share | undefined {
  const period = table.observations[at]?.period ?? '';
  const beside = (member: string) =>
    table.value(
      table.inPeriod(
        table.find(
          multiple.area,
          multiple.measure.id,
          multiple.members.map((own) => (own === MULTIPLE ? member : own))
        ),
        period
      )
    );
  const [some, all] = [table.value(at), beside(ALL)];
  if (some === undefined || all === undefined || beside('neglect') === undefined || all < FEWEST_PLANS)
    return undefined;
  return { at, percent: (some / all) * 100, label };
}

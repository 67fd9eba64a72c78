/** What must be nowhere: withheld counts, and what can only be worked out from them. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import type { Secret } from './scan.ts';

interface Withheld {
  readonly table: string;
  readonly row: Observation;
  readonly value: number;
  readonly name: string;
}

type Face = 'cell' | 'of';

const keyOf = (table: string, { area, period, measure, members }: Observation, face: Face) =>
  [table, area, period, measure, ...members, face].join(' ');

function facesOf(row: Observation): readonly (readonly [Face, Cell])[] {
  return [['cell', row.cell] as const, ...(row.of === undefined ? [] : [['of', row.of] as const])];
}

/** Every number of a bundle, by where it stands. */
function numbersOf({ tables }: Bundle): Map<string, number> {
  return new Map(
    tables.flatMap(({ table, observations }) =>
      observations.flatMap((row) =>
        facesOf(row).flatMap(([face, cell]): [string, number][] =>
          isKnown(cell) ? [[keyOf(table.id, row, face), cell.value]] : []
        )
      )
    )
  );
}

/** Cells that the raw bundle has and the safe one withholds. */
export function withheldIn(raw: Bundle, safe: Bundle): Withheld[] {
  const shown = numbersOf(safe);
  return raw.tables.flatMap(({ table, observations }) =>
    observations.flatMap((row) =>
      facesOf(row).flatMap(([face, cell]): Withheld[] => {
        const name = keyOf(table.id, row, face);
        return isKnown(cell) && !shown.has(name) ? [{ table: table.id, row, value: cell.value, name }] : [];
      })
    )
  );
}

/**
 * Withheld counts, and their halves, what they leave of their totals, their sums and differences with one another, with
 * other years and with what is shown beside them, their rates and shares: but for what is published as well.
 */
export function secretsOf(raw: Bundle, safe: Bundle): Secret[] {
  const withheld = withheldIn(raw, safe);
  const published = new Set(numbersOf(safe).values());
  const all = numbersOf(raw);
  const years = raw.manifest.periods.filter(({ kind }) => kind === 'year').map(({ id }) => id);
  const population = (area: string, period: string) =>
    all.get(`population ${area} mid${String(Number(period) - 1)} children cell`);

  const derived = withheld.flatMap((own): Secret[] => {
    const { row, table, value, name } = own;
    const rows = raw.tables.find((each) => each.table.id === table)?.observations ?? [];
    const beside = rows.filter(
      (other) =>
        other !== row &&
        other.area === row.area &&
        other.period === row.period &&
        other.measure === row.measure &&
        other.members.every(
          (member, at) => member === ALL || row.members[at] === ALL || member !== row.members[at]
        )
    );
    const numbers = [...beside.map(({ cell }) => cell), ...(row.of ? [row.of] : [])].flatMap((cell) =>
      isKnown(cell) ? [cell.value] : []
    );
    const inYears = years.flatMap((year) => all.get(keyOf(table, { ...row, period: year }, 'cell')) ?? []);
    const people = population(row.area, row.period);
    const rate = people === undefined ? [] : [(value / people) * 10_000];
    const of = (what: string, list: readonly number[]) =>
      list.map((number) => ({ value: Math.abs(number), what: `${what} of ${name}` }));
    return [
      ...of('half', [value / 2]),
      ...of(
        'sum or remainder',
        numbers.flatMap((other) => [other - value, other + value])
      ),
      ...of(
        'share',
        numbers.flatMap((other) => [(value / other) * 100, value / other, other / value])
      ),
      ...of('rate', [...rate, ...rate.map((each) => roundHalfUp(each, 1))]),
      ...of(
        'change',
        inYears.filter((other) => other !== value).map((other) => other - value)
      ),
      ...of('sum of years', [inYears.reduce((sum, each) => sum + each, 0)])
    ];
  });
  return [...withheld.map(({ value, name }) => ({ value, what: name })), ...derived].filter(
    ({ value }) => value > 0 && !published.has(value)
  );
}

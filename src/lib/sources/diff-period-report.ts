import type { Coverage, PeriodDiff, TablePeriod } from './diff-periods.ts';
import { capped, cellWords, count, differenceWords, grid, number, plain, type NameOf } from './diff-words.ts';

/** Moves written out for each table. */
const MOVES = 5;
const NAMES = 5;

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const what = (measure: string, members: readonly string[]) => plain([measure, ...members].join(', '));

function countryLines({ tables }: PeriodDiff, nameOf: NameOf): string[] {
  const rows = tables.flatMap((table) =>
    table.country.map(({ area, measure, members, before, after }) => [
      plain(table.title),
      plain(nameOf(area)),
      what(measure, members),
      table.against === undefined ? 'no earlier period' : cellWords(before),
      cellWords(after),
      differenceWords(before, after)
    ])
  );
  if (rows.length === 0) return ['No table has a total for a whole country.', ''];
  return [...grid(['Table', 'Area', 'Counted', 'Before:', 'Now:', 'Difference:'], rows), ''];
}

function coverageLines({ tables }: PeriodDiff, nameOf: NameOf): string[] {
  const rows = tables.map((table) => {
    const both = (of: (coverage: Coverage) => number) =>
      `${number(of(table.coverage))} (${number(of(table.coverageBefore))})`;
    const { shown, more } = capped(table.absent, NAMES);
    return [
      plain(table.title),
      both((coverage) => coverage.supplied),
      both((coverage) => coverage.withheld),
      both((coverage) => coverage.otherReasons),
      number(sum(table.absent.map(({ cells }) => cells))),
      [...shown.map(({ area }) => plain(nameOf(area))), ...more].join(', ')
    ];
  });
  return [
    'How many figures each table has, with the period before in brackets. Absent are those that the period before has and this one lacks.',
    '',
    ...grid(['Table', 'Supplied:', 'Withheld:', 'Other reasons:', 'Absent:', 'Absent for'], rows),
    ''
  ];
}

function moveLines(table: TablePeriod, nameOf: NameOf): string[] {
  if (table.moves.length === 0) return [];
  const { shown, more } = capped(table.moves, MOVES);
  const rows = shown.map(({ area, measure, members, before, after, size, inHundred }) => [
    plain(nameOf(area)),
    what(measure, members),
    cellWords(before),
    cellWords(after),
    differenceWords(before, after),
    number(Math.round(size * 10) / 10),
    inHundred === undefined ? 'too few to tell' : `${inHundred} in 100`
  ]);
  return [
    `**${plain(table.title)}**`,
    '',
    ...grid(['Area', 'Counted', 'Before:', 'Now:', 'Difference:', 'Size:', 'As big in earlier years:'], rows),
    '',
    ...more.flatMap((words) => [`${words} that were as unusual.`, ''])
  ];
}

function againstWords(period: PeriodDiff, nameOf: NameOf): string {
  const before = [...new Set(period.tables.flatMap(({ against }) => against ?? []))];
  return before.length === 0
    ? 'There is no earlier period to set it beside.'
    : `Set beside ${before.map((id) => plain(nameOf(id))).join(', or ')}, both as the new bundle has them.`;
}

/** One new period for sign-off: the country's totals, what was supplied, and the largest moves of authorities. */
export function periodSection(period: PeriodDiff, nameOf: NameOf): string[] {
  const moves = period.tables.flatMap((table) => moveLines(table, nameOf));
  return [
    `## New: ${plain(period.label)}`,
    '',
    againstWords(period, nameOf),
    '',
    '### Totals of the country',
    '',
    ...countryLines(period, nameOf),
    '### What was supplied',
    '',
    ...coverageLines(period, nameOf),
    '### Largest moves of authorities',
    '',
    `Changes bigger than nine in ten were in earlier years, with the size of the figures taken out; the ${MOVES} largest of each table. Where neglect is withheld for an area, only its totals are listed.`,
    '',
    ...(moves.length === 0 ? ['None.', ''] : moves)
  ];
}

/** One new period in a line. */
export function summarisePeriod({ label, tables }: PeriodDiff): string {
  const total = (of: (coverage: Coverage) => number) =>
    number(sum(tables.map(({ coverage }) => of(coverage))));
  const absent = sum(tables.flatMap((table) => table.absent.map(({ cells }) => cells)));
  return (
    `New, ${label}: ${total((all) => all.supplied)} figures supplied, ${total((all) => all.withheld)} withheld, ` +
    `${total((all) => all.otherReasons)} missing for other reasons, ${number(absent)} absent that the period before has; ` +
    `${count(sum(tables.map(({ moves }) => moves.length)), 'unusual move')} of authorities.`
  );
}

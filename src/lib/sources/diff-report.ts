import { changeSize } from '#lib/stats/usual-change.ts';
import type { Bundle } from './bundle.ts';
import { isUnchanged, type BundleDiff, type CellChange, type Lists, type TableDiff } from './diff.ts';
import { periodSection, summarisePeriod } from './diff-period-report.ts';
import {
  bullets,
  capped,
  cellWords,
  count,
  differenceWords,
  grid,
  number,
  plain,
  type NameOf
} from './diff-words.ts';

/** Names of areas and periods, the later bundle's first. */
export function namesFrom(before: Bundle, after: Bundle): NameOf {
  const names = new Map<string, string>();
  for (const { manifest } of [before, after]) {
    manifest.areas.forEach((area) => names.set(area.id, area.name));
    manifest.periods.forEach((period) => names.set(period.id, period.label));
  }
  return (id) => names.get(id) ?? id;
}

function sizeOf({ before, after }: CellChange): number {
  if (before.kind === 'missing' || after.kind === 'missing') return 0;
  return changeSize({ x: before.value }, { x: after.value }) ?? 0;
}

/** The largest first, as far as `LONGEST`. */
function changeTable(title: string, changes: readonly CellChange[], nameOf: NameOf): string[] {
  if (changes.length === 0) return [];
  const { shown, more } = capped(changes.toSorted((a, b) => sizeOf(b) - sizeOf(a)));
  const rows = shown.map((change) => [
    plain(nameOf(change.area)),
    plain(nameOf(change.period)),
    plain([change.measure, ...change.members, ...(change.column === 'of' ? ['out of'] : [])].join(', ')),
    cellWords(change.before),
    cellWords(change.after),
    differenceWords(change.before, change.after)
  ]);
  return [
    `**${title}**`,
    '',
    ...grid(['Area', 'Period', 'Counted', 'Before:', 'Now:', 'Difference:'], rows),
    '',
    ...more.flatMap((words) => [`${words}.`, ''])
  ];
}

function lostFacts(table: TableDiff, nameOf: NameOf): string[] {
  const { shown, more } = capped(table.rowsLost.toSorted((a, b) => b.rows - a.rows));
  return [
    ...shown.map(
      (lost) => `${nameOf(lost.area)}, ${nameOf(lost.period)}: ${count(lost.rows, 'row')} no longer supplied.`
    ),
    ...more.map((words) => `${words} areas and periods with rows no longer supplied.`)
  ];
}

function tableSection(table: TableDiff, diff: BundleDiff, nameOf: NameOf): string[] {
  if (isUnchanged(table)) return [];
  const size = `more than ${diff.size.percent}% and at least ${diff.size.least}`;
  const dimensions = (ids: readonly string[]) => (ids.length === 0 ? 'none' : ids.join(', '));
  const facts = [
    ...(table.dimensionsBefore.join() === table.dimensionsAfter.join()
      ? []
      : [
          `Its breakdowns were ${dimensions(table.dimensionsBefore)}; they are ${dimensions(table.dimensionsAfter)}.`
        ]),
    ...(table.smaller === 0
      ? []
      : [`${count(table.smaller, 'figure')} changed by less than the size asked for.`]),
    ...(table.rowsNew === 0
      ? []
      : [`${count(table.rowsNew, 'row')} new, for areas and periods that were there before.`]),
    ...lostFacts(table, nameOf)
  ];
  return [
    `### ${plain(table.title)} (\`${table.id}\`)`,
    '',
    ...facts.map((fact) => `- ${plain(fact)}`),
    ...(facts.length === 0 ? [] : ['']),
    ...changeTable(`Revised by ${size}`, table.revised, nameOf),
    ...changeTable('Now withheld', table.withheld, nameOf),
    ...changeTable('Now released', table.released, nameOf),
    ...changeTable('Missing for another reason, or no longer missing', table.otherwise, nameOf)
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return [`## ${title}`, '', ...(lines.length === 0 ? ['No change.', ''] : lines)];
}

function listLines(changes: Lists): string[] {
  return [...bullets('New', changes.added), ...bullets('No longer there', changes.lost)];
}

const total = (diff: BundleDiff, of: (table: TableDiff) => number) =>
  diff.changed.reduce((sum, table) => sum + of(table), 0);

/** What changed, in a few lines for the terminal and the head of the report. */
export function summariseDiff(diff: BundleDiff): string[] {
  const pair = (what: string, changes: Lists) =>
    `${what}: ${number(changes.added.length)} new, ${number(changes.lost.length)} no longer there`;
  const renamed = diff.areas.changed.length;
  return [
    `${pair('Areas', diff.areas)}, ${number(renamed)} renamed or with another code.`,
    `${pair('Periods', diff.periods)}.`,
    `${pair('Tables', diff.tables)}; ${count(diff.changed.filter((table) => !isUnchanged(table)).length, 'table')} with figures that changed.`,
    `Figures revised by more than ${diff.size.percent}% and at least ${diff.size.least}: ${number(total(diff, (table) => table.revised.length))}; by less: ${number(total(diff, (table) => table.smaller))}.`,
    `Now withheld: ${number(total(diff, (table) => table.withheld.length))}. Now released: ${number(total(diff, (table) => table.released.length))}. No longer supplied: ${count(
      total(diff, (table) => table.rowsLost.reduce((sum, lost) => sum + lost.rows, 0)),
      'row'
    )}.`,
    `${pair('Notes', diff.notes)}, ${number(diff.notes.changed.length)} reworded, ${number(diff.notes.extended.length)} that only name a new period too.`,
    ...diff.fresh.map(summarisePeriod)
  ];
}

/** The report for sign-off, as Markdown in plain words. The same two bundles always give the same text. */
export function reportDiff(diff: BundleDiff, nameOf: NameOf): string {
  const notes = [
    ...listLines(diff.notes),
    ...bullets(
      'Reworded',
      diff.notes.changed.map((note) => `Before: ${note.before} Now: ${note.after}`)
    ),
    ...(diff.notes.extended.length === 0
      ? []
      : [
          `${count(diff.notes.extended.length, 'note')} more that only ${diff.notes.extended.length === 1 ? 'names' : 'name'} a new period too.`,
          ''
        ])
  ];
  const areas = [
    ...listLines(diff.areas),
    ...bullets(
      'Renamed, or with another code',
      diff.areas.changed.map((area) => `${area.before} is now ${area.after}`)
    )
  ];
  return [
    '# What changed',
    '',
    `Before: ${plain(diff.before)}  `,
    `Now: ${plain(diff.after)}`,
    '',
    ...summariseDiff(diff).map((line) => `- ${line}`),
    '',
    ...section('Sources', listLines(diff.sources)),
    ...section('Areas', areas),
    ...section('Periods', listLines(diff.periods)),
    ...section('Tables', listLines(diff.tables)),
    ...diff.fresh.flatMap((period) => periodSection(period, nameOf)),
    ...section(
      'Figures',
      diff.changed.flatMap((table) => tableSection(table, diff, nameOf))
    ),
    ...section('Notes', notes),
    '## Sign-off',
    '',
    '| Looked at by (role) | Date | Decision |',
    '| --- | --- | --- |',
    '|  |  |  |',
    ''
  ].join('\n');
}

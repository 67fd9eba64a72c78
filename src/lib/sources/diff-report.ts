import { REASON_WORDS, type Cell } from '#lib/domain/cell.ts';
import type { Bundle } from './bundle.ts';
import { isUnchanged, type BundleDiff, type CellChange, type Lists, type TableDiff } from './diff.ts';

/** Names for ids, where either bundle has one. */
export type NameOf = (id: string) => string;

/** Names of areas and periods, the later bundle's first. */
export function namesFrom(before: Bundle, after: Bundle): NameOf {
  const names = new Map<string, string>();
  for (const { manifest } of [before, after]) {
    manifest.areas.forEach((area) => names.set(area.id, area.name));
    manifest.periods.forEach((period) => names.set(period.id, period.label));
  }
  return (id) => names.get(id) ?? id;
}

const number = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 3 });

const count = (many: number, one: string, more = `${one}s`) => `${number(many)} ${many === 1 ? one : more}`;

function cellWords(cell: Cell): string {
  return cell.kind === 'known' ? number(cell.value) : REASON_WORDS[cell.reason];
}

/** Markdown that a name from a file cannot break: no table bars, no line ends, no HTML. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\|`*_[\]]/g, '\\$&')
    .replaceAll('<', '&lt;');
}

function bullets(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`**${title}**`, '', ...items.map((item) => `- ${plain(item)}`), ''];
}

function differenceWords(change: CellChange): string {
  if (change.before.kind === 'missing' || change.after.kind === 'missing') return '';
  const difference = change.after.value - change.before.value;
  const sign = difference > 0 ? '+' : '−';
  const percent =
    change.before.value === 0
      ? ''
      : ` (${sign}${number(Math.round(Math.abs((difference / change.before.value) * 1000)) / 10)}%)`;
  return `${sign}${number(Math.abs(difference))}${percent}`;
}

function changeTable(title: string, changes: readonly CellChange[], nameOf: NameOf): string[] {
  if (changes.length === 0) return [];
  const lines = changes.map((change) => {
    const what = [change.measure, ...change.members, ...(change.column === 'of' ? ['out of'] : [])].join(
      ', '
    );
    const cells = [
      plain(nameOf(change.area)),
      plain(nameOf(change.period)),
      plain(what),
      cellWords(change.before),
      cellWords(change.after),
      differenceWords(change)
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `**${title}**`,
    '',
    '| Area | Period | Counted | Before | Now | Difference |',
    '| --- | --- | --- | ---: | ---: | ---: |',
    ...lines,
    ''
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
    ...table.rowsLost.map(
      (lost) => `${nameOf(lost.area)}, ${nameOf(lost.period)}: ${count(lost.rows, 'row')} no longer supplied.`
    )
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
    `${pair('Notes', diff.notes)}, ${number(diff.notes.changed.length)} reworded.`
  ];
}

/** The report for sign-off, as Markdown in plain words. The same two bundles always give the same text. */
export function reportDiff(diff: BundleDiff, nameOf: NameOf): string {
  const notes = [
    ...listLines(diff.notes),
    ...bullets(
      'Reworded',
      diff.notes.changed.map((note) => `Before: ${note.before} Now: ${note.after}`)
    )
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

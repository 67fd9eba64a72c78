import { claimsOf, isDerived, meaningOf } from './dfe-columns.ts';
import type { OpenFile } from './dfe-file.ts';
import type { Frame } from './dfe-rows.ts';
import { BARE_CATEGORIES } from './dfe-members.ts';
import type { ColumnSpec, DfeTable, OutputTable } from './dfe-table-spec.ts';
import { DFE_TABLES } from './dfe-tables.ts';

/** The DfE table a file holds, told from the meaning of its columns and, between equals, from its words and its name. */
export function tableOf(
  file: OpenFile,
  frame: Frame,
  reach: DfeTable['reach'],
  category: string
): DfeTable | undefined {
  const fitting = DFE_TABLES.filter((table) => table.reach === reach && fits(file, frame, table)).map(
    (table) => ({
      table,
      score: score(file, table, category)
    })
  );
  return fitting.sort((a, b) => b.score - a.score)[0]?.table;
}

function fits(file: OpenFile, frame: Frame, table: DfeTable): boolean {
  const has = (spellings: readonly string[]) =>
    spellings.some((name) => file.meanings.includes(meaningOf(name)));
  if (table.characteristic !== frame.characteristics.length > 0) return false;
  if (table.not?.some((name) => has([name]))) return false;
  if (!table.needs.every(has)) return false;
  return table.some === undefined || table.some.of.filter(has).length >= table.some.atLeast;
}

function score(file: OpenFile, table: DfeTable, category: string): number {
  const needed = table.outputs.flatMap((output) => output.columns);
  const found = needed.filter((spec) => positionOf(file, spec, table) !== undefined).length;
  const named = baseName(file.name).startsWith(table.code.toLowerCase()) ? 1 : 0;
  return found + likeness(category, table.category) + named;
}

/** How much of what `expected` says `text` says too: 0 to 1. */
export function likeness(text: string, expected: string): number {
  const words = meaningOf(expected).split(' ');
  const given = new Set(meaningOf(text).split(' '));
  return words.filter((word) => given.has(word)).length / words.length;
}

/** Where the column of a cell stands in a file, or undefined if the file has no such column. */
export function positionOf(file: OpenFile, spec: ColumnSpec, table: DfeTable): number | undefined {
  return positionsOf(file, spec, table)[0];
}

/** Every column of a file that means the cell, the one that is read first. */
export function positionsOf(file: OpenFile, spec: ColumnSpec, table: DfeTable): readonly number[] {
  const named = claimsOf(file.headers, file.meanings, spec.spellings);
  return named.length > 0 ? named : claimsOf(file.headers, file.meanings, bareSpellings(file, spec, table));
}

/**
 * `Neglect` with neither “initial” nor “latest” is read only where the file leaves no doubt: the same category is
 * named for the other one, or the table or the file’s own name speaks of one of them alone.
 */
function bareSpellings(file: OpenFile, spec: ColumnSpec, table: DfeTable): readonly string[] {
  const which = spec.members['category_initial']
    ? 'initial'
    : spec.members['category_latest']
      ? 'latest'
      : undefined;
  if (which === undefined) return [];
  const other = which === 'initial' ? 'latest' : 'initial';
  const bare = BARE_CATEGORIES[spec.members[`category_${which}`] ?? ''] ?? [];
  const otherWords = meaningOf(`${bare[0] ?? ''} ${other}`).split(' ');
  const otherNamed = file.meanings.some((meaning) =>
    otherWords.every((word) => meaning.split(' ').includes(word))
  );
  const words = `${baseName(file.name)} ${table.reach === 'england' ? table.category : ''}`.toLowerCase();
  return otherNamed || (words.includes(which) && !words.includes(other)) ? bare : [];
}

/** Columns of an output that the file does not have. */
export function missingColumns(file: OpenFile, table: DfeTable, output: OutputTable): readonly ColumnSpec[] {
  return output.columns.filter((spec) => positionOf(file, spec, table) === undefined);
}

/** Columns that hold counts and fill no cell of ours: named in the report. */
export function unusedColumns(file: OpenFile, frame: Frame, table: DfeTable): readonly string[] {
  const used = new Set<number | undefined>([
    ...table.outputs.flatMap((output) => output.columns.map((spec) => positionOf(file, spec, table))),
    ...Object.values(frame).flat()
  ]);
  return file.headers.filter(
    (name, position) =>
      !used.has(position) && !isDerived(name) && meaningOf(name) !== meaningOf('time_identifier')
  );
}

/** `data/D4_plans.csv` → `d4_plans.csv`. */
export function baseName(path: string): string {
  return (path.split(/[/\\]/).at(-1) ?? path).toLowerCase();
}

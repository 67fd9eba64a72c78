import type { Problem } from '#lib/domain/problem.ts';
import { isExact, meaningOf } from './dfe-columns.ts';
import { problem } from './dfe-file.ts';
import { positionOf, positionsOf, unusedColumns } from './dfe-match.ts';
import type { ReadTable } from './dfe-release.ts';

/**
 * Columns of one table that mean the same cell and do not say the same. A warning where one alone is spelled as DfE
 * spells it, which is then the one read; else an error, since nothing tells which is meant.
 */
export function contestedColumns(table: ReadTable): Problem[] {
  const { dfe, file } = table;
  const cells = dfe.outputs.flatMap((output) =>
    output.columns.map((spec) => ({
      spellings: spec.spellings,
      positions: positionsOf(file, spec, dfe)
    }))
  );
  return cells.flatMap(({ spellings, positions }) => {
    const [read, ...others] = positions.filter(
      (position, index) => index === 0 || differs(table, positions[0] ?? position, position)
    );
    return read === undefined || others.length === 0 ? [] : [contested(table, spellings, read, others)];
  });
}

/** Words by which a column is a part of another, not the same: `Neglect_Latest_under_…`. */
const LIMITS = new Set(['more', 'less', 'fewer', 'over', 'under']);

/** Columns that are not read and differ from one that is by such a word alone: a warning that names both. */
export function likenedColumns(table: ReadTable): Problem[] {
  const { dfe, file, frame } = table;
  const read = new Map(
    dfe.outputs.flatMap(({ columns }) =>
      columns.flatMap((spec): [string, string][] => {
        const position = positionOf(file, spec, dfe);
        return position === undefined ? [] : [[file.meanings[position] ?? '', file.headers[position] ?? '']];
      })
    )
  );
  return unusedColumns(file, frame, dfe).flatMap((name) => {
    const words = meaningOf(name).split(' ');
    const rest = words.filter((word) => !LIMITS.has(word));
    const like = rest.length < words.length ? read.get(rest.join(' ')) : undefined;
    if (like === undefined) return [];
    const message = `the column is like “${like}”, which was read; this one was not`;
    const at = { row: 1, column: name };
    return [
      { ...problem(file.name, 'like-column', message, 'Check which is meant', at), severity: 'warning' }
    ];
  });
}

function differs(table: ReadTable, one: number, other: number): boolean {
  return table.rows.some(({ cells }) => (cells[one] ?? '').trim() !== (cells[other] ?? '').trim());
}

function contested(
  { file }: ReadTable,
  spellings: readonly string[],
  read: number,
  others: readonly number[]
): Problem {
  const name = (position: number) => file.headers[position] ?? '';
  const rivals = others.map((position) => `“${name(position)}”`).join(' and ');
  const settled = isExact(name(read), spellings) && !others.some((other) => isExact(name(other), spellings));
  const message = `the column and ${rivals} mean the same and differ`;
  const found = problem(
    file.name,
    'two-columns-one-meaning',
    settled ? `${message}: this one, spelled as in earlier releases, was read` : message,
    settled ? `Check that ${rivals} was not meant` : 'Keep the one that is meant, or rename the other',
    { row: 1, column: name(read) }
  );
  return settled ? { ...found, severity: 'warning' } : found;
}

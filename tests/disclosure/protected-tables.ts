/** Tables to protect, and ways to judge what was withheld: by the auditor, and by trying every smaller set. */
import { auditCells } from '#lib/disclosure/audit.ts';
import type { Equation } from '#lib/disclosure/protect.ts';

export interface Tables {
  readonly cells: Record<string, number>;
  readonly equations: Equation[];
}

/** A table of two dimensions whose last row and column are totals; the id of a cell is `row,column`. */
export function gridOf(table: readonly (readonly number[])[]): Tables {
  const cells: Record<string, number> = {};
  table.forEach((row, r) => row.forEach((value, c) => (cells[`${r},${c}`] = value)));
  const rows = table.length - 1;
  const columns = (table[0]?.length ?? 1) - 1;
  const across = [...Array(columns).keys()];
  const down = [...Array(rows).keys()];
  return {
    cells,
    equations: [
      ...[...down, rows].map((r) => ({ total: `${r},${columns}`, parts: across.map((c) => `${r},${c}`) })),
      ...[...across, columns].map((c) => ({ total: `${rows},${c}`, parts: down.map((r) => `${r},${c}`) }))
    ]
  };
}

/** With its totals worked out. */
export function gridWithTotals(inner: readonly (readonly number[])[]): Tables {
  const rows = inner.map((row) => [...row, row.reduce((sum, value) => sum + value, 0)]);
  const last = (rows[0] ?? []).map((_, c) => rows.reduce((sum, row) => sum + (row[c] ?? 0), 0));
  return gridOf([...rows, last]);
}

/** Withheld cells that a reader works out to within less than `width`, as the auditor finds. */
export async function exposed(
  { cells, equations }: Tables,
  withheld: readonly string[],
  {
    width = 1,
    lower = 1,
    neverPublished
  }: { width?: number; lower?: number; neverPublished?: readonly string[] } = {}
): Promise<string[]> {
  const { intervals } = await auditCells({
    cells,
    equations,
    suppressed: [...withheld],
    neverPublished: [...(neverPublished ?? [])],
    lower,
    upper: null,
    integer: true
  });
  return Object.entries(intervals)
    .filter(([, { lower: least, upper }]) => upper !== null && least !== null && upper - least < width)
    .map(([id]) => id);
}

function* choices(items: readonly string[], size: number): Generator<string[]> {
  if (size === 0) yield [];
  else
    for (const [at, item] of items.entries())
      for (const rest of choices(items.slice(at + 1), size - 1)) yield [item, ...rest];
}

/** The fewest cells that, withheld beside the primary ones, leave no primary cell exact: every set is tried, smallest first. */
export async function fewestByTrial(
  tables: Tables,
  primary: readonly string[],
  most: number
): Promise<number> {
  const free = Object.keys(tables.cells).filter((id) => !primary.includes(id) && (tables.cells[id] ?? 0) > 0);
  for (let size = 0; size < most; size += 1)
    for (const set of choices(free, size)) {
      const open = await exposed(tables, [...primary, ...set]);
      if (!open.some((id) => primary.includes(id))) return size;
    }
  return most;
}

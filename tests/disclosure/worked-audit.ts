/** The worked cases of the auditor, as tables to audit. */
import type { AuditedTable } from '#lib/disclosure/audit.ts';
import worked from './worked/audit.json' with { type: 'json' };

interface Worked {
  readonly cells: AuditedTable['cells'];
  readonly equations: AuditedTable['equations'];
  readonly suppressed: readonly string[];
  readonly never_published: readonly string[];
  readonly attacker: {
    readonly suppressed_lower_bound: number | null;
    readonly suppressed_upper_bound: number | null;
    readonly integer: boolean;
  };
}

/** The named cells without what is left out of the case. */
export function numbers(cells: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]]))
  );
}

/** As the auditor takes it. */
export function auditedOf({ cells, equations, suppressed, never_published, attacker }: Worked): AuditedTable {
  return {
    cells,
    equations,
    suppressed,
    neverPublished: never_published,
    lower: attacker.suppressed_lower_bound,
    upper: attacker.suppressed_upper_bound,
    integer: attacker.integer
  };
}

/** One worked case, by its name. */
export function workedCase(name: string): AuditedTable {
  const found = worked.cases.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no worked case ${name}`);
  return auditedOf({ ...found, cells: numbers(found.cells) });
}

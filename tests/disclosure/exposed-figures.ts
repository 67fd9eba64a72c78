/** What the auditor works out of a protected bundle. */
import { auditCells, type AuditedTable } from '#lib/disclosure/audit.ts';
import type { ProtectedBundle } from '#lib/disclosure/protect-bundle.ts';
import { trueRelations } from '#lib/disclosure/relation-truth.ts';
import { cellsOf, relationsOf, type Frame, type ReleasedTable } from '#lib/disclosure/relations.ts';
import { publishedCount } from '#lib/disclosure/settings.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';

/** The bundle as the auditor sees it: what is published as it is shown, all else hidden. */
function asAudited(
  tables: readonly ReleasedTable[],
  place: Frame,
  settings: DisclosureSettings,
  done: ProtectedBundle,
  beside: readonly ReleasedTable[] = []
): AuditedTable {
  const cells = [...tables, ...beside].flatMap(cellsOf);
  const untrue = new Set(done.untrue.map(({ total, parts }) => `${total} ${parts.join()}`));
  const relations = trueRelations(cells, relationsOf([...tables, ...beside], place)).holding.filter(
    ({ total, parts }) => !untrue.has(`${total} ${parts.join()}`)
  );
  const withheld = new Set([
    ...done.primary,
    ...done.complementary,
    ...cells.flatMap(({ id, cell }) => (cell.kind === 'missing' ? [id] : []))
  ]);
  const shown = cells.flatMap(({ id, cell }) => (cell.kind === 'known' ? [[id, cell.value] as const] : []));
  const equations = relations.map(({ total, parts, sense }, index) => ({
    total,
    parts: sense === 'equal' ? [...parts] : [...parts, `over ${index}`]
  }));
  const ids = new Set(shown.map(([id]) => id));
  const never = new Set(
    equations
      .flatMap(({ total, parts }) => [total, ...parts])
      .filter((id) => !ids.has(id) && !withheld.has(id))
  );
  return {
    cells: Object.fromEntries(
      shown.map(([id, value]) => {
        const centre = publishedCount(value, settings);
        const half = Math.floor(settings.rounding / 2);
        return [
          id,
          settings.rounding === 1 || value === 0
            ? value
            : { lower: Math.max(0, centre - half), upper: centre + half }
        ];
      })
    ),
    equations,
    suppressed: [...withheld],
    neverPublished: [...never],
    lower: 1,
    upper: null,
    integer: true
  };
}

/** Withheld or implied figures that the auditor works out to within less than the settings ask. */
export async function exposedIn(
  tables: readonly ReleasedTable[],
  place: Frame,
  settings: DisclosureSettings,
  done: ProtectedBundle,
  beside: readonly ReleasedTable[] = []
): Promise<string[]> {
  const { intervals } = await auditCells(asAudited(tables, place, settings, done, beside));
  return [...done.primary, ...done.complementary, ...done.implied].filter((id) => {
    const interval = intervals[id];
    if (interval === undefined) return true;
    const { lower, upper } = interval;
    return lower !== null && upper !== null && upper - lower < settings.minimumWidth;
  });
}

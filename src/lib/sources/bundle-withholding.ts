/** What to withhold of a bundle for one audience, with all that is out beside it. */
import { missing } from '#lib/domain/cell.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import {
  protectBundle,
  shareShown,
  type ProtectedBundle,
  type ProtectionSummary
} from '#lib/disclosure/protect-bundle.ts';
import { cellId, cellsOf, type Face, type Relation, type ReleasedTable } from '#lib/disclosure/relations.ts';
import type { Solver } from '#lib/disclosure/solver.ts';
import type { AllBeside } from './bundle-beside.ts';
import { releasedTables } from './bundle-tables.ts';
import type { Bundle } from './bundle.ts';

export interface Withholding {
  /** Ids (`cellId`) of all cells that are withheld, for whichever reason. */
  readonly withheld: ReadonlySet<string>;
  readonly givenAway: readonly string[];
  readonly untrue: readonly Relation[];
  readonly summary: ProtectionSummary;
}

interface Rules {
  readonly settings: DisclosureSettings;
  readonly audience: 'public' | 'restricted';
  readonly solver: Solver;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void | Promise<void>;
}

/** What is withheld for one group of readers may be seen through by the other: looked at in turn, so many times. */
const TURNS = 6;

/**
 * Whoever may see the restricted release sees the public one too. So a restricted release is protected with the public
 * one beside it; a public one for the public first, then with the restricted one beside it, in turn, until neither
 * asks for more.
 * @throws as `protectBundle`
 */
export async function withholdingOf(
  bundle: Bundle,
  beside: AllBeside,
  { settings, audience, ...effort }: Rules
): Promise<Withholding> {
  const forPublic = beside.each.filter((each) => each.audience === 'public').flatMap(({ tables }) => tables);
  const forAll = beside.each.flatMap(({ tables }) => tables);
  const views = audience === 'public' && forAll.length > forPublic.length ? [forPublic, forAll] : [forAll];
  const raw = releasedTables(bundle);
  const withheld = new Set<string>();
  let first: ProtectedBundle | undefined;
  for (let turn = 0; turn < (views.length === 1 ? 1 : TURNS); turn += 1) {
    const before = withheld.size;
    const done = await protectBundle({
      tables: hidden(raw, withheld),
      frame: beside.frame,
      settings,
      beside: views[turn % views.length] ?? [],
      ...effort
    });
    first ??= done;
    for (const id of [...done.primary, ...done.complementary]) withheld.add(id);
    if (turn > 0 && withheld.size === before) break;
  }
  if (first === undefined) throw new Error('a bundle was protected for nobody');
  const complementary = withheld.size - first.primary.length;
  return {
    withheld,
    givenAway: first.givenAway,
    untrue: first.untrue,
    summary: {
      ...first.summary,
      complementary,
      kept: shareShown(raw.flatMap(cellsOf), withheld)
    }
  };
}

/** The tables with these cells withheld. */
function hidden(tables: readonly ReleasedTable[], withheld: ReadonlySet<string>): readonly ReleasedTable[] {
  if (withheld.size === 0) return tables;
  return tables.map((table) => ({
    ...table,
    observations: table.observations.map((row) => {
      const isHidden = (face: Face) => withheld.has(cellId(table, { ...row, face }));
      return {
        ...row,
        ...(isHidden('value') ? { cell: missing('withheld') } : {}),
        ...(row.of !== undefined && isHidden('of') ? { of: missing('withheld') } : {})
      };
    })
  }));
}

/**
 * The auditor of bundles: what a reader of a whole bundle, and of all that is published beside it, can work out of what
 * is withheld. Written apart from the protector; only what ties figures together is the same for both.
 */
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import type { BundleAudit } from './audit-found.ts';
import { groundOf, partsOf } from './audit-parts.ts';
import { auditPart } from './audit-part.ts';
import { boundsOf, countedTables, isOurs, seenOf } from './audit-shown.ts';
import { sortRelations } from './audit-truth.ts';
import { relationsOf, type Frame, type ReleasedTable } from './relations.ts';
import { openSolver, type Solver } from './solver.ts';

export { placeOf, type CellPlace, type PlaceFace } from './audit-place.ts';
export { isSafe, type BundleAudit, type BundleLeak, type Bounds, type LeakKind } from './audit-found.ts';

export interface BundleToAudit {
  /** As published: what is withheld is missing. */
  readonly tables: readonly ReleasedTable[];
  readonly frame: Frame;
  readonly settings: DisclosureSettings;
  /** Official figures, earlier releases, and the release for the other audience. */
  readonly beside?: readonly ReleasedTable[];
  /** The rules by which releases beside it were made, by id. */
  readonly rules?: Readonly<Record<string, DisclosureSettings>>;
  /** Whether the smallest repair is looked for. */
  readonly repair?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly solver?: Solver | undefined;
  /** Called with how many hidden figures are done, of how many. May wait, to let others have their turn. */
  readonly onProgress?: ((done: number, of: number) => void | Promise<void>) | undefined;
}

/** So many hidden figures are looked at before others have their turn. */
const TURN = 200;

/**
 * Everything that a bundle gives away, and why. Aborting rejects with the signal's reason.
 */
export async function auditBundle(bundle: BundleToAudit): Promise<BundleAudit> {
  const solver = bundle.solver ?? (await openSolver());
  const { settings, frame } = bundle;
  const releases = { beside: [], rules: {}, ...bundle };
  const counted = countedTables(releases);
  const seen = seenOf(counted, releases);
  const relations = relationsOf(counted, frame);
  const bounds = boundsOf(seen, relations);
  const { holding, untrue, impossible } = sortRelations(relations, seen, bounds);
  const ground = groundOf(seen, holding, bounds);
  const parts = partsOf(ground);
  const all = parts.reduce((sum, { hidden }) => sum + hidden.length, 0);
  let done = 0;
  let since = 0;
  const intervals = new Map<string, unknown>();
  for (const part of parts) {
    bundle.signal?.throwIfAborted();
    const audited = auditPart(ground, part, solver);
    for (const [id, interval] of audited.intervals) intervals.set(id, interval);
    done += part.hidden.length;
    since += part.hidden.length;
    if (since >= TURN || done === all) {
      since = 0;
      await bundle.onProgress?.(done, all);
    }
  }
  const ours = [...seen.cells.values()].filter(isOurs);
  return {
    cells: ours.length,
    withheld: ours.filter(({ id }) => seen.withheld.has(id)).length,
    implied: 0,
    relations: holding.length,
    leaks: [],
    givenAway: [],
    narrowest: [],
    contradictions: untrue,
    impossible: impossible.map((relation) => [relation])
  };
}

/**
 * The auditor of bundles: what a reader of a whole bundle, and of all that is published beside it, can work out of what
 * is withheld. Written apart from the protector; only what ties figures together is the same for both.
 */
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { disbelieved, notSupposed } from './audit-belief.ts';
import { explained } from './audit-explained.ts';
import { exposedIn } from './audit-exposed.ts';
import type { BundleAudit } from './audit-found.ts';
import { auditKnowing, auditPart } from './audit-part.ts';
import { groundOf, partsOf, type Part } from './audit-parts.ts';
import type { Interval } from './audit.ts';
import { shownLeaks } from './audit-rules.ts';
import { boundsOf, countedTables, isOurs, seenOf, type Range } from './audit-shown.ts';
import { knownToBeSomebody, takenForNobody } from './audit-supposed.ts';
import { impliedBy, narrowestOf, rangeFrom, shareKept } from './audit-tally.ts';
import { sortRelations } from './audit-truth.ts';
import { turnsOf } from './audit-turns.ts';
import { relationsOf, type Frame, type Relation, type ReleasedTable } from './relations.ts';
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
  /** Whether the smallest repair is looked for. */
  readonly repair?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly solver?: Solver | undefined;
  /** Called with how many hidden figures are done, of how many. May wait, to let others have their turn. */
  readonly onProgress?: ((done: number, of: number) => void | Promise<void>) | undefined;
}

/**
 * Everything that a bundle gives away, and why. Aborting rejects with the signal's reason.
 */
export async function auditBundle(bundle: BundleToAudit): Promise<BundleAudit> {
  const solver = bundle.solver ?? (await openSolver());
  const { settings, frame } = bundle;
  const releases = { ...bundle, beside: bundle.beside ?? [] };
  const counted = countedTables(releases);
  const seen = seenOf(counted, releases);
  const all = relationsOf(counted, frame);
  const doubted = notSupposed(all, seen);
  const found = all.filter(
    (relation) => !doubted.has(relation) && (settings.revisionsProtected || !isRevision(relation))
  );
  const strange = disbelieved(found, seen, frame);
  const relations = found.filter((relation) => !strange.has(relation));
  const bounds = boundsOf(seen, relations);
  const sorted = sortRelations(relations, seen, bounds);
  const ground = groundOf(seen, sorted.holding, bounds, settings.minimumWidth);
  const turns = turnsOf(bundle);

  const untrue = [...sorted.untrue];
  const impossible = sorted.impossible.map((relation) => [relation]);
  const intervals = new Map<string, Interval>();
  const parts: Part[] = [];
  const given = partsOf(ground);
  const figures = given.reduce((sum, { hidden }) => sum + hidden.length, 0);
  for (const each of given) {
    const audited = auditPart(ground, each, solver);
    for (const [id, interval] of audited.intervals) intervals.set(id, interval);
    parts.push(audited.part);
    untrue.push(...audited.untrue);
    impossible.push(...audited.impossible.map((together) => [...together]));
    await turns.after(each.hidden.length, figures);
  }
  const exposed = parts.flatMap((part) => exposedIn(ground, part, intervals, settings));
  const somebody = knownToBeSomebody(intervals);
  for (const part of parts) {
    const known = takenForNobody(ground, part, intervals, somebody);
    const supposed = known === undefined ? undefined : auditKnowing(ground, part, solver, known);
    if (known !== undefined && supposed !== undefined)
      exposed.push(...exposedIn(ground, part, supposed, settings, { known, besides: intervals }));
    await turns.after(1, figures);
  }
  const rangeOf = (id: string): Range | undefined => seen.shown.get(id) ?? rangeFrom(intervals.get(id));
  const shown = shownLeaks(seen, sorted.holding, rangeOf, settings);
  const repair = bundle.repair === true;
  const { leaks, givenAway } = await explained(shown, exposed, { ground, settings, solver, repair, turns });
  const ours = [...seen.cells.values()].filter(isOurs);
  const withheld = ours.filter(({ id }) => seen.withheld.has(id)).length;
  const noughts = ours.filter(({ cell }) => cell.kind === 'known' && cell.value === 0).length;
  return {
    cells: ours.length,
    withheld,
    kept: shareKept(ours.length, withheld, noughts),
    implied: impliedBy(seen, intervals, settings),
    relations: sorted.holding.length - ground.aside.size,
    leaks,
    givenAway,
    narrowest: narrowestOf(seen, intervals),
    contradictions: [...untrue, ...strange],
    impossible
  };
}

const isRevision = ({ parts }: Relation) => parts.some((part) => part.includes(' changed since '));

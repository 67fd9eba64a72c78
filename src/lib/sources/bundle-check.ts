/** Checks a bundle, with all that is out beside it, for what its readers could work out. */
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { auditBundle, type BundleAudit, type BundleLeak } from '#lib/disclosure/audit-bundle.ts';
import { cellsOf, type Relation } from '#lib/disclosure/relations.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { openSolver, type Solver } from '#lib/disclosure/solver.ts';
import type { Bundle } from './bundle.ts';
import { besideOf, type AllBeside, type Beside } from './bundle-beside.ts';
import { releasedTables } from './bundle-tables.ts';

export interface ReleasesToCheck {
  /** As it is published, or is to be. Releases that it keeps count as earlier ones. */
  readonly bundle: Bundle;
  /** Earlier releases in any order; the releases they keep count too. */
  readonly earlier?: readonly Bundle[];
  /** What others publish of the same areas. */
  readonly official?: readonly Bundle[];
  /** The release for the other audience. */
  readonly otherAudience?: readonly Bundle[];
  /** The rules to check by: those the bundle says it was made by, unless said, and else the Department’s. */
  readonly settings?: DisclosureSettings;
  /** Whether the smallest repair is looked for. */
  readonly repair?: boolean;
  readonly signal?: AbortSignal;
  readonly solver?: Solver;
  /** May return a promise, so that whoever calls can let other work go on. */
  readonly onProgress?: (done: number, of: number) => void | Promise<void>;
}

/** The rules a bundle is checked by where none are named. */
export function settingsOf({ manifest }: Pick<Bundle, 'manifest'>): DisclosureSettings {
  return manifest.disclosure?.settings ?? PRESETS.dfe;
}

/**
 * What its readers can work out. Of a public bundle: first the public, with all that is public; then whoever sees the
 * restricted release too, by the weaker rules, of what both withhold.
 * @throws {UnprotectedRelease} where what should be out is not protected.
 * @throws the signal’s reason where it was aborted.
 */
export async function checkReleases(given: ReleasesToCheck): Promise<BundleAudit> {
  return (await auditsOf(given)).reduce(together);
}

/**
 * What each group of readers can work out, by itself: first those who see only what the audience of the bundle may see.
 * @throws as `checkReleases`
 */
export async function auditsOf(given: ReleasesToCheck): Promise<readonly BundleAudit[]> {
  const { bundle, settings = settingsOf(bundle), signal, repair, onProgress } = given;
  const { audience } = bundle.manifest;
  const solver = given.solver ?? (await openSolver());
  const beside = besideOf(bundle, audience, {
    previous: given.earlier,
    official: given.official,
    otherAudience: given.otherAudience
  });
  const views = viewsOf(beside, audience);
  const audits: BundleAudit[] = [];
  for (const [at, view] of views.entries())
    audits.push(
      await auditBundle({
        tables: releasedTables(bundle),
        frame: beside.frame,
        settings: view.length === beside.each.length ? weakest(settings, given) : settings,
        beside: view.flatMap(({ tables }) => tables),
        ...(repair === undefined ? {} : { repair }),
        signal,
        solver,
        onProgress: (done, of) => onProgress?.(at * of + done, views.length * of)
      })
    );
  return audits;
}

/** The numbers that readers are shown of the figures that these relations tie, by their ids. */
export function shownIn(
  { bundle, earlier, official, otherAudience }: ReleasesToCheck,
  relations: readonly Relation[]
): Readonly<Record<string, number>> {
  const wanted = new Set(relations.flatMap(({ total, parts }) => [total, ...parts]));
  if (wanted.size === 0) return {};
  const { each } = besideOf(bundle, bundle.manifest.audience, { previous: earlier, official, otherAudience });
  const tables = [...each.flatMap((beside) => beside.tables), ...releasedTables(bundle)];
  return Object.fromEntries(
    tables
      .flatMap(cellsOf)
      .flatMap(({ id, cell }) => (wanted.has(id) && cell.kind === 'known' ? [[id, cell.value] as const] : []))
  );
}

/** What each group of readers has beside the bundle. */
function viewsOf({ each }: AllBeside, audience: Bundle['manifest']['audience']): (readonly Beside[])[] {
  const open = each.filter((release) => release.audience === 'public');
  return audience === 'public' && open.length < each.length ? [open, each] : [each];
}

/** Where the other audience’s rules ask for less, no more than that can be asked of the two together. */
function weakest(
  settings: DisclosureSettings,
  { bundle, earlier = [], otherAudience = [] }: ReleasesToCheck
) {
  const widths = [...otherAudience, ...earlier].flatMap(({ manifest: { audience, disclosure } }) =>
    disclosure === undefined || audience === bundle.manifest.audience ? [] : disclosure.settings.minimumWidth
  );
  return { ...settings, minimumWidth: Math.min(settings.minimumWidth, ...widths) };
}

/** What two groups of readers can work out, as one. */
export function together(one: BundleAudit, other: BundleAudit): BundleAudit {
  const leaks = joined(one.leaks, other.leaks);
  const told = new Set(leaks.map(({ cell }) => cell.id));
  return {
    ...other,
    leaks,
    givenAway: joined(one.givenAway, other.givenAway).filter(({ cell }) => !told.has(cell.id)),
    narrowest: other.narrowest.map((each) => {
      const width = Math.min(
        ...[...one.narrowest, each].flatMap((table) =>
          table.table === each.table && table.width !== undefined ? [table.width] : []
        )
      );
      return Number.isFinite(width) ? { ...each, width } : each;
    }),
    contradictions: joinedRelations(one.contradictions, other.contradictions),
    impossible: [...one.impossible, ...other.impossible]
  };
}

function joined(one: readonly BundleLeak[], other: readonly BundleLeak[]): readonly BundleLeak[] {
  const known = new Set(one.map(({ cell }) => cell.id));
  return [...one, ...other.filter(({ cell }) => !known.has(cell.id))];
}

function joinedRelations(one: readonly Relation[], other: readonly Relation[]): readonly Relation[] {
  const key = ({ sense, total, parts }: Relation) => `${sense} ${total} ${parts.join(' ')}`;
  return [...new Map([...one, ...other].map((relation) => [key(relation), relation])).values()];
}

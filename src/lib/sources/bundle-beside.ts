/** What is out already and has to be taken into account: earlier releases, official figures, the other audience’s. */
import type { DisclosureRecord } from '#lib/domain/disclosure.ts';
import type { ReleasedTable } from '#lib/disclosure/relations.ts';
import type { Bundle, EarlierRelease } from './bundle.ts';
import { withoutRepeats } from './bundle-collapse.ts';
import { freeId, inOrder, releaseHash, releasesOf } from './bundle-release.ts';
import { frameOf, releasedTables, withAreasOf } from './bundle-tables.ts';

type Kind = NonNullable<ReleasedTable['release']>['kind'];

/** A release beside the one that is made. */
export interface Beside {
  readonly kind: Kind;
  readonly title: string;
  readonly audience: Bundle['manifest']['audience'];
  readonly tables: readonly ReleasedTable[];
  /** As the record of the release that is made tells of it. */
  readonly told: Told;
}

type Told = DisclosureRecord['beside'][number];

export interface AllBeside {
  readonly each: readonly Beside[];
  /** All earlier releases of either audience, oldest first. */
  readonly earlier: readonly EarlierRelease[];
  readonly frame: ReturnType<typeof frameOf>;
  readonly told: DisclosureRecord['beside'];
}

export interface GivenBeside {
  readonly previous?: readonly Bundle[] | undefined;
  readonly official?: readonly Bundle[] | undefined;
  readonly otherAudience?: readonly Bundle[] | undefined;
}

/**
 * Everything that is out beside a bundle, with areas under the ids of that bundle. Of earlier releases, what a later one
 * says again in the same words is left out; the bundle itself, where it is published, is the last. A release of another
 * audience counts as such, whenever it was made.
 * @throws {UnprotectedRelease} where what should be out is not protected.
 */
export function besideOf(
  bundle: Bundle,
  audience: Bundle['manifest']['audience'],
  { previous = [], official = [], otherAudience = [] }: GivenBeside
): AllBeside {
  const itself = bundle.manifest.protected === 'yes' ? [asPublished(bundle)] : [];
  const earlier = inOrder([...(bundle.releases ?? []), ...previous.flatMap(releasesOf)]).filter(
    ({ hash }) => !itself.some((release) => release.hash === hash)
  );
  const others = inOrder(otherAudience.flatMap((other) => releasesOf(other))).filter(
    ({ hash }) => !earlier.some((release) => release.hash === hash)
  );
  const taken = new Set<string>();
  const named = (id: string) => {
    const free = freeId(id, taken);
    taken.add(free);
    return free;
  };
  const ours = withoutRepeats(
    [...earlier, ...others, ...itself].map((release) => {
      const { manifest, tables } = withAreasOf(release.bundle, bundle);
      const settings = manifest.disclosure?.settings;
      const kind: Kind = manifest.audience === audience ? 'earlier' : 'other audience';
      const rule = settings && { rounding: settings.rounding, threshold: settings.threshold };
      return {
        kind,
        title: titleOf(release),
        told: toldOf(release, kind),
        audience: manifest.audience,
        frame: manifest,
        tables: releasedTables({ tables }, { id: named(release.id), kind, ...(rule && { rule }) })
      };
    })
  ).slice(0, earlier.length + others.length);
  const areas = new Set(bundle.manifest.areas.map(({ id }) => id));
  const theirs = official.map((each): Beside => ({
    kind: 'official',
    title: each.manifest.title,
    told: { kind: 'official', title: each.manifest.title, ...vintageOf(each) },
    audience: 'public',
    tables: releasedTables(withAreasOf(each, bundle), { id: named(each.manifest.id), kind: 'official' })
  }));
  const each = [...ours, ...theirs.filter(({ tables }) => isOf(areas, tables))];
  return {
    each,
    earlier,
    frame: frameOf([
      bundle,
      ...[...earlier, ...others].map((release) => withAreasOf(release.bundle, bundle)),
      ...official.map((given) => withAreasOf(given, bundle))
    ]),
    told: each.map(({ told }) => told)
  };
}

/** Whether any row is of one of these areas. */
function isOf(areas: ReadonlySet<string>, tables: readonly ReleasedTable[]): boolean {
  return tables.some(({ observations }) => observations.some(({ area }) => areas.has(area)));
}

function asPublished(bundle: Bundle): EarlierRelease {
  return { id: bundle.manifest.disclosure?.release ?? bundle.manifest.id, hash: releaseHash(bundle), bundle };
}

function titleOf({ id, bundle: { manifest } }: EarlierRelease): string {
  return manifest.disclosure === undefined ? manifest.title : `${manifest.title} (${id})`;
}

/** The hash of a release for others is left out: whoever knows most of its numbers could try the rest until it fits. */
function toldOf(release: EarlierRelease, kind: Kind): Told {
  const madeOn = release.bundle.manifest.disclosure?.madeOn;
  return {
    kind,
    title: titleOf(release),
    ...(madeOn === undefined ? {} : { madeOn }),
    ...(kind === 'earlier' ? { hash: release.hash } : {})
  };
}

/** Of figures from one release of official statistics; population estimates beside them have a vintage of their own. */
function vintageOf({ manifest }: Bundle): { readonly vintage?: string } {
  const vintage = manifest.sources[0]?.vintage;
  return vintage === undefined ? {} : { vintage };
}

/** The gate through which bundles of a reader’s own come to the views: protected and audited, or not at all. */
import type { Cube } from '#lib/domain/cube.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { isSafe, type BundleAudit } from '#lib/disclosure/audit-bundle.ts';
import type { Bundle, BundleFiles } from '#lib/sources/bundle.ts';
import { checkReleases, type ReleasesToCheck } from '#lib/sources/bundle-check.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';

export type Admission =
  | { readonly admitted: true; readonly bundle: Bundle; readonly audit: BundleAudit }
  /**
   * `problems`: it cannot be read. `raw`: it was never protected. `leaks`: somebody could be identified from it, or its
   * figures contradict themselves, so that nothing is proved.
   */
  | { readonly admitted: false; readonly why: 'problems'; readonly problems: readonly Problem[] }
  | { readonly admitted: false; readonly why: 'raw'; readonly bundle: Bundle }
  | {
      readonly admitted: false;
      readonly why: 'leaks';
      readonly bundle: Bundle;
      readonly audit: BundleAudit;
    };

/**
 * Lets a bundle in where it says that it is protected and the auditor finds that nothing withheld can be worked out of
 * it, of what was published before and of official figures. Views may show what was admitted, and nothing else.
 */
export async function admitBundle(
  files: BundleFiles,
  cubes: ReadonlyMap<string, Cube>,
  beside: Omit<ReleasesToCheck, 'bundle'> = {}
): Promise<Admission> {
  const { bundle, problems } = readBundle(files, cubes);
  if (!bundle) return { admitted: false, why: 'problems', problems };
  return admitRead(bundle, beside);
}

/** The same for a bundle that was read already. */
export async function admitRead(
  bundle: Bundle,
  beside: Omit<ReleasesToCheck, 'bundle'> = {}
): Promise<Admission & { readonly bundle: Bundle }> {
  if (bundle.manifest.protected === 'no') return { admitted: false, why: 'raw', bundle };
  const audit = await checkReleases({ ...beside, bundle });
  return isSafe(audit) ? { admitted: true, bundle, audit } : { admitted: false, why: 'leaks', bundle, audit };
}

/** The gate before a site: a bundle that its publisher answers for is checked, and refused where somebody is given away. */
import { existsSync } from 'node:fs';
import { isSafe } from '#lib/disclosure/audit-bundle.ts';
import { ProblemsError } from '#lib/domain/problem.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { checkReleases } from '#lib/sources/bundle-check.ts';
import { number } from '#lib/words/number.ts';
import { isOfficial } from './check-report.ts';
import { PUBLISHED } from './read-bundle.ts';
import { readWholeBundle } from './read-published.ts';
import { breathing } from './said-progress.ts';

/**
 * Lets a bundle pass of which nothing withheld can be worked out, by its own rules, with the releases it keeps, those that the site keeps
 * beside it (`earlier`) and, unless
 * it says that it was made without them, the official figures of its areas. Official statistics pass as they are.
 * @throws {ProblemsError} of any other, in a sentence that names the command that tells more.
 */
export async function refuseLeaks(
  bundle: Bundle,
  named: string,
  earlier: readonly Bundle[] = []
): Promise<void> {
  if (isOfficial(bundle)) return;
  const { disclosure } = bundle.manifest;
  const withOfficial =
    disclosure === undefined
      ? existsSync(PUBLISHED)
      : disclosure.beside.some(({ kind }) => kind === 'official');
  const breathe = breathing();
  const audit = await checkReleases({
    bundle,
    earlier,
    official: withOfficial ? [await readWholeBundle(PUBLISHED)] : [],
    repair: false,
    onProgress: breathe
  });
  if (isSafe(audit)) return;
  const count = audit.leaks.length;
  const why =
    count === 0
      ? 'its figures contradict one another, so that nothing can be proved of them'
      : `${number(count)} ${count === 1 ? 'figure that must be hidden is shown, or can' : 'figures that must be hidden are shown, or can'} be worked out from it`;
  throw new ProblemsError(
    `No site is built of ${named}: ${why}. To see which${count === 0 ? '' : ', and what would mend it'}: npm run lens -- check ${named}${withOfficial ? '' : ' --no-official'}`,
    []
  );
}

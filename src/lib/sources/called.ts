/** What members of a dimension are called, in the words of the dictionary or of the bundle. */
import { ALL, type Dimension } from '#lib/domain/cube.ts';
import type { BundleManifest } from '#lib/domain/bundle.ts';

/** The lists of a bundle that dimensions are open to. */
export type NamedLists = Partial<Pick<BundleManifest, 'tiers' | 'agencies' | 'categories' | 'areas'>>;

const NOTHING: readonly { readonly id: string; readonly name: string }[] = [];

function listOf(lists: NamedLists, open: Dimension['open']) {
  return open === 'tiers' || open === 'agencies' || open === 'categories' || open === 'areas'
    ? (lists[open] ?? NOTHING)
    : NOTHING;
}

/** `y2plus` → `2 years or more`, `all` → `all`; an id that has no name, such as a round’s, stays as it is. */
export function memberCalled(dimension: Dimension | undefined, id: string, lists: NamedLists = {}): string {
  if (id === ALL || dimension === undefined) return id;
  const named = [...dimension.members, ...listOf(lists, dimension.open)].find((each) => each.id === id);
  return named?.name ?? id;
}

/** `Latest category` → `latest category`; what begins with two capitals, or a capital and a digit, stays. */
export function midSentence(name: string): string {
  return /^\p{Lu}(?![\p{Lu}\d])/u.test(name) ? name.slice(0, 1).toLowerCase() + name.slice(1) : name;
}

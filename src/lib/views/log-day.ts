/** The day of a partnership’s log of actions and decisions: what was done after it, no page can know. */
import type { Catalogue } from '#lib/db/catalogue.ts';

/** ISO date on which its source was supplied, else its release made; undefined where the bundle tells neither. */
export function logDay({ manifest, own }: Pick<Catalogue, 'manifest' | 'own'>): string | undefined {
  const ids = own?.sources ?? manifest.sources.slice(-1).map(({ id }) => id);
  const supplied = manifest.sources
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ publishedOn }) => publishedOn ?? []);
  return supplied.toSorted().at(-1) ?? manifest.disclosure?.madeOn;
}

/** Figures that a reader loaded, in a database of their own: official ones beside them are fetched as they are asked for. */
import { readBuilt } from '#built';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { openFacts, type Facts } from '#lib/db/facts.ts';
import type { Progress } from '#lib/db/port.ts';

/** Opens them. `files` are their own streams, which stay in memory; all others are the site’s. */
export function openOwn(
  catalogue: Catalogue,
  files: ReadonlyMap<string, Uint8Array>,
  onProgress: (progress: Progress) => void = () => {}
): Promise<Facts> {
  return openFacts({
    catalogue,
    open: async () => (await import('#db')).openDatabase({ onProgress }),
    read: (name) => {
      const own = files.get(name);
      return own === undefined ? readBuilt(name) : Promise.resolve(own.slice());
    }
  });
}

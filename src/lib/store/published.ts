/** The published figures that come with the site. */
import { readBuilt } from '#built';
import { CATALOGUE_FILE, readCatalogue, type Catalogue } from '#lib/db/catalogue.ts';
import { openFacts, type Facts } from '#lib/db/facts.ts';
import type { Progress } from '#lib/db/port.ts';

export type Loaded = Facts;

let catalogueOnce: Promise<Catalogue> | undefined;
let factsOnce: Promise<Facts> | undefined;
const listeners = new Set<(progress: Progress) => void>();

/** Areas, periods, sources and notes: cheap, needs no database. */
export function catalogue(): Promise<Catalogue> {
  catalogueOnce ??= readBuilt(CATALOGUE_FILE).then(readCatalogue);
  catalogueOnce.catch(() => (catalogueOnce = undefined));
  return catalogueOnce;
}

/** The figures, ready to be asked. Starts the engine on first use; rejects with `EngineUnavailable` where it cannot run. */
export function published(onProgress?: (progress: Progress) => void): Promise<Loaded> {
  if (onProgress) listeners.add(onProgress);
  factsOnce ??= catalogue().then((found) =>
    openFacts({
      catalogue: found,
      open: async () =>
        (await import('#db')).openDatabase({
          onProgress: (progress) => listeners.forEach((tell) => tell(progress))
        }),
      read: readBuilt
    })
  );
  factsOnce.catch(() => (factsOnce = undefined));
  return factsOnce.finally(() => {
    if (onProgress) listeners.delete(onProgress);
  });
}

/** Lets go of an engine that stopped for good, so that asking again starts a new one. */
export function forgetPublished(): void {
  factsOnce = undefined;
}

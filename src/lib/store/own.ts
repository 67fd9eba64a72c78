/** Figures that a reader loaded, in a database of their own: official ones beside them are fetched as they are asked for. */
import { readBuilt } from '#built';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { openFacts, type Facts } from '#lib/db/facts.ts';
import type { Database, Progress } from '#lib/db/port.ts';

/** An engine that starts at once, so that it is up by the time the figures are ready. */
export interface OwnEngine {
  /** The engine that was started; another one each time after that. */
  open(): Promise<Database>;
  /** Lets go of an engine that nobody opened. */
  drop(): Promise<void>;
}

export function startOwn(onProgress: (progress: Progress) => void = () => {}): OwnEngine {
  const start = async () => (await import('#db')).openDatabase({ onProgress });
  let waiting: Promise<Database> | undefined = start();
  waiting.catch(() => {});
  return {
    open() {
      const engine = waiting ?? start();
      waiting = undefined;
      return engine;
    },
    async drop() {
      const engine = waiting;
      waiting = undefined;
      await engine?.then(
        (database) => database.close(),
        () => {}
      );
    }
  };
}

/** Opens them. `files` are their own streams, which stay in memory; all others are the site’s. */
export function openOwn(
  catalogue: Catalogue,
  files: ReadonlyMap<string, Uint8Array>,
  engine: OwnEngine
): Promise<Facts> {
  return openFacts({
    catalogue,
    open: () => engine.open(),
    read: (name) => {
      const own = files.get(name);
      return own === undefined ? readBuilt(name) : Promise.resolve(own.slice());
    }
  });
}

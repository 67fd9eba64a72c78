import type { Catalogue } from './catalogue.ts';
import { EngineDied, type Database, type RowOf } from './port.ts';

/** A bundle ready to be asked: its catalogue, and its figures fetched cube by cube as questions need them. */
export interface Facts {
  readonly catalogue: Catalogue;
  /** Runs one statement over the tables `cube_<id>` of the cubes named. */
  query(sql: string, cubes: readonly string[]): Promise<readonly RowOf[]>;
  /** The figures of a cube as Arrow IPC streams, for another database; the bytes are the caller’s. */
  streams(cube: string): Promise<readonly Uint8Array[]>;
  close(): Promise<void>;
}

export interface FactsSource {
  readonly catalogue: Catalogue;
  readonly open: () => Promise<Database>;
  readonly read: (file: string) => Promise<Uint8Array>;
}

/** The database table that holds a cube. */
export function tableOf(cube: string): string {
  return `cube_${cube}`;
}

/**
 * Opens the database and answers questions. If the engine dies it is started once more, the cubes in use are
 * loaded again and the question is asked again; if it dies a second time the error is passed on.
 */
export async function openFacts({ catalogue, open, read }: FactsSource): Promise<Facts> {
  let database = await open();
  let loading = new Map<string, Promise<void>>();
  let restart: Promise<void> | undefined;

  const streams = async (cube: string): Promise<readonly Uint8Array[]> => {
    const file = catalogue.cubes.find((candidate) => candidate.cube === cube);
    if (!file) throw new Error(`cube is not in the loaded data: ${cube}`);
    return Promise.all(file.files.map(read));
  };
  const load = async (cube: string): Promise<void> => {
    for (const [index, stream] of (await streams(cube)).entries())
      await database.insert(tableOf(cube), stream, index > 0);
  };
  const ensure = async (cubes: readonly string[]): Promise<void> => {
    for (const cube of new Set(cubes)) {
      let pending = loading.get(cube);
      if (!pending) {
        pending = load(cube);
        loading.set(cube, pending);
        pending.catch(() => loading.delete(cube));
      }
      await pending;
    }
  };
  const ask = async (sql: string, cubes: readonly string[]) => {
    await ensure(cubes);
    return database.query(sql);
  };
  const startAgain = async (): Promise<void> => {
    loading = new Map();
    await database.close().catch(() => {});
    database = await open();
  };
  return {
    catalogue,
    query: async (sql, cubes) => {
      const restarted = restart;
      try {
        await restarted;
        return await ask(sql, cubes);
      } catch (cause) {
        if (!(cause instanceof EngineDied) || restarted) throw cause;
        restart ??= startAgain();
        await restart;
        return ask(sql, cubes);
      }
    },
    streams,
    close: () => database.close()
  };
}

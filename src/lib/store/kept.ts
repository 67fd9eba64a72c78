/** What this machine keeps because its reader asked for it: one protected bundle, until it is forgotten. */
import { deleteDB, openDB, type DBSchema } from 'idb';

const NAME = 'neglect-lens';
const ONLY = 'bundle';

export interface Kept {
  readonly zip: Uint8Array<ArrayBuffer>;
  readonly title: string;
  readonly restricted: boolean;
  /** ISO date on which it was kept. */
  readonly since: string;
}

interface Shelf extends DBSchema {
  kept: { key: string; value: Kept };
}

async function withShelf<T>(work: (shelf: Awaited<ReturnType<typeof openShelf>>) => Promise<T>): Promise<T> {
  const shelf = await openShelf();
  try {
    return await work(shelf);
  } finally {
    shelf.close();
  }
}

const openShelf = () =>
  openDB<Shelf>(NAME, 1, {
    upgrade: (database) => {
      database.createObjectStore('kept');
    }
  });

/** Keeps a bundle in the stead of any other. @throws where the browser does not allow it, or has no room */
export async function keep(bundle: Kept): Promise<void> {
  await withShelf((shelf) => shelf.put('kept', bundle, ONLY));
}

/** What is kept; undefined where nothing is, and where the browser keeps nothing. Makes no trace by being asked. */
export async function kept(): Promise<Kept | undefined> {
  try {
    const there = await indexedDB.databases();
    if (!there.some(({ name }) => name === NAME)) return undefined;
    return await withShelf((shelf) => shelf.get('kept', ONLY));
  } catch {
    return undefined;
  }
}

/** Removes every trace. */
export async function forgetKept(): Promise<void> {
  await deleteDB(NAME);
}

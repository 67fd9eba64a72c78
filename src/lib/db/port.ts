/** The one way in and out of the database: Arrow in, rows of plain numbers and words out. */

export type Value = number | string | boolean | null;
export type RowOf = Readonly<Record<string, Value>>;

export interface Database {
  /** Runs one statement. Every number arrives as a JavaScript number. Throws on bad SQL; `EngineDied` if the engine is gone. */
  query(sql: string): Promise<readonly RowOf[]>;
  /**
   * Runs exactly one statement: it is prepared first, and a text that holds several is refused.
   * @param only `prepared`: finds what is wrong with it and runs nothing
   */
  one(sql: string, only?: 'prepared'): Promise<readonly RowOf[]>;
  /**
   * Creates a table from an Arrow IPC stream (the stream format, not the file format), or adds its rows to one.
   * The bytes are handed over.
   */
  insert(table: string, stream: Uint8Array, append?: boolean): Promise<void>;
  close(): Promise<void>;
}

export interface Progress {
  readonly loaded: number;
  readonly total: number;
}

export interface OpenOptions {
  readonly onProgress?: (progress: Progress) => void;
}

/** The engine cannot start here: no WebAssembly, no workers, or its file could not be fetched. */
export class EngineUnavailable extends Error {
  override name = 'EngineUnavailable';
}

/** The engine was running and has stopped for good. */
export class EngineDied extends Error {
  override name = 'EngineDied';
}

/**
 * First statements on every database: no extension is installed or loaded, nothing outside is read,
 * and none of that can be turned back on.
 */
export const LOCK_DOWN: readonly string[] = [
  'SET autoinstall_known_extensions=false',
  'SET autoload_known_extensions=false',
  'SET enable_external_access=false',
  'SET lock_configuration=true'
];

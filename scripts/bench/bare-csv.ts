/** The yardstick of loading: DuckDB-Wasm and nothing else reads the CSVs that a reader would drop. */
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import { startWorker } from '../../src/lib/db/worker.ts';
import type { Site } from './in-page.ts';

export interface BareReader {
  /** Milliseconds that starting the engine took. */
  readonly started: number;
  /** Milliseconds to read every CSV into a table of its own, and how many rows those hold. */
  read(files: readonly File[]): Promise<{ readonly time: number; readonly rows: number }>;
}

/** Starts an engine of its own. Nothing is read ahead of being asked for. */
export async function openReader({ address, wasm, worker }: Site): Promise<BareReader> {
  const begun = performance.now();
  const engine = new AsyncDuckDB(new VoidLogger(), await startWorker(address + worker));
  await engine.instantiate(address + wasm);
  await engine.open({});
  const connection = await engine.connect();
  const started = performance.now() - begun;
  return {
    started,
    async read(files) {
      const from = performance.now();
      let rows = 0;
      for (const [at, file] of files.entries()) {
        const name = `given${String(at)}.csv`;
        await engine.registerFileHandle(name, file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
        await connection.query(`CREATE TABLE given${String(at)} AS SELECT * FROM read_csv('${name}')`);
        const counted = await connection.query(`SELECT count(*)::INTEGER AS rows FROM given${String(at)}`);
        rows += Number(counted.getChild('rows')?.get(0));
      }
      return { time: performance.now() - from, rows };
    }
  };
}

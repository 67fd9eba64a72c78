/** DuckDB-Wasm in a worker of the browser. */
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import wasmAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerAddress from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { EngineDied, EngineUnavailable, LOCK_DOWN, type Database, type OpenOptions } from './port.ts';
import { rowsOf } from './rows.ts';
import { startWorker } from './worker.ts';

const CASTS = { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true };

/** Words of a WebAssembly trap, after which the engine answers nothing sensible any more. */
const TRAPS =
  /memory access out of bounds|unreachable|out of memory|table index is out of bounds|RuntimeError/i;

/** Milliseconds without an answer, or while starting without any progress, after which the worker counts as gone. */
const SILENCE = 30_000;

function absolute(address: string): string {
  return new URL(address, document.baseURI).href;
}

/** Opens an empty, locked-down database in memory. Rejects with `EngineUnavailable` where it cannot run. */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  if (typeof WebAssembly === 'undefined' || typeof Worker === 'undefined')
    throw new EngineUnavailable('this browser, or a policy set on it, does not allow WebAssembly');
  let worker: Worker;
  try {
    worker = await startWorker(absolute(workerAddress));
  } catch (cause) {
    throw new EngineUnavailable('the worker that runs the figures could not start', { cause });
  }
  const died = new Promise<never>((_, reject) => {
    const stop = (event: Event) => {
      event.preventDefault();
      reject(new EngineDied('the worker that runs the figures stopped'));
    };
    worker.addEventListener('error', stop);
    worker.addEventListener('messageerror', stop);
  });
  died.catch(() => {});
  let heard = () => {};
  const alive = async <T>(work: Promise<T>): Promise<T> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silent = new Promise<never>((_, reject) => {
      heard = () => {
        clearTimeout(timer);
        timer = setTimeout(
          () => reject(new EngineDied('the worker that runs the figures went silent')),
          SILENCE
        );
      };
      heard();
    });
    try {
      return await Promise.race([work, died, silent]);
    } catch (cause) {
      if (cause instanceof Error && TRAPS.test(cause.message))
        throw new EngineDied('the engine that runs the figures stopped', { cause });
      throw cause;
    } finally {
      clearTimeout(timer);
    }
  };
  try {
    const engine = new AsyncDuckDB(new VoidLogger(), worker);
    await alive(
      engine.instantiate(absolute(wasmAddress), null, (progress) => {
        heard();
        options.onProgress?.({ loaded: progress.bytesLoaded, total: progress.bytesTotal });
      })
    );
    await alive(engine.open({ query: CASTS }));
    const connection = await alive(engine.connect());
    for (const statement of LOCK_DOWN) await alive(connection.query(statement));
    return {
      query: async (sql) => rowsOf(await alive(connection.query(sql))),
      insert: async (table, stream, append = false) => {
        await alive(connection.insertArrowFromIPCStream(stream, { name: table, create: !append }));
      },
      close: async () => {
        await engine.terminate();
      }
    };
  } catch (cause) {
    worker.terminate();
    throw new EngineUnavailable('the engine that works out figures could not start', { cause });
  }
}

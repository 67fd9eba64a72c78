/** DuckDB-Wasm in a worker of the browser. */
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import wasmAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerAddress from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { ENGINE_BYTES } from './engine-size.ts';
import { SILENCE, SLOW_LINE, withPatience } from './patience.ts';
import { EngineDied, EngineUnavailable, LOCK_DOWN, type Database, type OpenOptions } from './port.ts';
import { rowsOf } from './rows.ts';
import { addressOf } from './site-files.ts';
import { COUNTED, hasArrived, startWorker } from './worker.ts';

const CASTS = { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true };

/** Words of a WebAssembly trap, after which the engine answers nothing sensible any more. */
const TRAPS =
  /memory access out of bounds|unreachable|out of memory|table index is out of bounds|RuntimeError/i;

/** How long what is under way may go on when the figures are closed, in milliseconds. */
const CLOSING = 1_000;

/** Opens an empty, locked-down database in memory. Rejects with `EngineUnavailable` where it cannot run. */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  if (typeof WebAssembly === 'undefined' || typeof Worker === 'undefined')
    throw new EngineUnavailable('this browser, or a policy set on it, does not allow WebAssembly');
  let worker: Worker;
  try {
    worker = await startWorker(addressOf(workerAddress), COUNTED);
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
  let patience = SLOW_LINE;
  const alive = async <T>(work: Promise<T>): Promise<T> => {
    const waiting = withPatience(
      Promise.race([work, died]),
      () => patience,
      () => new EngineDied('the worker that runs the figures went silent')
    );
    heard = waiting.heard;
    try {
      return await waiting.answer;
    } catch (cause) {
      if (cause instanceof Error && TRAPS.test(cause.message))
        throw new EngineDied('the engine that runs the figures stopped', { cause });
      throw cause;
    }
  };
  try {
    const engine = new AsyncDuckDB(new VoidLogger(), worker);
    await alive(
      engine.instantiate(addressOf(wasmAddress), null, (progress) => {
        if (hasArrived(progress)) patience = SILENCE;
        heard();
        options.onProgress?.({
          loaded: Math.min(progress.bytesLoaded, ENGINE_BYTES),
          total: ENGINE_BYTES
        });
      })
    );
    patience = SILENCE;
    await alive(engine.open({ query: CASTS }));
    const connection = await alive(engine.connect());
    for (const statement of LOCK_DOWN) await alive(connection.query(statement));
    let closed = false;
    const pending = new Set<Promise<unknown>>();
    const asked = async <T>(work: () => Promise<T>): Promise<T> => {
      if (closed) throw new Error('these figures are closed');
      const answer = alive(work());
      pending.add(answer);
      try {
        return await answer;
      } finally {
        pending.delete(answer);
      }
    };
    return {
      query: async (sql) => rowsOf(await asked(() => connection.query(sql))),
      one: (sql, only) =>
        asked(async () => {
          const statement = await connection.prepare(sql);
          try {
            return only === 'prepared' ? [] : rowsOf(await statement.query());
          } finally {
            await statement.close();
          }
        }),
      insert: async (table, stream, append = false) => {
        await asked(() => connection.insertArrowFromIPCStream(stream, { name: table, create: !append }));
      },
      // The engine writes what it is asked after its end, figures and all, to the console.
      close: async () => {
        closed = true;
        const late = new Promise((resolve) => setTimeout(resolve, CLOSING));
        await Promise.race([Promise.allSettled(pending), late]);
        await engine.terminate();
      }
    };
  } catch (cause) {
    worker.terminate();
    throw new EngineUnavailable('the engine that works out figures could not start', { cause });
  }
}

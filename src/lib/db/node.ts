/** DuckDB-Wasm in Node, for the build, the command line and the tests: the same engine as in the browser. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { LOCK_DOWN, type Database, type OpenOptions } from './port.ts';
import { rowsOf } from './rows.ts';

const CASTS = { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true };

type Engine = Awaited<ReturnType<typeof createDuckDB>>;

/** Engines whose database was closed: starting one takes a second of work, emptying one next to none. */
const idle: Engine[] = [];

async function startedEngine(): Promise<Engine> {
  const require = createRequire(import.meta.url);
  const dist = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const bundle = {
    mainModule: join(dist, 'duckdb-eh.wasm'),
    mainWorker: join(dist, 'duckdb-node-eh.worker.cjs')
  };
  const engine = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await engine.instantiate(() => {});
  return engine;
}

/** Opens an empty, locked-down database in memory. Takes one to two seconds, or none where one was closed before. */
export async function openDatabase(_options: OpenOptions = {}): Promise<Database> {
  const engine = idle.pop() ?? (await startedEngine());
  engine.open({ query: CASTS });
  const connection = engine.connect();
  for (const statement of LOCK_DOWN) connection.query(statement);
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    connection.close();
    engine.reset();
    idle.push(engine);
  };
  /** A closed database answers nothing: its engine may already be another one's. */
  const asked = <Answer>(work: () => Answer): Promise<Answer> =>
    Promise.resolve().then(() => {
      if (!open) throw new Error('The database is closed.');
      return work();
    });
  return {
    query: (sql) => asked(() => rowsOf(connection.query(sql))),
    one: (sql, only) =>
      asked(() => {
        const statement = connection.prepare(sql);
        try {
          return only === 'prepared' ? [] : rowsOf(statement.query());
        } finally {
          statement.close();
        }
      }),
    insert: (table, stream, append = false) =>
      asked(() => connection.insertArrowFromIPCStream(stream, { name: table, create: !append })),
    close: () => Promise.resolve().then(close)
  };
}

/** DuckDB-Wasm in Node, for the build, the command line and the tests: the same engine as in the browser. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { LOCK_DOWN, type Database, type OpenOptions } from './port.ts';
import { rowsOf } from './rows.ts';

const CASTS = { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true };

/** Opens an empty, locked-down database in memory. Takes one to two seconds. */
export async function openDatabase(_options: OpenOptions = {}): Promise<Database> {
  const require = createRequire(import.meta.url);
  const dist = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const bundle = {
    mainModule: join(dist, 'duckdb-eh.wasm'),
    mainWorker: join(dist, 'duckdb-node-eh.worker.cjs')
  };
  const engine = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await engine.instantiate(() => {});
  engine.open({ query: CASTS });
  const connection = engine.connect();
  for (const statement of LOCK_DOWN) connection.query(statement);
  return {
    query: (sql) => Promise.resolve().then(() => rowsOf(connection.query(sql))),
    one: (sql, only) =>
      Promise.resolve().then(() => {
        const statement = connection.prepare(sql);
        try {
          return only === 'prepared' ? [] : rowsOf(statement.query());
        } finally {
          statement.close();
        }
      }),
    insert: (table, stream, append = false) =>
      Promise.resolve().then(() =>
        connection.insertArrowFromIPCStream(stream, { name: table, create: !append })
      ),
    close: () => Promise.resolve(connection.close())
  };
}

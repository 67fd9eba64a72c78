/** A database of its own in which a reader’s SQL runs: it can be ended at any moment without harm to the page. */
import type { Cube } from '#lib/domain/cube.ts';
import type { Facts } from '#lib/db/facts.ts';
import { tableOf } from '#lib/db/facts.ts';
import type { Database, RowOf } from '#lib/db/port.ts';
import { MOST_ROWS, oneSelect, wrapped } from '#lib/queries/explore-gate.ts';
import { labelledViews, viewsNamed, wordTables, type LabelledView } from './labelled.ts';

/** What was read for a result. */
export interface ReadView {
  readonly view: LabelledView;
  readonly rows: number;
  /** Rows of the view without a number, and those of them that are withheld. */
  readonly without: number;
  readonly withheld: number;
}

export interface BenchResult {
  /** At most `MOST_ROWS`. */
  readonly rows: readonly RowOf[];
  readonly more: boolean;
  readonly read: readonly ReadView[];
}

/** What was typed is not run, and why; `at` is the place in it, where that is known. */
export class Refused extends Error {
  override name = 'Refused';
  readonly at: number | undefined;
  constructor(message: string, at?: number) {
    super(message);
    this.at = at;
  }
}

export interface Bench {
  readonly views: readonly LabelledView[];
  /** Runs one SELECT. Rejects with `Refused`, or as the engine does. */
  run(sql: string): Promise<BenchResult>;
  close(): Promise<void>;
}

/** The same error with its place in the query as it was typed, which `wrapped` moves down by a line. */
function unwrapped(error: Error): Error {
  const message = error.message.replace(
    /^LINE (\d+)(: .*\n)( *)\^/m,
    (_, line: string, rest: string, indent: string) => {
      const typed = String(Number(line) - 1);
      return `LINE ${typed}${rest}${indent.slice(line.length - typed.length)}^`;
    }
  );
  return message === error.message
    ? error
    : Object.assign(new Error(message, { cause: error }), { name: error.name });
}

/** Opens it. @param open an empty, locked-down database of its own */
export async function openBench(
  facts: Facts,
  cubes: ReadonlyMap<string, Cube>,
  open: () => Promise<Database>
): Promise<Bench> {
  const views = labelledViews(facts.catalogue, cubes);
  const database = await open();
  const there = new Set<string>();
  for (const statement of wordTables(facts.catalogue)) await database.query(statement);

  const load = async ({ cube, sql }: LabelledView) => {
    if (there.has(cube)) return;
    for (const [index, stream] of (await facts.streams(cube)).entries())
      await database.insert(tableOf(cube), stream, index > 0);
    await database.query(sql);
    there.add(cube);
  };
  const count = async (view: LabelledView): Promise<ReadView> => {
    const [row] = await database.query(
      `SELECT count(*)::INTEGER AS n, count(*) FILTER (WHERE value IS NULL)::INTEGER AS without,
        count(*) FILTER (WHERE status = 'withheld')::INTEGER AS withheld FROM "${view.name}"`
    );
    const number = (key: string) => (typeof row?.[key] === 'number' ? row[key] : 0);
    return { view, rows: number('n'), without: number('without'), withheld: number('withheld') };
  };
  return {
    views,
    async run(typed) {
      const gate = oneSelect(typed);
      if ('refused' in gate) throw new Refused(gate.refused, gate.at);
      const named = viewsNamed(gate.sql, views);
      for (const view of named) await load(view);
      await database.one(gate.sql, 'prepared');
      const rows = await database.one(wrapped(gate.sql)).catch((error: unknown) => {
        throw error instanceof Error ? unwrapped(error) : error;
      });
      const read: ReadView[] = [];
      for (const view of named) read.push(await count(view));
      return { rows: rows.slice(0, MOST_ROWS), more: rows.length > MOST_ROWS, read };
    },
    close: () => database.close()
  };
}

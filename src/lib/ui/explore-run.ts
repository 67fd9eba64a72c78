/** Runs a reader’s SQL in a worker of its own, ended after a while or when the reader asks. */
import type { Cube } from '#lib/domain/cube.ts';
import { EngineDied } from '#lib/db/port.ts';
import type { Facts } from '#lib/db/facts.ts';
import type { Bench, BenchResult } from '#lib/views/explore/bench.ts';

/** Seconds after which a query is ended. */
export const LIMIT = 20;

/** A query was ended before it had an answer. */
export class Ended extends Error {
  override name = 'Ended';
  readonly late: boolean;
  constructor(late: boolean) {
    super(late ? `the query was ended after ${String(LIMIT)} seconds` : 'the query was cancelled');
    this.late = late;
  }
}

export interface Runner {
  /**
   * Runs one SELECT; `onsecond` is told how many seconds are left, once the engine is up. Rejects with `Ended`, with
   * `Refused`, or as the engine does.
   */
  run(sql: string, onsecond: (left: number) => void): Promise<BenchResult>;
  /** Ends what is running. The next run starts another worker. */
  cancel(): void;
  close(): void;
}

export function runner(facts: Facts, cubes: ReadonlyMap<string, Cube>): Runner {
  let bench: Promise<Bench> | undefined;
  let end: ((late: boolean) => void) | undefined;

  const open = () => {
    bench ??= Promise.all([import('#lib/views/explore/bench.ts'), import('#db')]).then(
      ([{ openBench }, { openDatabase }]) => openBench(facts, cubes, () => openDatabase())
    );
    bench.catch(() => (bench = undefined));
    return bench;
  };
  const close = () => {
    const closing = bench;
    bench = undefined;
    void closing?.then((opened) => opened.close()).catch(() => {});
  };
  return {
    async run(sql, onsecond) {
      let timer: ReturnType<typeof setInterval> | undefined;
      const ended = new Promise<never>((_, reject) => {
        end = (late) => {
          close();
          reject(new Ended(late));
        };
      });
      ended.catch(() => {});
      try {
        const opened = await Promise.race([open(), ended]);
        let left = LIMIT;
        onsecond(left);
        timer = setInterval(() => {
          left -= 1;
          onsecond(left);
          if (left <= 0) end?.(true);
        }, 1_000);
        return await Promise.race([opened.run(sql), ended]);
      } catch (error) {
        if (error instanceof EngineDied) close();
        throw error;
      } finally {
        clearInterval(timer);
        end = undefined;
      }
    },
    cancel: () => end?.(false),
    close: () => {
      end?.(false);
      close();
    }
  };
}

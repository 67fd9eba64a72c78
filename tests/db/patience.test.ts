import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENGINE_BYTES } from '#lib/db/engine-size.ts';
import { SILENCE, SLOW_LINE, withPatience } from '#lib/db/patience.ts';
import { hasArrived } from '#lib/db/worker.ts';

const silent = () => new Error('silent');
const never = () => new Promise<never>(() => {});

describe('waiting for the engine', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('goes on for as long as bytes arrive, and ends a silent worker once all have', async () => {
    let patience = SLOW_LINE;
    const { answer, heard } = withPatience(never(), () => patience, silent);
    const ended = vi.fn();
    answer.catch(ended);
    for (let minute = 0; minute < 10; minute++) {
      await vi.advanceTimersByTimeAsync(60_000);
      heard();
    }
    patience = SILENCE;
    heard();
    await vi.advanceTimersByTimeAsync(SILENCE - 1);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalledOnce();
  });

  test('an answer in time is the answer, and leaves no timer behind', async () => {
    const { answer, heard } = withPatience(Promise.resolve(7), () => SILENCE, silent);
    expect(await answer).toBe(7);
    heard();
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('all has arrived only when the count says so', () => {
  expect(hasArrived({ bytesLoaded: 5, bytesTotal: 0 })).toBe(false);
  expect(hasArrived({ bytesLoaded: 9, bytesTotal: 5 })).toBe(false);
  expect(hasArrived({ bytesLoaded: 9, bytesTotal: 9 })).toBe(true);
});

test('the size of the engine is the size of its file', () => {
  const file = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  expect(statSync(file).size).toBe(ENGINE_BYTES);
});

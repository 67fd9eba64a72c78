import { afterEach, beforeEach, expect } from 'vitest';

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;
const originals = METHODS.map((method) => [method, console[method]] as const);
let said: string[] = [];

/** A test that logs fails: what is worth saying is worth asserting. */
beforeEach(() => {
  said = [];
  for (const method of METHODS) {
    console[method] = (...parts: unknown[]) =>
      void said.push(`console.${method}: ${parts.map(String).join(' ')}`);
  }
});

afterEach(() => {
  for (const [method, original] of originals) console[method] = original;
  expect(said).toEqual([]);
});

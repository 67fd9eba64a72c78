import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The journeys: one after another, since they share one machine's browser and measure what it does. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/browser/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    fileParallelism: false,
    // Pages are apart by their contexts, so files share what takes long to begin: the driver and the browser.
    isolate: false,
    restoreMocks: true,
    // A browser on a busy machine now and then loses a page: what passed only the second time is named at the end.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } }
  }
});

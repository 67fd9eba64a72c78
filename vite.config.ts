import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { normalizePath, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const { LENS_ROUTING = 'path', LENS_BASE = '', LENS_AREAS = 'all', LENS_ONE_FILE = '' } = process.env;
const base = LENS_BASE.replace(/^\/|\/$/g, '');

/** Tests that change whose the process is, or where on earth it runs, which a thread cannot. */
const OF_THE_PROCESS = ['tests/domain/dates.test.ts', 'tests/scripts/release-folder.test.ts'];

/** Where addresses live in the fragment there is one page, and Kit refuses options of pages. */
const withoutPageOptions: Plugin = {
  name: 'lens:without-page-options',
  enforce: 'pre',
  transform: (code, id) =>
    LENS_ROUTING === 'hash' && /\/src\/routes\/.*\+(page|layout)\.ts$/.test(id)
      ? code.replace(/^export (const (?:prerender|trailingSlash|ssr|csr|entries)\b)/gm, '$1')
      : null
};

/**
 * A worker made from a blob has no address of its own to find the solver's WebAssembly by. It is told where the page has
 * it, so a second copy is left out.
 */
const withoutOwnWasm: Plugin = {
  name: 'lens:without-own-wasm',
  enforce: 'pre',
  transform: (code, id) => {
    if (!/\/highs\/build\/highs\.mjs$/.test(id)) return null;
    const found = /new URL\("highs\.wasm",\s*import\.meta\.url\)\.href/;
    if (!found.test(code)) throw new Error('the solver looks for its WebAssembly in another way than before');
    return code.replace(found, '""');
  }
};

type Graph = { getModuleInfo(id: string): { importedIds: readonly string[] } | null };

const LAYOUT = normalizePath(fileURLToPath(new URL('src/routes/+layout.svelte', import.meta.url)));

/** All that the frame around every page imports goes in one file: some forty small ones weigh a tenth more compressed. */
const frameInOneFile: Plugin = {
  name: 'lens:frame-in-one-file',
  apply: 'build',
  outputOptions(options) {
    if (this.environment.name !== 'client' || LENS_ONE_FILE !== '') return null;
    const frame = new Set<string>();
    const gather = (id: string, graph: Graph) => {
      if (frame.has(id)) return;
      frame.add(id);
      graph.getModuleInfo(id)?.importedIds.forEach((imported) => gather(imported, graph));
    };
    const name = (id: string, graph: Graph) => {
      if (frame.size === 0) gather(LAYOUT, graph);
      return frame.has(id) ? 'frame' : null;
    };
    return { ...options, codeSplitting: { groups: [{ name }] } };
  }
};

export default defineConfig({
  // What only a worker imports is met too late for Vite to find by itself: it would load the page anew.
  optimizeDeps: { include: ['highs', '@noble/hashes/sha2.js', '@noble/hashes/utils.js', 'fflate'] },
  worker: { plugins: () => [withoutOwnWasm] },
  plugins: [withoutPageOptions, frameInOneFile, sveltekit()],
  define: {
    __LENS_ROUTING__: JSON.stringify(LENS_ROUTING === 'hash' ? 'hash' : 'path'),
    __LENS_BASE__: JSON.stringify(base === '' ? '' : `/${base}`),
    __LENS_AREAS__: JSON.stringify(LENS_AREAS),
    __LENS_ONE_FILE__: JSON.stringify(LENS_ONE_FILE !== '')
  },
  test: {
    // A test says what is true, not how fast: a busy machine may take its time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Files of one worker share what they import, and with it what tests/published.ts has read and opened.
    isolate: false,
    // By itself it leaves one core of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    restoreMocks: true,
    unstubGlobals: true,
    setupFiles: ['tests/quiet.ts'],
    // Threads begin sooner and pass on what they found faster.
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          pool: 'threads',
          include: ['tests/**/*.test.ts'],
          exclude: [...OF_THE_PROCESS, 'tests/browser/**', 'tests/leaks/site/**']
        }
      },
      { extends: true, test: { name: 'processes', pool: 'forks', include: OF_THE_PROCESS } }
    ]
  }
});

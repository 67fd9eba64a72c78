import { basename } from 'node:path';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import adapter from '@sveltejs/adapter-static';

const out = process.env['LENS_OUT'] || 'build';
const base = process.env['LENS_BASE'] || '';
const routing = process.env['LENS_ROUTING'] === 'hash' ? 'hash' : 'pathname';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ pages: out, assets: out, fallback: '404.html' }),
    // Two builds may live, and be made, side by side: scripts/setup/site.mjs names the same folder.
    outDir: out === 'build' ? '.svelte-kit' : `.svelte-kit-${basename(out)}`,
    paths: { base },
    router: { type: routing }
  }
};

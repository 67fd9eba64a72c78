import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import adapter from '@sveltejs/adapter-static';

const { LENS_OUT = 'build', LENS_BASE = '', LENS_ROUTING = 'path', LENS_STATIC = 'static' } = process.env;

/** Hashes of the scripts written in `app.html`, so that the policy lets those run and no others. */
const scriptHashes = [
  ...readFileSync(new URL('src/app.html', import.meta.url), 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)
].map(
  ([, text = '']) =>
    /** @type {`sha256-${string}`} */ (`sha256-${createHash('sha256').update(text).digest('base64')}`)
);

const base = LENS_BASE.replace(/\/$/, '');

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({
      pages: LENS_OUT,
      assets: LENS_OUT,
      ...(LENS_ROUTING === 'hash' ? {} : { fallback: '404.html' })
    }),
    files: { assets: LENS_STATIC },
    outDir: LENS_OUT === 'build' ? '.svelte-kit' : `.svelte-kit-${basename(LENS_OUT)}`,
    paths: { base: base === '' ? '' : `/${base.replace(/^\//, '')}` },
    router: { type: LENS_ROUTING === 'hash' ? 'hash' : 'pathname' },
    // The one style sheet is 4 kB compressed: within the page it costs less than the wait for another answer.
    inlineStyleThreshold: 32_000,
    prerender: { crawl: false, handleUnseenRoutes: 'ignore' },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', 'wasm-unsafe-eval', ...scriptHashes],
        // A worker from a blob: is bound by this policy; one loaded from an address would not be.
        'worker-src': ['blob:'],
        'connect-src': ['self'],
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['none']
      }
    }
  }
};

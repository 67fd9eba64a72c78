import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import adapter from '@sveltejs/adapter-static';

const {
  LENS_OUT = 'build',
  LENS_BASE = '',
  LENS_ROUTING = 'path',
  LENS_STATIC = 'static',
  LENS_ONE_FILE = ''
} = process.env;
const oneFile = LENS_ONE_FILE !== '';

/** Hashes of the scripts written in `app.html`, so that the policy lets those run and no others. */
const scriptHashes = [
  ...readFileSync(new URL('src/app.html', import.meta.url), 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)
].map(
  ([, text = '']) =>
    /** @type {`sha256-${string}`} */ (`sha256-${createHash('sha256').update(text).digest('base64')}`)
);

const base = LENS_BASE.replace(/\/$/, '');

/** @type {NonNullable<NonNullable<import('@sveltejs/kit').KitConfig['csp']>['directives']>} */
const always = {
  // A worker from a blob: is bound by this policy; one loaded from an address would not be.
  'worker-src': ['blob:'],
  'object-src': ['none'],
  'base-uri': ['none'],
  'form-action': ['none']
};

/**
 * What a page may reach: its own host; nothing at all, where it is one file and brings everything.
 *
 * @type {typeof always}
 */
const directives = oneFile
  ? {
      ...always,
      'default-src': ['none'],
      'script-src': ['wasm-unsafe-eval', ...scriptHashes],
      'connect-src': ['none'],
      'style-src': ['unsafe-inline'],
      'img-src': ['data:', 'blob:'],
      'font-src': ['data:']
    }
  : {
      ...always,
      'default-src': ['self'],
      'script-src': ['self', 'wasm-unsafe-eval', ...scriptHashes],
      'connect-src': ['self'],
      'style-src': ['self', 'unsafe-inline'],
      'img-src': ['self', 'data:', 'blob:'],
      'font-src': ['self']
    };

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
    output: { bundleStrategy: oneFile ? 'inline' : 'split' },
    // The one style sheet is 7 kB compressed: within the page it costs less than the wait for another answer.
    inlineStyleThreshold: 40_000,
    prerender: { crawl: false, handleUnseenRoutes: 'ignore' },
    csp: { mode: 'hash', directives },
    // The native compiler meets components as written by svelte-check, which it finds by paths and not by `imports`.
    typescript: {
      config: (config) => {
        config.compilerOptions.paths['#lib/*'] = ['../src/lib/*'];
      }
    }
  }
};

import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const { LENS_ROUTING = 'path', LENS_BASE = '', LENS_AREAS = 'all' } = process.env;
const base = LENS_BASE.replace(/^\/|\/$/g, '');

/** Where addresses live in the fragment there is one page, and Kit refuses options of pages. */
const withoutPageOptions: Plugin = {
  name: 'lens:without-page-options',
  enforce: 'pre',
  transform: (code, id) =>
    LENS_ROUTING === 'hash' && /\/src\/routes\/.*\+(page|layout)\.ts$/.test(id)
      ? code.replace(/^export (const (?:prerender|trailingSlash|ssr|csr|entries)\b)/gm, '$1')
      : null
};

export default defineConfig({
  plugins: [withoutPageOptions, sveltekit()],
  define: {
    __LENS_ROUTING__: JSON.stringify(LENS_ROUTING === 'hash' ? 'hash' : 'path'),
    __LENS_BASE__: JSON.stringify(base === '' ? '' : `/${base}`),
    __LENS_AREAS__: JSON.stringify(LENS_AREAS)
  },
  test: { include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'], setupFiles: ['tests/quiet.ts'] }
});

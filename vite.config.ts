import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

const { LENS_ROUTING = 'path', LENS_BASE = '', LENS_AREAS = 'all' } = process.env;
const base = LENS_BASE.replace(/^\/|\/$/g, '');

export default defineConfig({
  plugins: [sveltekit()],
  define: {
    __LENS_ROUTING__: JSON.stringify(LENS_ROUTING === 'hash' ? 'hash' : 'path'),
    __LENS_BASE__: JSON.stringify(base === '' ? '' : `/${base}`),
    __LENS_AREAS__: JSON.stringify(LENS_AREAS)
  },
  test: { include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'], setupFiles: ['tests/quiet.ts'] }
});

import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** Apart from the others: it builds a whole site. */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  plugins: [sveltekit()],
  define: { __LENS_ROUTING__: '"path"', __LENS_BASE__: '""', __LENS_AREAS__: '"all"' },
  test: { include: ['tests/leaks/site/**/*.test.ts'], testTimeout: 240_000, hookTimeout: 240_000 }
});

import { error } from '@sveltejs/kit';
import { ADDRESSING } from '#lib/selection/addressing.ts';
import type { ChartModel } from '#lib/views/model.ts';

/** Never prerendered. Kit copies options it can read without running them into hash-routed builds, and then refuses them. */
export const prerender = ADDRESSING.routing === 'hash';
export const ssr = false;

/** Every chart on its test figures, for developers; not part of what is published. */
export async function load(): Promise<{ charts: readonly ChartModel[] }> {
  if (!import.meta.env.DEV) error(404, 'The gallery of charts is there only while developing.');
  const { FIXTURES } = await import('../../../tests/charts/fixtures.ts');
  return { charts: Object.values(FIXTURES) };
}

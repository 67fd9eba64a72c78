import { error } from '@sveltejs/kit';
import type { ChartModel } from '#lib/views/model.ts';

export const prerender = false;
export const ssr = false;

/** Every chart on its test figures, for developers; not part of what is published. */
export async function load(): Promise<{ charts: readonly ChartModel[] }> {
  if (!import.meta.env.DEV) error(404, 'The gallery of charts is there only while developing.');
  const { FIXTURES } = await import('../../../tests/charts/fixtures.ts');
  return { charts: Object.values(FIXTURES) };
}

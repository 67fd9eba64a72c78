import { expect, test, vi } from 'vitest';
import type { ViewModel } from '#lib/views/model.ts';
import { answerFrom, startEngine, type Live } from '#lib/ui/engine.svelte.ts';
import { ReportPages } from '#lib/ui/report-pages.svelte.ts';
import { sharedFacts } from '../published.ts';

vi.mock('#lib/ui/engine.svelte.ts', async (original) => ({
  ...(await original<typeof import('#lib/ui/engine.svelte.ts')>()),
  startEngine: vi.fn<() => Promise<Pick<Live, 'modelOf'>>>()
}));

const facts = await sharedFacts('data/demo');
const engine: Pick<Live, 'modelOf'> = { modelOf: vi.fn((place, asking) => answerFrom(facts, place, asking)) };
vi.mocked<() => Promise<Pick<Live, 'modelOf'>>>(startEngine).mockResolvedValue(engine);

const PAGE = 'kestrelshire/audits';
function standsIn(model: ViewModel | { readonly unanswerable: string }) {
  if ('unanswerable' in model) throw new Error(model.unanswerable);
  const table = model.slots.flatMap(({ tables = [] }) => tables).find(({ id }) => id === 'audit-actions');
  return table?.table.rows[0]?.['stands'];
}

test('a page of a report tells of actions on the day that is asked for, worked out once for that day', async () => {
  const pages = new ReportPages();
  const [one, again] = await Promise.all([pages.page(PAGE, '2024-07-10'), pages.page(PAGE, '2024-07-10')]);
  expect(standsIn(one)).toBe('Overdue at 10 July 2024');
  expect(again).toBe(one);
  expect(engine.modelOf).toHaveBeenCalledTimes(1);
  expect(standsIn(await pages.page(PAGE, '2024-07-31'))).toBe('Overdue by one month at 31 July 2024');
});

import { expect, test } from 'vitest';
import { seldom } from '#lib/store/seldom.ts';
import type { Progress } from '#lib/store/draft-messages.ts';

test('a page is told of each stage at once, and of how far it is no more often than it can paint', () => {
  let clock = 0;
  const told: string[] = [];
  const tell = seldom(
    ({ stage, done }) => told.push(`${stage} ${String(done)}`),
    () => clock
  );
  const stages: readonly Progress['stage'][] = ['reading', 'checking'];
  for (const stage of stages)
    for (let done = 0; done < 200; done += 1) {
      tell({ stage, done, of: 200 });
      clock += 1;
    }
  expect(told).toEqual([
    'reading 0',
    'reading 80',
    'reading 160',
    'checking 0',
    'checking 80',
    'checking 160'
  ]);
});

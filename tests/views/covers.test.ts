import { expect, it } from 'vitest';
import { pageOf, sharedFacts } from '../published.ts';

const published = await sharedFacts();

it('the chart of recorded neglect of Leeds covers the years that it draws, from 2018, and none before', async () => {
  const model = await pageOf(published, 'leeds', { view: 'prevalence' });
  const chart = model.slots.flatMap(({ charts }) => charts).find(({ id }) => id === 'recorded-neglect');
  const first = String(chart?.table.rows[0]?.['year']);
  expect(Number(first)).toBeGreaterThan(2013);
  expect(chart?.covers).toMatch(new RegExp(`^year to 31 March ${first} to 31 March 2024$`));
});

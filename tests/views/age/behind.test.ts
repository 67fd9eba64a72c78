/** What stands behind each age over the years. */
import { expect, test } from 'vitest';
import { pageOf, sharedFacts } from '../../published.ts';

const demo = await sharedFacts('data/demo');

test.each(['amberfold', 'quillmere', 'middle-coast', 'quill-vale-partnership', 'kestrelshire', 'england'])(
  '%s: nothing is drawn behind that the key could not name',
  async (area) => {
    const { slots } = await pageOf(demo, area, { view: 'age' });
    const specs = slots
      .flatMap(({ charts }) => charts)
      .flatMap(({ spec }) => (spec.kind === 'multiples' ? [spec] : []));
    for (const { behind, panels } of specs)
      if (behind === undefined) expect(panels.filter((panel) => panel.behind !== undefined)).toEqual([]);
  }
);

test('figures of the country have not themselves behind them', async () => {
  const { slots } = await pageOf(demo, 'amberfold', { view: 'age' });
  const chart = slots.flatMap(({ charts }) => charts).find(({ id }) => id === 'ages-over-time');
  expect(chart?.spec).toMatchObject({ kind: 'multiples' });
  expect(JSON.stringify(chart?.spec)).not.toContain('"behind"');
});

/** Pages of areas of which nothing tells who refers. */
import { describe, expect, test } from 'vitest';
import { pageOf, sharedFacts } from '../../published.ts';

const slotOf = async (folder: string, area: string) => {
  const model = await pageOf(await sharedFacts(folder), area, { view: 'agencies' });
  return { model, slot: model.slots.find(({ id }) => id === 'none-recorded') };
};

describe('where nothing tells who refers', () => {
  test.each(['glanwern', 'mawddach'])('%s is not told of a code that its return lacks', async (area) => {
    const { model, slot } = await slotOf('tests/bundles/wales', area);
    expect(JSON.stringify(model)).not.toMatch(/no code|for every reason: nobody publishes/);
    expect(model.questions).toEqual([]);
    expect(slot?.notSupplied?.what).toContain('is not in these figures');
  });

  test('an authority of which the national return is loaded is told what that return has no code for', async () => {
    const { slot } = await slotOf('data/published', 'leeds');
    expect(slot?.statements.map(({ text }) => text).join(' ')).toContain(
      'The national return has no code for'
    );
  });
});

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

describe('before the first audit of referrals', () => {
  const quality = async (period: string) => {
    const model = await pageOf(await sharedFacts('data/demo'), 'kestrelshire', { view: 'agencies', period });
    const slot = model.slots.find(({ id }) => id === 'quality');
    return { said: slot?.statements.map(({ text }) => text).join(' ') ?? '', slot };
  };

  test('the first is named, with the first position that has it, and nothing is asked for', async () => {
    const { said, slot } = await quality('2021');
    expect(said).toContain(
      'No audit of referrals is as early as this date. The first is of 14 November 2022. Choose 31 March 2023 or later under “Position at”.'
    );
    expect(slot?.notSupplied).toBeUndefined();
    expect((await quality('2023')).said).toContain('The audit was on 14 November 2022');
  });

  test('it is asked for where none is loaded of any date', async () => {
    const model = await pageOf(await sharedFacts('data/published'), 'leeds', {
      view: 'agencies',
      period: '2021'
    });
    const slot = model.slots.find(({ id }) => id === 'quality');
    expect(slot?.notSupplied?.what).toContain('The quality of referrals');
  });
});

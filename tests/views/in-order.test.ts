import { describe, expect, test } from 'vitest';
import { callersOf } from '#lib/ui/note-links.ts';
import { VIEWS } from '#lib/selection/place.ts';
import { pageOf, sharedFacts } from '../published.ts';

const facts = await sharedFacts();

describe('notes of a page', () => {
  test.each(VIEWS)('are numbered in the order in which %s calls them', async (view) => {
    for (const area of ['leicestershire', 'rutland', 'england']) {
      const model = await pageOf(facts, area, { view });
      const called = [...callersOf(model).keys()];
      expect(called, area).toEqual(called.map((_, index) => index + 1));
      expect(model.notes.map(({ number }) => number)).toEqual(model.notes.map((_, index) => index + 1));
    }
  });

  test('keep their words: the note of a chart is the one that it was made with', async () => {
    const model = await pageOf(facts, 'leicestershire');
    const [slot] = model.slots.filter(({ id }) => id === 'naming-acting');
    const texts = (slot?.statements ?? []).flatMap(({ notes = [] }) =>
      notes.map((note) => model.notes.find(({ number }) => number === note)?.text)
    );
    expect(texts).toContain('Counts of children in the same year, not the same children followed.');
  });

  test.each(['overview', 'prevalence'] as const)(
    'of a locality are those of what %s shows of it',
    async (view) => {
      const model = await pageOf(await sharedFacts('data/demo'), 'amberfold', { view });
      expect(model.notes.map(({ number }) => number)).toEqual([...callersOf(model).keys()]);
      expect(model.notes.map(({ text }) => text).join(' ')).not.toContain('Two flows of one year');
    }
  );
});

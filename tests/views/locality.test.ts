import { describe, expect, test } from 'vitest';
import { pageOf, sharedFacts, wordsOf } from '../published.ts';

describe('the page of a locality', async () => {
  const facts = await sharedFacts('data/demo');

  test.each(['overview', 'prevalence'] as const)(
    '%s: shows what is counted there, and says once that nothing else is',
    async (view) => {
      const page = await pageOf(facts, 'amberfold', { view });
      const rest = page.slots.at(-1);
      expect(rest?.statements.map(({ text }) => text).join()).toMatch(
        /^Nothing else on this page is counted for Amberfold alone\. See the page of Kestrelshire, which Amberfold is part of, for these: /
      );
      expect(page.slots.length).toBeGreaterThan(1);
      expect(wordsOf(page)).not.toMatch(/The band above the line|No authority publishes it/);
    }
  );

  test('names each slot of the Overview that its authority may fill, and opens none with nothing in it', async () => {
    const page = await pageOf(facts, 'amberfold');
    expect(page.slots.map(({ id }) => id)).toEqual(['unseen', 'scorecard', 'locality-rest']);
    expect(page.slots.at(-1)?.statements[0]?.text).toContain(
      'for these: position; what the category may hide; naming against acting; what changed unusually; time and return; what children, families and practitioners say.'
    );
  });

  test('has no “no code” for services that its authority counts, and no chart of England alone', async () => {
    const page = await pageOf(facts, 'amberfold', { view: 'agencies' });
    expect(page.headline).toEqual({
      text: 'Who refers children is counted for Kestrelshire as a whole, not by locality.'
    });
    expect(page.slots.map(({ id }) => id)).toEqual(['locality-rest']);
    expect(page.slots[0]?.statements[0]?.text).toContain(
      'Nothing on this page is counted for Amberfold alone. See the page of Kestrelshire'
    );
    expect(page.questions).toEqual([]);
  });

  test('leaves that of its authority as it is', async () => {
    const page = await pageOf(facts, 'kestrelshire', { view: 'prevalence' });
    expect(page.slots.map(({ id }) => id)).not.toContain('locality-rest');
    expect(page.slots.length).toBeGreaterThan(7);
  });
});

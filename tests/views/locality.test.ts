import { describe, expect, test } from 'vitest';
import { VIEWS, type View } from '#lib/selection/place.ts';
import { nowShowing } from '#lib/ui/asked.ts';
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

describe('what the page of a locality has not', async () => {
  const facts = await sharedFacts('data/demo');

  test.each(VIEWS)('%s: is never told as what nobody publishes', async (view) => {
    const page = await pageOf(facts, 'amberfold', { view });
    const told = [
      page.headline.text,
      ...page.slots.flatMap(({ statements, facts: listed = [], tables = [], charts, notSupplied }) => [
        ...statements.map(({ text }) => text),
        ...listed.map(({ text }) => text),
        ...tables.map(({ title }) => title),
        ...charts.map(({ description }) => description),
        notSupplied?.what ?? ''
      ]),
      ...page.questions.map(({ because }) => because)
    ].join('\n');
    expect(told).not.toMatch(/publish/);
  });

  test('is said to be supplied for its authority, where it is, and to be counted by locality too', async () => {
    const page = await pageOf(facts, 'amberfold', { view: 'journey' });
    expect(page.headline.text).toBe(
      'How long neglect goes on, and how often children come back, is supplied for Kestrelshire, and not for Amberfold alone.'
    );
    expect(page.slots[0]?.facts?.map(({ text }) => text)).toContain(
      'Supplied for Kestrelshire as a whole. Count it by locality too.'
    );
    expect(page.questions[0]?.because).toBe(
      'That is supplied for Kestrelshire, and not for Amberfold alone.'
    );
  });

  test('is so by age too, and its question and its list do not deny it', async () => {
    const page = await pageOf(facts, 'amberfold', { view: 'age' });
    expect(page.headline.text).toContain('It is for Kestrelshire: see its page.');
    expect(page.questions[0]).toMatchObject({
      id: 'older-not-counted',
      because:
        'Ages are supplied for Kestrelshire, and not for Amberfold alone. Those are in other bands, so nobody can tell from them whether older children are seen.'
    });
    const listed = page.slots.find(({ id }) => id === 'beyond')?.facts ?? [];
    expect(Object.fromEntries(listed.map(({ term, text }) => [term, text]))).toMatchObject({
      'Ages on the plan list, with 7 to 15':
        'Supplied for Kestrelshire as a whole. Count it by locality too, with 7 to 15 as a band.',
      'Girls and boys at each age': 'Supplied for Kestrelshire as a whole. Count it by locality too.'
    });
  });

  test('is so at each tier and for 7 to 15, where its authority has these', async () => {
    const { catalogue } = facts;
    const areas = catalogue.manifest.areas.map((area) =>
      area.id === 'amberfold' ? { ...area, parent: 'lanternport' } : area
    );
    const moved = { ...facts, catalogue: { ...catalogue, manifest: { ...catalogue.manifest, areas } } };
    const page = await pageOf(moved, 'amberfold', { view: 'age' });
    expect(page.questions[0]?.because).toBe(
      'Ages are supplied for Lanternport, and not for Amberfold alone.'
    );
    const listed = page.slots.find(({ id }) => id === 'beyond')?.facts ?? [];
    const told = 'Supplied for Lanternport as a whole. Count it by locality too.';
    expect(Object.fromEntries(listed.map(({ term, text }) => [term, text]))).toMatchObject({
      'Ages on the plan list, with 7 to 15': told,
      'Ages at “Early help” and “Child in need plan”': told
    });
  });

  test('is counted by the scorecard apart from what nobody supplied', async () => {
    const page = await pageOf(facts, 'amberfold');
    expect(page.slots.find(({ id }) => id === 'scorecard')?.tables?.[0]?.title).toMatch(
      / \d+ more are supplied for Kestrelshire alone, not by locality; \d+ more have not been supplied\.$/
    );
  });
});

describe('with whom the page of a locality compares', async () => {
  const facts = await sharedFacts('data/demo');

  test('is nobody where nothing on it does, and offers no choice of it', async () => {
    const page = await pageOf(facts, 'amberfold');
    expect([page.compare.label, page.choices.compares]).toEqual(['', []]);
    expect(nowShowing(page)).toMatch(/^Now showing Amberfold\. Position at 31 March 2024\. /);
  });

  test('is England where it does, and stays for its authority', async () => {
    const age = await pageOf(facts, 'amberfold', { view: 'age' });
    expect(nowShowing(age)).toContain('Position at 31 March 2024, compared with England only. In England, ');
    const whole = await pageOf(facts, 'kestrelshire');
    expect(whole.compare.label).toBe('similar areas and England');
  });
});

describe('an area of a loaded release', async () => {
  const facts = await sharedFacts('data/demo');

  test('lacks what was not supplied, and official statistics what is not published', async () => {
    const text = async (area: string, view: View) =>
      JSON.stringify((await pageOf(facts, area, { view })).headline);
    expect(await text('quillmere', 'age')).toContain('were is not supplied: the plan list');
    const official = await pageOf(await sharedFacts(), 'leeds', { view: 'age' });
    expect(JSON.stringify(official.headline)).toContain('is not published');
  });

  test.each(['wales', 'scotland', 'northern-ireland'])(
    'of %s says nothing of what others publish',
    async (nation) => {
      const abroad = await sharedFacts(`tests/bundles/${nation}`);
      const areas = abroad.catalogue.manifest.areas.filter(
        ({ kind }) => kind === 'authority' || kind === 'country'
      );
      for (const { slug } of areas.slice(0, 2))
        for (const view of VIEWS) {
          const { headline, slots, questions, notes } = await pageOf(abroad, slug, { view });
          expect(JSON.stringify([headline, slots, questions, notes])).not.toMatch(
            /nobody publishes|nothing is published|not published|no authority publishes|published for any/i
          );
        }
    }
  );
});

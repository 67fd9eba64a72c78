/** Positions before the first date of a strategy that is loaded. */
import { describe, expect, test } from 'vitest';
import { pageOf, sharedFacts } from '../../published.ts';

const demo = await sharedFacts('data/demo');
const early = (area: string) => pageOf(demo, area, { view: 'strategy', period: '2018' });

describe('before the first date of a strategy', () => {
  test.each(['kestrelshire', 'quill-vale-partnership'])(
    '%s names it, and the first position that has it',
    async (area) => {
      const { headline, slots, questions } = await early(area);
      expect(headline.text).toContain(
        'is as early as this one. The first is 1 September 2021. Choose 31 March 2022 or later under “Position at”.'
      );
      expect(JSON.stringify([headline, slots, questions])).not.toMatch(
        /No (strategy )?date (of a strategy )?is loaded|list of milestones/
      );
      const supply = slots.find(({ id }) => id === 'to-supply');
      expect(supply?.statements.at(-1)?.text).toContain('the first are of 31 March 2021');
    }
  );

  test('sides that begin later are said to, with the first date that has them', async () => {
    const said = async (period: string) => {
      const { slots } = await pageOf(demo, 'kestrelshire', { view: 'strategy', period });
      return slots.find(({ id }) => id === 'sides')?.statements.map(({ text }) => text) ?? [];
    };
    const early = await said('2021');
    expect(early).toContain(
      'Figures of some sides begin after this date: audits on “Is neglect seen?”, audits on “Do services work as one?” and audits on “Does life get better?”. The first are of 31 March 2023. Choose 31 March 2023 or later under “Position at”.'
    );
    expect(early.join(' ')).not.toContain('Not supplied');
    expect((await said('2023')).join(' ')).not.toMatch(/begin after|Not supplied: audits/);
  });

  test('an area of which none is loaded is still asked for one', async () => {
    const { headline, questions } = await early('brindlemoor');
    expect(headline.text).toContain('No strategy date is loaded for Brindlemoor');
    expect(questions.map(({ id }) => id)).toContain('dates');
  });

  test('tells of no document by a review that came later, and of a trend only up to the date', async () => {
    const { slots } = await early('kestrelshire');
    const texts = slots.flatMap(({ statements, facts = [] }) =>
      [...statements, ...facts].map(({ text }) => text)
    );
    expect(texts).toContain(
      'A neglect strategy that is in date: not told for this date. The only review that is listed is of 1 April 2022, which came later.'
    );
    expect(texts).toContain(
      'Not told for this date. The only review that is listed is of 15 January 2024, which came later.'
    );
    expect(texts.join(' ')).not.toMatch(/in date: yes|A draft only/);
    const titles = slots.flatMap(({ charts }) => charts.map(({ title }) => title));
    expect(titles).toContain('Too few years in a row up to 2018 to speak of a trend');
    const { slots: since } = await pageOf(demo, 'kestrelshire', { view: 'strategy', period: '2023' });
    expect(since.flatMap(({ statements }) => statements.map(({ text }) => text)).join(' ')).toContain(
      'in date: yes. It was last reviewed on 1 April 2022.'
    );
  });
});

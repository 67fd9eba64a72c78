/** On a partnership's own page, every figure of one authority is named as that authority's. */
import { describe, expect, it } from 'vitest';
import { pageOf, sharedFacts } from '../published.ts';

const demo = await sharedFacts('data/demo');

describe('the page of a partnership whose figures are its authorities’', async () => {
  const model = await pageOf(demo, 'quill-vale-partnership', { view: 'strategy' });
  const judged = model.questions.filter(({ id }) => ['what-else', 'expected', 'recoding'].includes(id));
  const charts = model.slots.flatMap(({ charts }) => charts);
  it('names the authority in the reason of each question', () => {
    expect(judged.map(({ because }) => because)).toEqual([
      expect.stringMatching(/^Assessments that recorded neglect \(Lanternport\): 59\.1 per 10,000/),
      expect.stringMatching(/^Referrals assessed as not in need \(Kestrelshire\): 29\.5%/),
      expect.stringMatching(/\((Lanternport|Kestrelshire)\)\.$/)
    ]);
  });
  it('asks of that authority, and not of “here”', () => {
    expect(judged.map(({ ask }) => ask).slice(0, 2)).toEqual([
      'What else changed in Lanternport around April 2022 that could have done this?',
      'What should have changed in Kestrelshire and not elsewhere, and by when?'
    ]);
  });
  it('names it in the title of each drawing after a milestone, by year and by quarter', () => {
    const titles = charts.filter(({ id }) => /^(after|quarters)-/.test(id)).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(2);
    for (const title of titles) expect(title).toMatch(/Lanternport|Kestrelshire/);
    expect(titles).toContain(
      'Assessments that recorded neglect (Lanternport): up 41% since April 2022; in similar areas down 1%'
    );
  });
  it('says no authority’s name on that authority’s own page', async () => {
    const own = await pageOf(demo, 'lanternport', { view: 'strategy' });
    const titles = own.slots.flatMap(({ charts }) => charts).map(({ title }) => title);
    expect(titles).toContain(
      'Assessments that recorded neglect: up 41% since April 2022; in similar areas down 1%'
    );
  });
});

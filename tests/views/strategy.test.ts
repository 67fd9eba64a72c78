import { describe, expect, it } from 'vitest';
import type { ViewModel } from '#lib/views/model.ts';
import { pageOf, sharedFacts, wordsOf } from '../published.ts';

const demo = await sharedFacts('data/demo');
const published = await sharedFacts();
const page = (area: string, rest = {}) => pageOf(demo, area, { view: 'strategy', ...rest });
const slot = (model: ViewModel, id: string) => model.slots.find((each) => each.id === id);
const chart = (model: ViewModel, id: string) =>
  model.slots.flatMap(({ charts }) => charts).find((each) => each.id === id);
const verdicts = (model: ViewModel) =>
  (slot(model, 'outcomes')?.tables?.[0]?.table.rows ?? []).map(({ figure, verdict }) => [figure, verdict]);

describe('Lanternport, whose strategy was followed by a real shift', async () => {
  const model = await page('lanternport');
  it('changed more than similar areas: recorded neglect from 59 to 83 for every 10,000', () => {
    expect(model.headline.text).toContain('from 59.1 to 83.3 per 10,000 children after April 2022');
    expect(model.headline.text).toContain('changed more than in similar areas');
    expect(chart(model, 'after-assessments-neglect-rate')?.title).toBe(
      'Up 41% since April 2022; in similar areas down 1%'
    );
  });
  it('says so of recorded neglect and of nothing else', () => {
    const more = verdicts(model).filter(([, verdict]) => String(verdict).startsWith('Changed'));
    expect(more.map(([figure]) => figure)).toEqual([
      'Assessments that recorded neglect',
      'Share of assessments that recorded neglect'
    ]);
  });
  it('gives no verdict on categories across the recoding, and draws it as a break', () => {
    const none = verdicts(model).filter(([, verdict]) => verdict === 'No verdict: recording changed');
    expect(none).toHaveLength(3);
    const drawn = chart(model, 'after-plans-neglect-share')?.spec;
    expect(drawn?.kind === 'series' && drawn.breaks.map(({ year }) => year)).toEqual([2023]);
    expect(wordsOf(model)).not.toMatch(/plans? (that are )?for neglect:? (rose|fell|up|down)/i);
  });
  it('starts the limits of its quarters anew at the milestone', () => {
    const drawn = chart(model, 'quarters-assessments-neglect-rate')?.spec;
    expect(drawn?.kind === 'control' && drawn.points.filter(({ rebased }) => rebased).length).toBe(1);
  });
  it('asks first whether the tool is in use', () => {
    expect(model.slots[0]?.id).toBe('tool');
    expect(model.slots[0]?.statements[0]?.text).toContain('158 of 455');
  });
  it('calls the partnership’s figures those of the whole of it', () =>
    expect(wordsOf(model)).toContain('For the whole of Quill Vale partnership'));
  it('has too few years to tell a year earlier', async () => {
    const earlier = await page('lanternport', { period: '2023' });
    expect(earlier.headline.text).not.toContain('more than');
    expect(verdicts(earlier).every(([, verdict]) => !String(verdict).startsWith('Changed'))).toBe(true);
  });
});

describe('Kestrelshire, which changed only as others did', async () => {
  const model = await page('kestrelshire');
  it('cannot put the fall in referrals not in need down to its strategy', () => {
    expect(model.headline.text).toContain('It cannot be put down to what was done here');
    const words = wordsOf(model);
    expect(words).toContain('it was down 2.5 points; in England (made up) it was down 3.8 points');
  });
  it('changed more in nothing', () =>
    expect(verdicts(model).filter(([, verdict]) => String(verdict).startsWith('Changed more'))).toEqual([]));
  it('starts no limits anew', () => {
    const drawn = chart(model, 'quarters-referrals-not-in-need-share')?.spec;
    expect(drawn?.kind).toBe('control');
    expect(drawn?.kind === 'control' && drawn.points.some(({ rebased }) => rebased !== undefined)).toBe(
      false
    );
  });
});

describe('the page of the partnership', async () => {
  const model = await page('quill-vale-partnership');
  it('sets its authorities side by side and adds up none of them', () => {
    expect(model.headline.text).toContain('Kestrelshire, 375 of 1,057');
    expect(model.headline.text).toContain('Lanternport, 158 of 455');
    expect(wordsOf(model)).not.toContain('of 1,559');
  });
  it('tells both verdicts, each by the name of its authority', () => {
    expect(verdicts(model)).toContainEqual([
      'Assessments that recorded neglect (Lanternport)',
      'Changed more than similar areas'
    ]);
    expect(verdicts(model)).toContainEqual([
      'Referrals assessed as not in need (Kestrelshire)',
      'Changed with similar areas'
    ]);
  });
});

describe('published areas', () => {
  it('Leicestershire: leads with what is published, and says that no date is loaded', async () => {
    const model = await pageOf(published, 'leicestershire', { view: 'strategy' });
    expect(model.headline.text).toMatch(/235, or 16\.2 per 10,000 children\. That is close to similar areas/);
    expect(model.headline.text).toContain('No strategy date is loaded for Leicestershire');
    expect(chart(model, 'long-cp-vol')?.spec.kind).toBe('series');
    expect(slot(model, 'outcomes')).toBeUndefined();
  });
  it('Leicester, Leeds and England have the same page; no verdict stands on any', async () => {
    for (const area of ['leicester', 'leeds', 'england', 'city-of-london', 'isles-of-scilly'])
      expect(wordsOf(await pageOf(published, area, { view: 'strategy' })), area).not.toMatch(
        /Changed (more|with)/
      );
  });
  it('Rutland: withheld is said, and nothing in its stead', async () => {
    const model = await pageOf(published, 'rutland', { view: 'strategy' });
    expect(model.headline.text).toContain('withheld, so that no child can be identified');
  });
});

describe('a small authority', () => {
  it('Quillmere: no figure is shown where it is withheld, and no conclusion from too few', async () => {
    const model = await page('quillmere');
    expect(wordsOf(model)).toContain('The neglect tool is used a second time: withheld');
    expect(wordsOf(model)).not.toMatch(/Changed (more|with)/);
  });
});

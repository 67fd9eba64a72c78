import { describe, expect, it } from 'vitest';
import type { Cell } from '#lib/domain/cell.ts';
import type { ViewModel } from '#lib/views/model.ts';
import { pageOf, sharedFacts, wordsOf } from '../published.ts';

const facts = await sharedFacts();

const known = (value: number): Cell => ({ kind: 'known', value, flags: [] });
const figure = (model: ViewModel, id: string) =>
  model.slots.flatMap((slot) => slot.figures).find((each) => each.id === id);
const chart = (model: ViewModel, id: string) =>
  model.slots.flatMap((slot) => slot.charts).find((each) => each.id === id);
const says = (model: ViewModel, ...parts: string[]) => {
  const words = wordsOf(model);
  for (const part of parts) expect(words).toContain(part);
};

describe('Leicestershire, 2024', async () => {
  const page = await pageOf(facts, 'leicestershire');
  it('has 235 children on plans for neglect, and the news that assessments hardly record it', () => {
    expect(page.headline.text).toBe(
      '235 children were on a plan for neglect, 16.2 for every 10,000: close to similar areas and probably below England. Assessments recorded neglect 26.8 times for every 10,000 children, against 69.5 in England; four of the other 149 authorities are lower.'
    );
    expect(figure(page, 'CPP-NEG-RATE')?.text).toBe('16.2');
    says(page, 'England 20.5', 'the middle of nine similar areas 15.1');
  });
  it('may hide 59 more in “multiple”', () => says(page, '59 more are in the category “multiple”'));
  it('recorded neglect 389 times, 26.8 per 10,000, England 69.5, four of 150 lower', () =>
    says(
      page,
      '389 times',
      '26.8 for every 10,000',
      'England 69.5',
      'four of the other 149 authorities are lower'
    ));
  it('has 1.4 such assessments for each new plan, England 2.7', () =>
    says(
      page,
      'For each new plan with neglect as the first category, 1.4 assessments recorded neglect',
      'England 2.7'
    ));
  it('changed little in count while all plans fell, so the share rose', () =>
    says(
      page,
      'changed little, from 250 to 235',
      'All plans fell 17%, from 515 to 429',
      'share of plans rose from 49% to 55%'
    ));
  it('had referrals up 17% and “assessed not in need” from 18.6% to 34.9%', () =>
    says(page, 'Referrals rose 17%', 'from 18.6% to 34.9%'));
});

describe('Leeds, 2024', async () => {
  const page = await pageOf(facts, 'leeds');
  it('has 185 children on plans for neglect, 10.6 per 10,000, below all ten similar areas', () => {
    expect(page.headline.text).toBe(
      '185 children were on a plan for neglect, 10.6 for every 10,000: below similar areas and England. 7.1 assessments recorded neglect for each new plan for neglect, against 2.7 in England.'
    );
    expect(figure(page, 'CPP-NEG-RATE')?.text).toBe('10.6');
    says(page, 'Lower than all ten similar areas');
  });
  it('has had no “multiple” since 2016', () => {
    const rows = chart(page, 'plans-over-time')?.table.rows ?? [];
    expect(rows.filter((row) => Number(row['year']) >= 2016).map((row) => row['multiple'])).toEqual(
      Array.from({ length: 9 }, () => known(0))
    );
  });
  it('recorded neglect in 1,599 assessments, 91.8 per 10,000, 7.1 for each new plan for neglect', () =>
    says(page, '1,599 times', '91.8 for every 10,000', '7.1 assessments', 'England 2.7'));
  it('differs from England nearly all by the category chosen', () =>
    says(
      page,
      'Counted by these steps, 12.9 children in every 10,000 started a plan for neglect (England 25.7)',
      'Nearly all of that gap is how often neglect is the category chosen'
    ));
  it('describes no change in neglect from 2015 to 2016, when “multiple” was given up', async () => {
    const then = await pageOf(facts, 'leeds', { period: '2016' });
    says(then, 'no change in neglect can be described');
    expect(wordsOf(then)).not.toMatch(/neglect (rose|fell)|Plans started for neglect (rose|fell)/);
  });
});

describe('Rutland, 2024', async () => {
  const page = await pageOf(facts, 'rutland');
  it('leads with the plans that started, and says that neglect among the 26 is withheld', () =>
    expect(page.headline).toMatchObject({
      mark: 'neglect',
      text: 'Of 39 plans that started in the year, 27 had neglect as the first category. Of 26 children on a plan on 31 March 2024, how many for neglect is withheld, so that no child can be identified.'
    }));
  it('cannot be told from England: 32.6 against 41.6', () =>
    says(page, '32.6 for every 10,000', 'We cannot tell that from', 'England (41.6)'));
  it('falls back to plans started: 39, of which 27 for neglect', () =>
    says(page, '39 plans started. 27 of them'));
  it('recorded neglect in 40 of 184 assessments and, over three years, 83 of 493: no difference from England', () =>
    says(page, '40 of 184', '83 of 493: no difference from England'));
});

describe('other areas', () => {
  it('England stands beside its own past and is never called below or above itself', async () => {
    const page = await pageOf(facts, 'england');
    expect(page.headline.text).toBe(
      '24,570 children were on a plan for neglect, 20.5 for every 10,000 (a year earlier 20.5). Assessments recorded neglect 69.5 times for every 10,000 children, against 69.2 a year earlier and 77.3 in 2020: clearly down over five years.'
    );
    expect(page.choices.compares).toHaveLength(1);
  });
  it('Hampshire says that the publisher judged its figures too unreliable', async () => {
    const page = await pageOf(facts, 'hampshire');
    says(page, 'too unreliable to publish');
    expect(page.notices.join(' ')).toContain('Hampshire');
  });
  it('Cumbria ends in 2023 and leads to its successors', async () => {
    const page = await pageOf(facts, 'cumbria');
    expect(page.period.id).toBe('2023');
    expect(page.successors.map(({ name }) => name)).toEqual(['Cumberland', 'Westmorland and Furness']);
  });
  it('North Yorkshire is one series from 2013 to 2024 although its ONS code changed', async () => {
    const page = await pageOf(facts, 'north-yorkshire');
    expect(page.choices.periods).toHaveLength(12);
  });
  it('Hampshire 2024, with nothing to judge, does not say that nothing changed', async () => {
    const words = wordsOf(await pageOf(facts, 'hampshire'));
    expect(words).not.toContain('none changed more');
    expect(words).toContain('Too few figures');
  });
  it('Nottinghamshire says in words the unusual change that it asks about', async () => {
    const page = await pageOf(facts, 'nottinghamshire');
    const asked = page.questions.find(({ id }) => id === 'unusual-change');
    expect(asked?.because).toContain('686');
    says(page, 'Children on a child protection plan fell 26%, from 686 to 510. That is unusual');
  });
  it('Sunderland is told that its change in neglect is unusual', async () => {
    says(await pageOf(facts, 'sunderland'), 'rose 76%, from 164 to 289. That is unusual');
  });
  it('no page calls a change unusual that is not in the outer tenth', async () => {
    const words = wordsOf(await pageOf(facts, 'leicestershire'));
    expect(words).toContain('That is not unusual: in a year, about 26 of 100 authorities');
  });
  it('Isles of Scilly, with no child on a plan, is too uncertain to tell from England, and raises no question of recording', async () => {
    const page = await pageOf(facts, 'isles-of-scilly');
    expect(page.headline.text).toContain('too uncertain to tell from England');
    expect(page.questions.map(({ id }) => id)).not.toContain('few-assessments');
    expect(wordsOf(page)).not.toContain('0 of 0');
  });
  it('the former Dorset is told from today’s, and has counts without rates', async () => {
    const page = await pageOf(facts, 'dorset-to-2019');
    expect(page.area.name).toBe('Dorset (to 2019)');
    expect(page.headline.text).toContain('228 children');
    expect(wordsOf(page)).not.toContain('does not apply here');
  });
  it('Leeds says since when it has used no “multiple”', async () => {
    says(await pageOf(facts, 'leeds'), 'None are in the category “multiple”, and none has been since 2016');
  });
  it('Essex says how many plans are in “multiple”, and carries the wider mark for it', async () => {
    expect((await pageOf(facts, 'essex')).headline).toMatchObject({
      mark: 'includes',
      text: '205 children were on a plan for neglect, 6.4 for every 10,000: below similar areas and England. 218 more are in the category “multiple”, which may include neglect: 35% of all on a plan.'
    });
  });
  it('City of London leads with what is known of it, not with what is withheld', async () => {
    expect((await pageOf(facts, 'city-of-london')).headline).toMatchObject({
      mark: 'all',
      text: '63 referrals were made in the year to 31 March 2024, for every reason. How many children were on a plan is withheld, so that no child can be identified.'
    });
  });
  it('Leeds tells of no change of neglect in the headline of the year in which “multiple” was given up', async () => {
    const { text } = (await pageOf(facts, 'leeds', { period: '2016' })).headline;
    expect(text).not.toMatch(/rose|fell|unusual/);
  });
  it('City of London has no similar area, so it is compared with England', async () => {
    const page = await pageOf(facts, 'city-of-london');
    expect(page.compare.id).toBe('england');
    expect(page.choices.compares.map(({ id }) => id)).not.toContain('neighbours');
  });
  it('an area may be asked for by its DfE or ONS code', async () => {
    expect((await pageOf(facts, '855')).area.name).toBe('Leicestershire');
    expect((await pageOf(facts, 'E06000017')).area.name).toBe('Rutland');
  });
  it('a year, comparator or release that is not there is said, and the nearest is shown', async () => {
    const page = await pageOf(facts, 'rutland', { period: '1999', vintage: '2023' });
    expect(page.period.id).toBe('2024');
    expect(page.notices.join(' ')).toMatch(/“1999”.*2023 release/);
  });
});

import { describe, expect, it } from 'vitest';
import type { ViewModel } from '#lib/views/model.ts';
import { pageOf, sharedFacts, wordsOf } from '../published.ts';

const DEMO = 'data/demo';

const demo = await sharedFacts(DEMO);
const published = await sharedFacts();

const ids = (page: ViewModel) => page.slots.map(({ id }) => id);
const chartOf = (page: ViewModel, id: string) =>
  page.slots.flatMap(({ charts }) => charts).find((chart) => chart.id === id);
const table = (page: ViewModel, id: string) =>
  page.slots.flatMap(({ tables = [] }) => tables).find((each) => each.id === id);

const SEVEN = ['position', 'hidden-neglect', 'naming-acting', 'change', 'time-return', 'voice', 'unseen'];

describe('the Overview of a loaded bundle', () => {
  it('keeps its seven slots in their order, with the scorecard behind them', async () => {
    expect(ids(await pageOf(demo, 'kestrelshire'))).toEqual([...SEVEN, 'scorecard']);
    expect(ids(await pageOf(published, 'leicestershire'))).toEqual([...SEVEN, 'scorecard']);
  });

  it('draws nobody beside a figure of which its words say that nobody else has one', async () => {
    const rowsOf = (page: ViewModel) => {
      const chart = chartOf(page, 'repeat-plans');
      if (chart?.spec.kind !== 'bars') throw new Error('no bars');
      expect(chart.table.rows).toHaveLength(chart.spec.rows.length);
      return chart.spec.rows.map(({ label }) => label);
    };
    const own = await pageOf(demo, 'kestrelshire');
    expect(wordsOf(own)).toContain('so there is no England figure to set beside them');
    expect(rowsOf(own)).toEqual(['Kestrelshire']);
    expect(rowsOf(await pageOf(published, 'leicestershire'))).toHaveLength(3);
  });

  it('tells of the hidden neglect of Kestrelshire in its headline, in words and in the chart', async () => {
    const page = await pageOf(demo, 'kestrelshire');
    expect(page.headline.text).toBe(
      '179 children were on a plan for neglect, 10.9 for every 10,000: below similar areas and England. Of 498 children on a plan in another category, 243 (49%) have neglect on record; in Lanternport 34 of 196 (17%).'
    );
    expect(wordsOf(page)).toContain('Of 498 children on a plan in another category, 243 (49%) have neglect');
    expect(wordsOf(page)).toContain('Lanternport 34 of 196 (17%)');
    const spec = chartOf(page, 'hidden-neglect')?.spec;
    expect(spec?.kind === 'nested' ? spec.rows[0] : undefined).toMatchObject({
      certainText: '179 of 677',
      recordedText: '422 of 677',
      possibleText: '461 of 677'
    });
  });

  it('tells in the headline of Lanternport that older children are few among those on a plan', async () => {
    const { text } = (await pageOf(demo, 'lanternport')).headline;
    expect(text).toBe(
      '144 children were on a plan for neglect, 21.8 for every 10,000: close to similar areas and England. 29 of 144 children on a plan for neglect were aged 7 to 15, or 20%. In England it was 42% of those on a plan that began for neglect: clearly fewer here.'
    );
  });

  it('says in its headline what the first question is about, where that is a figure of neglect', async () => {
    for (const [facts, area] of [
      [demo, 'kestrelshire'],
      [demo, 'lanternport'],
      [published, 'leicestershire'],
      [published, 'leeds']
    ] as const) {
      const { headline, questions } = await pageOf(facts, area);
      const figures = questions[0]?.because.match(/\d[\d.,]*\d/g) ?? [];
      expect(figures.length, area).toBeGreaterThan(0);
      expect(headline.text, area).toContain(figures[0]);
    }
  });

  it('of a small area where nothing stands out adds nothing, and never what the tiers would give away', async () => {
    const page = await pageOf(demo, 'quillmere');
    expect(page.headline.text).toBe(
      '16 children were on a plan for neglect, 19.3 for every 10,000: too uncertain to tell from similar areas and England.'
    );
    expect(wordsOf(page)).not.toMatch(/\b47 children\b/);
  });

  it('of an area where it is shown tells what is known across all help', async () => {
    expect(wordsOf(await pageOf(demo, 'kestrelshire'))).toContain(
      'Across all help, each child counted once, neglect is on record for 1,053 children'
    );
  });

  it('tells of no change in plans started for neglect where recording changed within the year before', async () => {
    const words = wordsOf(await pageOf(demo, 'lanternport'));
    expect(words).not.toContain('Plans started for neglect rose');
    expect(words).not.toContain('from 117 to 167');
  });

  it('says that nothing was unusual only of the figures it looked at, and tells what audits found worse and better', async () => {
    const words = wordsOf(await pageOf(demo, 'kestrelshire'));
    expect(words).not.toContain('Nothing else changed');
    expect(words).toMatch(
      /Of \w+ other national figures of plans, referrals and assessments, none changed more than such figures usually do\./
    );
    const { slots } = await pageOf(demo, 'kestrelshire');
    const change = slots.find(({ id }) => id === 'change');
    expect(change?.statements.at(-1)?.text).toMatch(
      /^Audits found one thing clearly worse and one clearly better\. Worse: a chronology .*, 22 of 60 \(37%\) in November 2023 and 43 of 64 \(67%\) in November 2022\. Better: assessments that show .*, 46 of 60 \(77%\) in November 2023 and 28 of 64 \(44%\) in November 2022\.$/
    );
  });

  it('says beside an audit’s figure how the sample was drawn, and gives a range only to one drawn by chance', async () => {
    const barOf = async (area: string) => {
      const spec = chartOf(await pageOf(demo, area), 'voice')?.spec;
      return spec?.kind === 'bars' ? spec.rows.find(({ id }) => id === 'voice-share') : undefined;
    };
    expect(wordsOf(await pageOf(demo, 'lanternport'))).toContain('18 of 24 (75%), put forward by teams');
    const chosen = await barOf('lanternport');
    expect(chosen?.label).toContain('(put forward by teams)');
    expect(chosen).not.toHaveProperty('lower');
    const random = await barOf('kestrelshire');
    expect(random?.label).toContain('(drawn at random)');
    expect(random?.lower).toBeGreaterThan(0);
  });

  it('says what audits of each authority found of children’s views, and not that it is not supplied', async () => {
    const voice = (await pageOf(demo, 'quill-vale-partnership')).slots.find(({ id }) => id === 'voice');
    expect(voice?.statements[0]?.text).toBe(
      'Kestrelshire: the child’s own views are in the record, 36 of 60 (60%), drawn at random.'
    );
    const rows = voice?.charts[0]?.table.rows ?? [];
    expect(rows.map(({ whose }) => whose)).toEqual(
      expect.arrayContaining(['Kestrelshire', 'Lanternport', 'Quillmere'])
    );
    expect(voice?.notSupplied).toBeUndefined();
  });

  it('says of whom the answers of a survey are', async () => {
    const words = wordsOf(await pageOf(demo, 'kestrelshire'));
    expect(words).toContain('Children who feel they were heard, 53 of 83 (64%)');
    expect(words).toContain(
      'staff who feel sure how bad neglect is, 127 of 228 (56%). This is for the whole of Quill Vale partnership.'
    );
  });

  it('asks at most three questions, those whose figures stand out most', async () => {
    const asked = async (area: string) => (await pageOf(demo, area)).questions.map(({ id }) => id);
    expect(await asked('kestrelshire')).toEqual(['much-hidden', 'standard-chron', 'help-again']);
    expect((await asked('lanternport'))[0]).toMatch(/^older-few/);
    expect((await pageOf(published, 'leicestershire')).questions).toHaveLength(3);
  });

  it('lists in the scorecard only what has a figure, with its mark and its page', async () => {
    const card = table(await pageOf(published, 'leicestershire'), 'scorecard');
    const rows = card?.table.rows ?? [];
    expect(rows.find(({ indicator }) => indicator === 'Children on a plan for neglect')).toMatchObject({
      here: '16.2 per 10,000',
      beside: 'similar areas 15.1: close to',
      mark: 'neglect'
    });
    expect(card?.table.indicators).toHaveLength(rows.length);
    expect(rows.map(({ indicator }) => indicator)).not.toContain('Early help started for neglect');
  });

  it('folds the scorecard by group, open where something stands out, and says what does', async () => {
    const folds = async (facts: typeof demo, area: string) =>
      table(await pageOf(facts, area), 'scorecard')?.table.folds ?? [];
    const kestrelshire = await folds(demo, 'kestrelshire');
    const rows = table(await pageOf(demo, 'kestrelshire'), 'scorecard')?.table.rows ?? [];
    expect(kestrelshire.map(({ group }) => group)).toEqual([...new Set(rows.map(({ group }) => group))]);
    for (const { group, open, says } of kestrelshire) {
      const own = rows.filter((row) => row['group'] === group);
      const apart = own.some(({ beside, trend }) => String(beside).includes(': ') || trend !== '');
      expect(says).toMatch(new RegExp(`^${String(own.length)} indicators?\\.`));
      expect(says.includes('None stands out'), group).toBe(!open && apart);
      expect(says.includes('Nothing to set beside these'), group).toBe(!open && !apart);
      expect(/stands? out: /.test(says), group).toBe(open);
    }
    expect(kestrelshire[0]?.says).toContain('3 stand out: ');
    const board = await folds(demo, 'quill-vale-partnership');
    expect(board.filter(({ open }) => open)).toHaveLength(1);
    expect(board[0]?.open).toBe(true);
  });

  it('lets what audits found changed, and what the page asks about, stand out in their groups', async () => {
    const page = await pageOf(demo, 'kestrelshire');
    const card = table(page, 'scorecard');
    const says = (group: string) => card?.table.folds?.find((fold) => fold.group === group)?.says;
    expect(says('Assessment')).toMatch(/2 stand out: .*a chronology that is up to date/);
    expect(page.questions.map(({ ask }) => ask).join(' ')).toContain('close');
    expect(says('Front door and early help')).toContain('stands out: ');
    expect(card?.title).toContain('in audits)');
    const rows = card?.table.rows ?? [];
    const signs = rows.find(({ indicator }) => String(indicator).startsWith('Signs of neglect named'));
    const chronology = rows.find(({ indicator }) => String(indicator).startsWith('A chronology that is up'));
    expect(chronology?.['trend']).toBe('worse in audits');
    expect(signs?.['here']).toBe('in place, past its date for review');
  });

  it('says over the scorecard what stands out, what is withheld and what is missing, and why', async () => {
    const title = async (area: string) => table(await pageOf(published, area), 'scorecard')?.title;
    for (const area of ['rutland', 'city-of-london']) {
      const rows = table(await pageOf(published, area), 'scorecard')?.table.rows ?? [];
      const withheld = rows.filter(({ here }) => here === 'withheld').length;
      expect(await title(area)).toContain(
        ` ${String(withheld)} are withheld, so that no child can be identified; 125 more are not published`
      );
    }
    expect(await title('rutland')).toMatch(/^Nothing stands out\. 3 are withheld/);
    expect(await title('city-of-london')).toMatch(
      /^What stands out: children in need \(falling\)\. 18 are withheld/
    );
    const board = table(await pageOf(demo, 'quill-vale-partnership'), 'scorecard');
    expect(board?.title).toBe(
      'These figures stand alone: there is nothing to set beside them. 1 is withheld, so that no child can be identified; 118 more are counted by each authority, or not supplied.'
    );
    expect(board?.table.folds?.map(({ says }) => says).join(' ')).not.toMatch(/stand/);
  });

  it('lists figures of the same cells once, and sets what became of referrals beside the same middle', async () => {
    const middles = { leeds: '17.8%', leicester: '34.1%', rutland: '21.3%', leicestershire: '36.4%' };
    for (const [area, middle] of Object.entries(middles)) {
      const rows = table(await pageOf(published, area), 'scorecard')?.table.rows ?? [];
      const names = rows.map(({ indicator }) => indicator);
      expect(names, area).not.toContain('What became of referrals');
      expect(names, area).not.toContain('Children on a plan for neglect, over the years');
      expect(names, area).toContain('Children on a plan for neglect');
      const row = rows.find(({ indicator }) => indicator === 'Referrals assessed as not in need');
      expect(row?.['beside'], area).toContain(`similar areas ${middle}`);
    }
  });

  it('draws no chart of nothing', async () => {
    const page = await pageOf(published, 'england', { period: '2013' });
    expect(chartOf(page, 'naming-acting')).toBeUndefined();
  });
});

describe('the Overview of a partnership', () => {
  it('tells what changed in each authority, and what cannot be seen', async () => {
    const page = await pageOf(demo, 'quill-vale-partnership');
    const change = page.slots.find(({ id }) => id === 'change');
    expect(change?.statements[0]?.text).toMatch(/^Kestrelshire: children on a plan for neglect /);
    expect(change?.statements.map(({ text }) => text).join(' ')).toMatch(
      /Lanternport: .*2023 and 2024|Lanternport: children on a plan for neglect/
    );
    expect(page.slots.find(({ id }) => id === 'unseen')?.statements.length).toBeGreaterThan(0);
  });

  it('sets its authorities side by side and never adds them up', async () => {
    const page = await pageOf(demo, 'quill-vale-partnership');
    expect(wordsOf(page)).not.toContain('Lanternport withheld');
    expect(page.headline.text).toContain('Kestrelshire 10.9, below');
    expect(page.headline.text).toContain('never added up');
    expect(page.headline.text).toContain(
      'with neglect on record: Kestrelshire 243 of 498 (49%), Lanternport 34 of 196 (17%) and Quillmere withheld.'
    );
    expect(page.questions.map(({ id }) => id)[0]).toBe('apart-hidden');
    const spec = chartOf(page, 'position-plans-neglect-rate')?.spec;
    expect(spec?.kind === 'bars' ? spec.rows.map(({ label, text }) => [label, text]) : []).toEqual([
      ['Kestrelshire', '10.9'],
      ['Lanternport', '21.8'],
      ['Quillmere', '19.3'],
      ['England (made up)', '20.5']
    ]);
    expect(wordsOf(page)).not.toContain('339');
  });
});

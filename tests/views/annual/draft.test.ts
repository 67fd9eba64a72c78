import { describe, expect, it } from 'vitest';
import { annualHeadings, headingsOn, annualDraft } from '#lib/views/annual/draft.ts';
import { deskAt } from '#lib/views/annual/desk.ts';
import { shownIn } from '#lib/views/annual/rests.ts';
import { NOBODY_SAID } from '#lib/words/annual/progress.ts';
import { sharedFacts } from '../../published.ts';
import { madeUpPage } from '../pack/page.ts';
import { draftsOf, MADE, pagesOf, textsOf } from './drafts.ts';

const demo = await sharedFacts('data/demo');
const published = await sharedFacts();
const leeds = await draftsOf(published, 'leeds');
const rutland = await draftsOf(published, 'rutland');
const kestrelshire = await draftsOf(demo, 'kestrelshire');
const lanternport = await draftsOf(demo, 'lanternport');

const all = (drafts: typeof leeds) => [...drafts.keys()].flatMap((id) => textsOf(drafts, id));

describe('the draft of an area of which official figures alone are known', () => {
  it('says in the words of its pages what they hold', () => {
    expect(textsOf(leeds, 'effective')).toEqual([
      '185 of 674 children on a plan have neglect as the latest category. That is certain.',
      'None are in the category “multiple”, and none has been since 2016.',
      'Children on a plan for neglect changed little, from 197 to 185. All plans rose 12%, from 601 to 674.',
      'Assessments recorded neglect 1,599 times in the year, 91.8 for every 10,000 children (England 69.5; the middle of ten similar areas 66.4; 32 of 150 authorities are higher).',
      'There were 7.1 assessments that recorded neglect for each plan newly started with neglect as the first category (England 2.7; the middle of ten similar areas 2.7).',
      'A stand-in: plans for a child who had a plan before: 214 of 855 plans started, or 25.0%. That is close to similar areas and England.',
      'A stand-in: referrals within 12 months of an earlier one: 2,399 of 9,914 referrals, or 24.2%. That is close to similar areas and England.'
    ]);
  });

  it('gives each sentence its figure as shown, with its mark and its date', () => {
    const repeat = leeds.get('effective')?.sentences.find(({ said }) => said.indicator === 'CPP-REPEAT');
    expect(repeat?.figures).toEqual([
      {
        indicator: 'CPP-REPEAT',
        what: 'Plans for a child who had a plan before',
        shown: '214 of 855, 25.0%',
        when: 'year to 31 March 2024',
        mark: 'all'
      }
    ]);
  });

  it('names every kind of evidence of which nothing is held', () => {
    expect(leeds.get('impact')?.sentences).toEqual([]);
    expect(leeds.get('impact')?.lacking.map(({ about }) => about)).toEqual([
      'whether life gets better for children',
      'what rounds of audit found',
      'what training changed',
      'how sure staff are'
    ]);
    for (const { lacking } of leeds.values())
      for (const { feeds, supply = '' } of lacking) expect(feeds.length + supply.length).toBeGreaterThan(0);
  });

  it('names what is withheld and makes no sentence of it', () => {
    const effective = rutland.get('effective');
    expect(effective?.withheld).toEqual(
      expect.arrayContaining(['Children on a plan for neglect', 'neglect behind other categories of plan'])
    );
    const named = textsOf(rutland, 'little-progress').filter((text) => text.startsWith('Withheld, '));
    expect(named).toHaveLength(1);
    expect(all(rutland).filter((text) => /withheld/i.test(text))).toEqual(named);
  });
});

describe('the draft of a partnership with figures of its own', () => {
  const said = (drafts: typeof leeds, heading: string) => textsOf(drafts, heading).join('\n');

  it.each([
    ['hidden-neglect', 'effective', 'Of 498 children on a plan in another category, 243 (49%) have neglect'],
    ['followed-england', 'effective', 'Referrals assessed as not in need: 29.5% on average in 2021 and 2022'],
    ['followed-england', 'effective', 'so it cannot be put down to what was done here'],
    ['stop-start', 'effective', '265 (24.8%) were followed by help for the same child within 12 months'],
    ['audit-mixed', 'impact', '46 of 60 families audited (77%) in November 2023'],
    ['audit-mixed', 'little-progress', 'That is clearly worse: 31 percentage points fewer'],
    ['none-recorded', 'reviews', 'Dental practices are asked how they raise a concern']
  ])('tells the story %s under %s', (_story, heading, words) => {
    expect(said(kestrelshire, heading)).toContain(words);
  });

  it.each([
    ['older-children-missed', 'disproportionality', '29 of 144 children on a plan for neglect, or 20.1%'],
    [
      'real-shift',
      'effective',
      '59.1 per 10,000 children on average in 2021 and 2022, 83.3 in 2023 and 2024'
    ],
    ['audit-not-comparable', 'impact', 'What looks like a change may come from whose records were read'],
    ['recoding', 'little-progress', 'No verdict (recording changed): share of plans that are for neglect']
  ])('tells the story %s of the other authority under %s', (_story, heading, words) => {
    expect(said(lanternport, heading)).toContain(words);
  });

  it('says nothing of a change across a recoding', () => {
    const rests = [...lanternport.values()].flatMap(({ sentences }) =>
      sentences.flatMap(({ figures }) => figures)
    );
    const recoded = rests.filter(({ shown }) => /^no verdict/i.test(shown));
    expect(recoded.map(({ indicator }) => indicator)).toContain('CPP-NEG-RATE');
    for (const { shown } of recoded) expect(shown).not.toMatch(/\d/);
  });

  it('marks every sentence that rests on figures of pages, and says whose they are where they are not its own', () => {
    for (const { sentences } of kestrelshire.values())
      for (const { said, figures } of sentences)
        if (said.mark !== undefined) expect(figures.length, said.text).toBeGreaterThan(0);
    expect(said(kestrelshire, 'feedback')).toContain('For the whole of Quill Vale partnership: children who');
  });

  it('sets the authorities of a partnership side by side and adds none up', async () => {
    const whole = await draftsOf(demo, 'quill-vale-partnership');
    const texts = textsOf(whole, 'effective').filter((text) => /had a plan before/.test(text));
    expect(texts).toEqual([
      'Kestrelshire: Plans for neglect for a child who had a plan before: 55 of 201 plans started for neglect, or 27.4%.',
      'Lanternport: Plans for neglect for a child who had a plan before: 33 of 167 plans started for neglect, or 19.8%.'
    ]);
    expect(whole.get('effective')?.withheld).toContain(
      'Plans for neglect for a child who had a plan before (Quillmere)'
    );
  });
});

describe('“little or no progress”', () => {
  it('says something of every area', () => {
    for (const drafts of [leeds, rutland, kestrelshire, lanternport])
      expect(textsOf(drafts, 'little-progress').length).toBeGreaterThan(0);
  });

  it('lists what did not move, what got worse, what is overdue and what nobody can see', () => {
    const texts = textsOf(kestrelshire, 'little-progress');
    expect(texts[0]).toBe(
      'No sign of a change: referrals, up 1% since 1 April 2022; similar areas −10% to +6%.'
    );
    for (const begins of [
      'Too few years to tell: the neglect tool is used;',
      'A chronology that is up to date and explains: 22 of 60',
      'Action: “Chronologies are begun at the first visit, and read aloud at each review” (head of safeguarding, Kestrelshire). Overdue by 28 months',
      'Withheld, so that no child can be identified.'
    ])
      expect(
        texts.filter((text) => text.startsWith(begins)),
        begins
      ).toHaveLength(1);
    expect(textsOf(leeds, 'little-progress')).toHaveLength(1);
    expect(textsOf(leeds, 'little-progress')[0]).toMatch(
      /^Progress cannot be seen where no evidence is held: a strategy and its milestones; /
    );
  });

  it('where nothing qualifies says that nobody has said so, and waits for somebody to', async () => {
    const only = annualHeadings().filter(({ id }) => id === 'little-progress');
    const [heading] = only;
    const desk = deskAt({
      page: 'here/overview',
      model: madeUpPage(),
      made: MADE,
      pages: pagesOf(published),
      catalogue: undefined
    });
    const draft = heading && (await annualDraft(desk, heading, only));
    expect(draft).toMatchObject({ sentences: [], unanswered: NOBODY_SAID });
  });
});

describe('headings', () => {
  const ids = (date: string) => headingsOn(annualHeadings(), date).map(({ id }) => id);

  it('are those in force on the day', () => {
    expect(ids('2018-06-30')).toEqual([]);
    expect(ids('2020-09-30')).toContain('little-progress');
    expect(ids('2020-09-30')).not.toContain('scrutiny');
    expect(ids('2024-09-30')).toContain('scrutiny');
    expect(ids('2024-09-30')).not.toContain('disproportionality');
    expect(ids('2026-03-01')).toContain('disproportionality');
  });

  it('ask for figures that some indicator gives, and slots that some page has', async () => {
    const { indicators } = demo.catalogue;
    for (const { evidence } of annualHeadings())
      for (const each of evidence)
        if (each.from === 'figures')
          expect(
            indicators.filter(
              ({ role, group, feeds }) =>
                (each.roles === undefined || each.roles.some((one) => one === role)) &&
                (each.groups === undefined || each.groups.includes(group)) &&
                (each.feeds === undefined || each.feeds.some((feed) => feeds.includes(feed)))
            ).length,
            each.about
          ).toBeGreaterThan(0);
    const named = annualHeadings().flatMap(({ evidence }) =>
      evidence.flatMap((each) =>
        each.from === 'slot' ? [each.slot] : each.from === 'figures' ? each.slots : []
      )
    );
    const pages = pagesOf(demo);
    for (const [view = '', slot] of named.map((text) => text.split('/'))) {
      const page = await pages(`kestrelshire/${view}`);
      const other = await pages(`quillmere/${view}`);
      const slots = [page, other].flatMap((model) => ('slots' in model ? model.slots : []));
      expect(slots.map(({ id }) => id)).toContain(slot);
    }
  });
});

describe('what is shown of a figure', () => {
  it.each([
    ['Plans: 36 of 60 families audited, or 60.0%.', '36 of 60, 60.0%'],
    [
      'For every 10,000 children there were 72.2 (England 72.3; the middle of ten similar areas 72.5).',
      '72.2'
    ],
    ['A strategy that is in date: yes. It was last reviewed on 1 April 2022.', 'yes'],
    ['Referrals from dentists: none.', 'none'],
    ['July 2022. No verdict, since recording changed: plans.', 'no verdict'],
    [
      'Better: 46 of 60 (77%) in November 2023; 28 of 64 (44%) in November 2022.',
      '46 of 60 (77%), 28 of 64 (44%)'
    ]
  ])('%s', (text, shown) => {
    expect(shownIn(text)).toBe(shown);
  });

  it('is never a number that its sentence does not say', () => {
    for (const [id, { sentences }] of kestrelshire)
      for (const { said, figures } of id === 'little-progress' ? [] : sentences)
        for (const { shown } of said.mark === undefined ? [] : figures)
          for (const number of shown.match(/\d[\d,.]*\d/g) ?? []) expect(said.text).toContain(number);
  });
});

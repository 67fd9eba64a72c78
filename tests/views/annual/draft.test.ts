import { describe, expect, it } from 'vitest';
import { annualHeadings, headingsOn, annualDraft } from '#lib/views/annual/draft.ts';
import { deskAt } from '#lib/views/annual/desk.ts';
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
      'Assessments recorded neglect 1,599 times in the year, 91.8 for every 10,000 children (England 69.5; the middle of ten similar areas 66.4; 32 of the other 149 authorities are higher).',
      'For each new plan with neglect as the first category, 7.1 assessments recorded neglect (England 2.7; the middle of ten similar areas 2.7).',
      'A stand-in: plans for a child who had a plan before: 214 of 855 plans started, or 25.0%. That is close to similar areas and England.',
      'A stand-in: referrals within 12 months of an earlier one: 2,399 of 9,914 referrals, or 24.2%. That is close to similar areas and England.'
    ]);
  });

  it('gives each sentence that holds a figure its name, its mark and its date', () => {
    const repeat = leeds.get('effective')?.sentences.find(({ said }) => said.indicator === 'CPP-REPEAT');
    expect(repeat?.figures).toEqual([
      {
        indicator: 'CPP-REPEAT',
        what: 'Plans for a child who had a plan before',
        shown:
          'A stand-in: plans for a child who had a plan before: 214 of 855 plans started, or 25.0%. That is close to similar areas and England.',
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
    ['stop-start', 'effective', '258 (24.5%) were followed by help for the same child within 12 months'],
    ['audit-mixed', 'impact', '46 of 60 families audited (77%) in November 2023'],
    ['audit-mixed', 'little-progress', 'So it got clearly worse: 31 percentage points fewer'],
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

  it('lists under reviews the actions that name a review, and no others', async () => {
    const whole = await draftsOf(demo, 'quill-vale-partnership');
    const actionsOf = (drafts: typeof leeds) =>
      textsOf(drafts, 'reviews').filter((text) => text.startsWith('Action: '));
    for (const drafts of [kestrelshire, whole])
      expect(actionsOf(drafts)).toEqual([
        expect.stringMatching(
          /^Action: “Dental practices are asked how they raise a concern” \(designated nurse\), from: local child safeguarding practice review of 2022 to 2023\. /
        )
      ]);
    expect(actionsOf(lanternport)).toEqual([]);
    expect(lanternport.get('reviews')?.lacking.map(({ about }) => about)).toContain(
      'what was done about reviews'
    );
  });

  it('says nothing of a change across a recoding', () => {
    const rests = [...lanternport.values()].flatMap(({ sentences }) =>
      sentences.flatMap(({ figures }) => figures)
    );
    const recoded = rests.filter(({ shown }) => /^no verdict/i.test(shown));
    expect(recoded.map(({ shown }) => shown).join()).toContain('children on a plan for neglect');
    for (const { shown } of recoded) expect(shown).not.toMatch(/\d/);
  });

  it('marks every sentence that rests on figures of pages, and says whose they are where they are not its own', () => {
    for (const { sentences } of kestrelshire.values())
      for (const { said, figures } of sentences)
        if (said.mark !== undefined) expect(figures.length, said.text).toBeGreaterThan(0);
    expect(said(kestrelshire, 'feedback')).toContain('For the whole of Quill Vale partnership, children who');
  });

  it('sets figures of authorities beside whom the page of their partnership stands beside, and nobody else', async () => {
    const whole = await draftsOf(demo, 'quill-vale-partnership');
    const levels = textsOf(whole, 'effective').filter((text) => text.includes('on a plan for neglect: '));
    expect(levels).toEqual([
      'Children on a plan for neglect: Kestrelshire 179, or 10.9 per 10,000 children (below England); Lanternport 144, or 21.8 per 10,000 children (close to England); Quillmere 16, or 19.3 per 10,000 children (too uncertain to tell from England).'
    ]);
  });

  it('sets the authorities of a partnership side by side in one sentence, each with a figure of its own, and adds none up', async () => {
    const whole = await draftsOf(demo, 'quill-vale-partnership');
    const texts = textsOf(whole, 'effective').filter((text) => /had a plan before/.test(text));
    expect(texts).toEqual([
      'Plans for neglect for a child who had a plan before: Kestrelshire 55 of 201 plans started for neglect, or 27.4%; Lanternport 33 of 167 plans started for neglect, or 19.8%.'
    ]);
    const rests = (whole.get('effective')?.sentences ?? []).find(
      ({ said }) => said.text === texts[0]
    )?.figures;
    expect(rests?.map(({ area, shown }) => [area, shown])).toEqual([
      ['Kestrelshire', 'Kestrelshire 55 of 201 plans started for neglect, or 27.4%'],
      ['Lanternport', 'Lanternport 33 of 167 plans started for neglect, or 19.8%']
    ]);
    for (const { shown } of rests ?? []) expect(texts[0]).toContain(shown);
    expect(whole.get('effective')?.withheld).toContain(
      'Plans for neglect for a child who had a plan before (Quillmere)'
    );
    const ages = textsOf(whole, 'disproportionality');
    expect(ages.filter((text) => /25,140/.test(text))).toEqual([
      expect.stringMatching(/^In England, 25,140 children were on a plan/)
    ]);
    for (const text of ages) if (text.startsWith('In England, ')) expect(text).not.toContain(' here');
    expect(ages).toContainEqual(
      expect.stringMatching(/^In Quillmere, at the rate of England, 17 children of all these ages/)
    );
    expect(ages.filter((text) => /^Each number is the rate of England/.test(text))).toHaveLength(1);
    for (const text of ages) expect(text).not.toMatch(/^[^:]*: [^:,]*: /);
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
      'No sign of a change: referrals, up 1% since 1 April 2022 (Front door strategy launched in Kestrelshire); similar areas −10% to +6%.'
    );
    for (const begins of [
      'Too few years to tell: the neglect tool is used;',
      'A chronology that is up to date and explains: 22 of 60',
      'Action: “Chronologies are begun at the first visit, and read aloud at each review” (head of safeguarding, Kestrelshire). Overdue by one month at 31 July 2024, when the log was last updated.',
      'The log was last updated on 31 July 2024; what was done since is not in it.',
      'Action: “Dental practices are asked how they raise a concern” (designated nurse), from: local child safeguarding practice review of 2022 to 2023. Due 31 December 2024.',
      'Withheld, so that no child can be identified.'
    ])
      expect(
        texts.filter((text) => text.startsWith(begins)),
        begins
      ).toHaveLength(1);
    expect(textsOf(leeds, 'little-progress')).toHaveLength(1);
    expect(textsOf(leeds, 'little-progress')[0]).toMatch(
      /^Progress cannot be seen where no evidence is held\. Under “What was done”: a strategy and its milestones; /
    );
    for (const part of textsOf(leeds, 'little-progress')[0]?.split('. ') ?? [])
      expect(part.split(';').length, part).toBeLessThan(8);
  });

  it('names each figure once for a verdict, with its milestone where another gave it another verdict', async () => {
    const texts = textsOf(await draftsOf(demo, 'quill-vale-partnership'), 'little-progress');
    const of = (begins: string) => texts.find((text) => text.startsWith(begins)) ?? '';
    const courses = (text: string) => text.split('; ').filter((each) => each.includes('courses that teach'));
    expect(courses(of('No verdict (nobody'))).toEqual([
      'courses that teach the neglect tool, since 1 April 2022 (Neglect strategy launched in Lanternport and Front door strategy launched in Kestrelshire)'
    ]);
    expect(courses(of('Too few years'))).toEqual([
      'courses that teach the neglect tool, since 1 September 2021 (Neglect tool agreed by the partnership).'
    ]);
    expect(of('Withheld')).toContain(
      '; whether life is getting better for children on a plan (Lanternport and Quillmere);'
    );
  });

  it('tells of an action once', () => {
    const texts = textsOf(kestrelshire, 'little-progress').join(' ');
    expect(texts.match(/chronologies are begun at the first visit/gi)).toHaveLength(1);
    expect(textsOf(kestrelshire, 'impact').join(' ')).toContain('chronologies are begun at the first visit');
  });

  it('names the milestone that a change is told after', () => {
    expect(textsOf(kestrelshire, 'effective')[0]).toMatch(
      /^After April 2022 \(Front door strategy launched in Kestrelshire\)\. Referrals assessed as not in need: 29\.5%/
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

describe('what a drafted sentence rests on', () => {
  it('is a sentence that says a figure, with its date: its own, or what a figure shows now that an action names', () => {
    for (const [id, { sentences }] of [...leeds, ...kestrelshire, ...lanternport])
      for (const { said, figures } of sentences)
        for (const { shown, when, what } of figures) {
          expect(when).toMatch(/\d{4}$/);
          expect(what).not.toBe('');
          if (said.mark !== undefined) expect(said.lasting ?? said.text, id).toBe(shown);
        }
  });

  it('is one sentence each, but where an action names several figures', () => {
    for (const { sentences } of [...leeds.values(), ...kestrelshire.values()])
      for (const { said, figures } of sentences)
        if (said.mark !== undefined) expect(figures, said.text).toHaveLength(1);
  });
});

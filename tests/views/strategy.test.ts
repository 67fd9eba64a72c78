import { describe, expect, it } from 'vitest';
import type { ViewModel } from '#lib/views/model.ts';
import { againstText, othersChange, othersNames } from '#lib/words/strategy/verdict.ts';
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
      'Assessments that recorded neglect: up 41% since April 2022; in similar areas down 1%'
    );
  });
  it('draws it with the notes of its figure, which go with it into any pack', () => {
    const called = chart(model, 'after-assessments-neglect-rate')?.notes ?? [];
    const texts = model.notes.filter(({ number }) => called.includes(number)).map(({ text }) => text);
    expect(texts.join(' ')).toContain('asks that nobody reads this as how common neglect is');
  });
  it('says which average of similar areas it gives', () => {
    const { slots, notes } = model;
    expect(JSON.stringify(slots)).toMatch(/similar areas: [^."]+ on average\./);
    expect(notes.map(({ text }) => text)).toContain(
      'The average of similar areas counts each of them once, whatever its size: of counts and rates the geometric mean of “after” over “before”, of shares the mean change in points.'
    );
  });
  it('does not mark a headline that leads with neglect as of all reasons, nor asks what its figures cannot answer', async () => {
    const first = await page('kestrelshire');
    expect(first.headline.mark).toBe('includes');
    const sides = slot(first, 'sides');
    expect(sides?.tables?.[0]?.mark).toBe('includes');
    expect(sides?.heading).not.toContain('?');
    expect(sides?.statements[0]?.text).toContain('cannot tell whether the sides agree');
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
    expect(model.slots[0]?.statements[0]?.text).toContain('158 of 454');
  });
  it('gives each verdict right after its figure, where a phone shows it', () =>
    expect(
      slot(model, 'outcomes')
        ?.tables?.[0]?.table.columns.map(({ key }) => key)
        .slice(0, 3)
    ).toEqual(['since', 'figure', 'verdict']));
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
    expect(model.headline.text).toBe(
      'The neglect tool is used: 35.5% of children open for neglect, up from 16.8% in 2021. Nothing that could be compared changed more than in similar areas. Referrals assessed as not in need: down 2.0 points after April 2022, as in similar areas.'
    );
    const words = wordsOf(model);
    expect(words).toContain('it cannot be put down to what was done here');
    expect(words).toContain('it was down 2.5 points; in England it was down 3.8 points');
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

describe('the quarters of Kestrelshire', async () => {
  const model = await page('kestrelshire');
  it('say in chart and in words that the latest are unusual, and that nothing lasted', () => {
    const title = chart(model, 'quarters-referrals-not-in-need-share')?.title;
    expect(title).toMatch(/no lasting shift at April 2022, but the last two quarters are unusually low$/);
    expect(slot(model, 'quarters')?.statements[0]?.text).toBe(`${String(title)}.`);
  });
  it('stand beside the years of the same figure', () =>
    expect(slot(model, 'quarters')?.charts.map(({ id }) => id)).toEqual([
      'after-referrals-not-in-need-share',
      'quarters-referrals-not-in-need-share'
    ]));
});

describe('shares over the years', async () => {
  const model = await page('kestrelshire');
  it('are lines, and those of fewer than 20 are told in counts', () => {
    const tool = chart(model, 'tool-by-year')?.spec;
    expect(tool?.kind).toBe('multiples');
    expect(tool?.kind === 'multiples' && tool.panels.some(({ label }) => /Agencies whose/.test(label))).toBe(
      false
    );
    expect(slot(model, 'tool')?.facts?.map(({ text }) => text)).toEqual([
      '15 of 18 in 2024; 10 of 18 in 2021.'
    ]);
  });
});

describe('the page of the partnership', async () => {
  const model = await page('quill-vale-partnership');
  it('sets its authorities side by side and adds up none of them', () => {
    expect(model.headline.text).toContain('Kestrelshire 35.5%, Lanternport 34.8%');
    expect(wordsOf(model)).toContain('Kestrelshire, 374 of 1,053');
    expect(wordsOf(model)).toContain('Lanternport, 158 of 454');
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
    expect(model.headline.text).toBe(
      '235 children were on a plan for neglect, 16.2 for every 10,000. No strategy date is loaded for Leicestershire, so nothing can be credited to one.'
    );
    expect(slot(model, 'published')?.statements[0]?.text).toContain('That is close to similar areas');
    expect(chart(model, 'long-cp-vol')?.spec.kind).toBe('series');
    expect(slot(model, 'outcomes')).toBeUndefined();
  });
  it('Leicester, Leeds and England have the same page; no verdict stands on any', async () => {
    for (const area of ['leicester', 'leeds', 'england', 'city-of-london', 'isles-of-scilly'])
      expect(wordsOf(await pageOf(published, area, { view: 'strategy' })), area).not.toMatch(
        /Changed (more|with)/
      );
  });
  it('stands beside similar areas in the same words as in the scorecard', async () => {
    for (const area of ['leicestershire', 'leeds', 'leicester']) {
      const model = await pageOf(published, area, { view: 'strategy' });
      const card = (await pageOf(published, area)).slots
        .flatMap(({ tables = [] }) => tables)
        .find(({ id }) => id === 'scorecard')
        ?.table.rows.find(({ indicator }) => indicator === 'Children on a plan for neglect');
      const word = /: (.+)$/.exec(String(card?.['beside']))?.[1] ?? 'none';
      const said = slot(model, 'published')?.statements[0]?.text ?? '';
      expect(said, area).toMatch(new RegExp(`That is ${word} similar areas`));
    }
  });
  it('a withheld outcome is not counted as known', async () => {
    for (const area of ['rutland']) {
      const model = await pageOf(published, area, { view: 'strategy' });
      expect(slot(model, 'published')?.tables?.[0]?.title, area).toBe(
        'None of the six outcomes named in 2016 is known here: one is withheld'
      );
      expect(slot(model, 'published')?.heading).toBe('What a strategy would be judged by');
    }
    const known = await pageOf(published, 'leicestershire', { view: 'strategy' });
    expect(slot(known, 'published')?.tables?.[0]?.title).toBe(
      'One of the six outcomes named in 2016 is known here'
    );
  });
  it('the outcomes of 2016 stand in the papers of the three that set them, and of nobody else', async () => {
    const tablesOf = async (area: string) =>
      slot(await pageOf(published, area, { view: 'strategy' }), 'published');
    for (const area of ['leicester', 'leicestershire', 'rutland'])
      expect((await tablesOf(area))?.tables?.[0]?.table.caption, area).toContain(
        'named by the 2016 strategy of Leicester, Leicestershire and Rutland'
      );
    for (const area of ['leeds', 'england', 'east-midlands', 'city-of-london']) {
      const shown = await tablesOf(area);
      expect(shown?.tables, area).toBeUndefined();
      expect(shown?.notSupplied?.what, area).toContain('The outcomes that a strategy of');
    }
  });
  it('Rutland: withheld is said, and nothing in its stead', async () => {
    const model = await pageOf(published, 'rutland', { view: 'strategy' });
    expect(model.headline.text).toContain('withheld, so that no child can be identified');
  });
});

describe('short words', () => {
  it('no statement of the demonstration, but for the milestone it names first, and no note of the page’s own is longer than 35 words', async () => {
    for (const area of ['kestrelshire', 'lanternport', 'quillmere', 'quill-vale-partnership']) {
      const model = await page(area);
      const texts = model.slots.flatMap(({ statements }) => statements.map(({ text }) => text));
      const notes = model.notes
        .map(({ text }) => text)
        .filter((text) => /verdict|Changed|Targets/.test(text));
      expect(notes.length, area).toBeGreaterThan(0);
      expect(
        [...texts, ...notes]
          .map((text) => text.replace(/^After \w+ \d{4} \([^)]+\)\. /, ''))
          .filter((text) => text.split(/\s+/).length > 35),
        area
      ).toEqual([]);
    }
  });
});

describe('the table of verdicts', () => {
  it('is headed by those compared with, and no compared row is without them', async () => {
    for (const area of ['kestrelshire', 'lanternport', 'quill-vale-partnership']) {
      const table = slot(await page(area), 'outcomes')?.tables?.[0]?.table;
      expect(table?.columns.find(({ key }) => key === 'others')?.label, area).toBe('Similar areas');
      for (const row of table?.rows ?? [])
        if (/^(Changed|No sign)/.test(String(row['verdict']))) expect(row['others'], area).not.toBe('');
    }
  });
  it('says England where England alone is compared with', () => {
    const country = {
      against: 'country',
      count: 1,
      mean: -2,
      lowest: -2,
      highest: -2,
      moved: false
    } as const;
    const similar = { ...country, against: 'similar', count: 8, lowest: -5, highest: 1 } as const;
    const indicator = demo.catalogue.indicators.find(({ role }) => role === 'plans-neglect-share');
    if (!indicator) throw new Error('no indicator');
    expect(othersNames([country, country], 'England')).toEqual(['England']);
    expect(othersChange(indicator, country)).toBe('down 2.0 points');
    expect(othersNames([country, similar], 'England')).toEqual(['England', 'similar areas']);
    expect(againstText(indicator, country, 'England')).toBe('England: down 2.0 points');
    expect(againstText(indicator, similar, 'England')).toBe('Similar areas: −5.0 to +1.0 points');
  });
});

describe('a small authority', () => {
  it('Quillmere: no figure is shown where it is withheld, and no conclusion from too few', async () => {
    const model = await page('quillmere');
    expect(wordsOf(model)).toContain('The neglect tool is used a second time: withheld');
    expect(wordsOf(model)).not.toMatch(/Changed (more|with)/);
  });
});

describe('a lasting shift by quarter', () => {
  it('is told in words with its reason, on a badge that does not deny it, and with its trial limits', async () => {
    const page = await pageOf(demo, 'lanternport', { view: 'strategy' });
    const slot = page.slots.find(({ id }) => id === 'quarters');
    const chart = slot?.charts.find(({ spec }) => spec.kind === 'control');
    if (chart?.spec.kind !== 'control') throw new Error('no control chart');
    const known = chart.spec.points.flatMap(({ cell }) => (cell.kind === 'known' ? [cell.value] : []));
    const at = chart.spec.points.findIndex(({ rebased }) => rebased !== undefined);
    const mean = known.slice(0, at).reduce((sum, value) => sum + value, 0) / at;
    expect(known.slice(at).every((value) => value > mean)).toBe(true);
    const reason = `All eight quarters since then are above ${mean.toFixed(1)}, the mean of the eight before.`;
    expect(slot?.statements[0]?.text).toContain('a lasting shift from April 2022');
    expect(slot?.statements[0]?.text).toContain(reason);
    expect(chart.description).toContain(reason);
    expect(chart.description).toContain('As usual for its new level');
    expect(chart.description).toContain('trial limits');
    expect(chart.table.rows.at(-1)?.['says']).toBe('As usual for its new level');
  });
});

describe('what is secondary', () => {
  it('is folded away question by question, with no row lost and each fold told by what is in it', async () => {
    const page = await pageOf(demo, 'kestrelshire', { view: 'strategy' });
    const table = page.slots.flatMap(({ tables = [] }) => tables).find(({ id }) => id === 'sides')?.table;
    const folds = table?.folds ?? [];
    expect(folds.map(({ open }) => open)).toEqual([false, false, false, false, false]);
    for (const { says } of folds) expect(says).toMatch(/^[A-Z][a-z ]+: [^:]*\d.*\.$/);
    expect(folds[0]?.says).toMatch(/^Numbers: .*Audits: .*Practitioners: /);
    expect(new Set(table?.rows.map(({ theme }) => theme))).toEqual(new Set(folds.map(({ group }) => group)));
  });

  it('of the verdicts, opens the milestone that any can be credited to and keeps the rest folded', async () => {
    for (const area of ['kestrelshire', 'lanternport']) {
      const page = await pageOf(demo, area, { view: 'strategy' });
      const table = page.slots
        .flatMap(({ tables = [] }) => tables)
        .find(({ id }) => id === 'verdicts')?.table;
      const folds = table?.folds ?? [];
      expect(new Set(table?.rows.map(({ since }) => since)), area).toEqual(
        new Set(folds.map(({ group }) => group))
      );
      for (const { group, open, says } of folds) {
        const rows = table?.rows.filter(({ since }) => since === group) ?? [];
        const judged = rows.filter(({ others }) => others !== '–' && others !== undefined);
        expect(open, `${area}: ${group}`).toBe(judged.length > 0);
        expect(says).toContain(`${String(rows.length)} figure`);
      }
      expect(folds.some(({ open }) => open)).toBe(true);
    }
  });
});

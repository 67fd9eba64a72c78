import { describe, expect, it } from 'vitest';
import { isKnown } from '#lib/domain/cell.ts';
import type { ChartModel, ChartSpec, ViewModel } from '#lib/views/model.ts';
import { pageOf, sharedBundle, sharedFacts, STANDARD, wordsOf } from '../published.ts';

const DEMO = 'data/demo';
const published = await sharedFacts();
const demo = await sharedFacts(DEMO);
const page = (area: string, period?: string) =>
  pageOf(published, area, { view: 'agencies', ...(period === undefined ? {} : { period }) });
const made = (area: string, period?: string) =>
  pageOf(demo, area, { view: 'agencies', ...(period === undefined ? {} : { period }) });

const slotOf = (model: ViewModel, id: string) => {
  const slot = model.slots.find((each) => each.id === id);
  if (!slot) throw new Error(`no slot ${id}`);
  return slot;
};
const saidIn = (model: ViewModel, id: string) =>
  slotOf(model, id)
    .statements.map(({ text }) => text)
    .join(' ');
function chartOf(model: ViewModel, id: string): ChartModel {
  const chart = model.slots.flatMap(({ charts }) => charts).find((each) => each.id === id);
  if (!chart) throw new Error(`no chart ${id}`);
  return chart;
}
function statesOf(model: ViewModel): Extract<ChartSpec, { kind: 'states' }> {
  const { spec } = chartOf(model, 'none-recorded');
  if (spec.kind !== 'states') throw new Error('not of states');
  return spec;
}
const stateOf = (model: ViewModel, id: string) =>
  statesOf(model)
    .rows.find((row) => row.id === id)
    ?.places.map(({ state }) => state);

describe('an authority that names services of its own', async () => {
  const model = await made('kestrelshire');

  it('says in its headline first from whom none is recorded, then who refers most', () => {
    expect(model.headline).toMatchObject({
      mark: 'neglect',
      text: 'In four years no contact and no referral is recorded from dentists or adult mental health services. The largest number of referrals for neglect came from the police: 35.1 for every 10,000 children (575 referrals).'
    });
  });
  it('leads with it in words and in a drawing of four years', () => {
    const [first] = model.slots;
    expect(first?.id).toBe('none-recorded');
    expect(first?.statements[0]?.text).toBe(
      'In four years 474 referrals are recorded from probation and 216 from drug and alcohol services. None is recorded from dentists or adult mental health services, and no contact either. This counts referrals for every reason.'
    );
    expect(statesOf(model).columns.map(({ id }) => id)).toEqual(['2021', '2022', '2023', '2024']);
    const none = ['none', 'none', 'none', 'none'];
    for (const service of ['dentist', 'adultmental'])
      for (const measure of ['contacts', 'referrals'])
        expect(stateOf(model, `${service}-${measure}`)).toEqual(none);
    expect(
      statesOf(model)
        .rows.find(({ id }) => id === 'probation-referrals')
        ?.places.map(({ text }) => text)
    ).toEqual(['119', '108', '138', '109']);
  });
  it('never takes none recorded for nobody acting', () => {
    expect(saidIn(model, 'none-recorded')).toContain('It does not mean that a service did nothing');
    expect(wordsOf(model)).not.toMatch(/did not act|failed to|ignored/i);
  });
  it('asks first about the zero, and names what raised the question', () => {
    expect(model.questions.length).toBeLessThanOrEqual(3);
    expect(model.questions[0]?.because).toBe(
      'In four years no contact and no referral is recorded from dentists or adult mental health services.'
    );
  });
  it('shows referrals for neglect by source for every 10,000 children, and every reason beside England', () => {
    const neglect = chartOf(model, 'sources-neglect');
    const all = chartOf(model, 'sources-all');
    expect([neglect.mark, all.mark]).toEqual(['neglect', 'all']);
    const police = neglect.table.rows.find((row) => row['source'] === 'Police');
    expect(police?.['count']).toMatchObject({ value: 575 });
    expect(neglect.spec).not.toHaveProperty('beside');
    expect(all.spec).toMatchObject({ beside: { name: 'England' } });
  });
  it('tells what became of referrals without naming them twice', () => {
    expect(saidIn(model, 'result')).toContain(
      'What became of 1,793 referrals for neglect: assessed, and in need, 1,209 (67.4%);'
    );
    expect(wordsOf(model)).not.toContain('referrals for neglect, of');
  });
  it('sets contacts beside referrals, with what became of those about neglect', () => {
    expect(saidIn(model, 'contacts')).toContain(
      'There were 30,982 contacts and 8,043 referrals: 3.9 contacts for every referral.'
    );
    expect(saidIn(model, 'contacts')).toContain(
      'of 6,915 contacts about neglect: accepted as a referral, 1,793 (25.9%)'
    );
    const { spec } = chartOf(model, 'contacts-referrals');
    expect(spec.kind === 'series' && spec.series.length).toBe(4);
  });
  it('tells the quality of referrals with how the sample was drawn', () => {
    expect(saidIn(model, 'quality')).toContain(
      '43 of 60 families audited, or 71.7%. The audit was on 13 November 2023: drawn at random, from families known for neglect at any tier.'
    );
    expect(saidIn(model, 'quality')).toContain('Both were drawn in the same way.');
  });
  it('shows how many were read where how many were good is withheld, as Audits does', async () => {
    const rows = slotOf(model, 'quality').tables?.[0]?.table.rows ?? [];
    const audits = await pageOf(demo, 'kestrelshire', { view: 'audits' });
    const spec = chartOf(audits, 'audit-by-agency').spec;
    const places = spec.kind === 'heat' ? (spec.rows.find(({ id }) => id === 'REF-QUAL')?.places ?? []) : [];
    expect(rows.map(({ count, of }) => [count, of])).toEqual(places.map(({ n, of }) => [n, of]));
    expect(rows).toMatchObject([
      { count: { value: 13 }, of: { value: 19 } },
      { count: { reason: 'withheld' }, of: { kind: 'known' } },
      { count: { reason: 'withheld' }, of: { kind: 'known' } },
      { count: { value: 13 }, of: { value: 19 } }
    ]);
  });
  it('says at each figure of adult services whether it counts neglect alone or every reason', () => {
    expect(saidIn(model, 'none-recorded')).toContain(
      'Number of referrals from adult services: 40 referrals. It counts referrals for neglect alone.'
    );
    expect(saidIn(model, 'partners')).toContain(
      '128 of 321 invitations, or 39.9%. It counts meetings about plans for neglect alone. Service by service, meetings about every plan are counted.'
    );
    expect(chartOf(model, 'by-agency-adult-services-attendance-all-share').title).toContain(
      'meetings about every plan: from 40.1%'
    );
  });
  it('says of a figure of the partnership that it is for the whole of it', () => {
    expect(saidIn(model, 'partners')).toContain(
      '121 of 149 meetings, or 81.2%. This is for the whole of Quill Vale partnership.'
    );
  });
  it('lists which returns came, came late and did not come', () => {
    const table = slotOf(model, 'partners').tables?.find(({ id }) => id === 'returns');
    expect(table?.title).toBe(
      'Of four returns asked for, one came in time, one came late and two have not come.'
    );
  });
});

describe('an authority with no place to record such services', async () => {
  const model = await made('lanternport');

  it('says that no code exists, in words and in a shape of its own, and not that none came', () => {
    expect(saidIn(model, 'none-recorded')).toContain(
      'There is no code here for dentists, adult mental health services, drug and alcohol services or probation.'
    );
    expect(stateOf(model, 'dentist-referrals')).toEqual(['noCode', 'noCode', 'noCode', 'noCode']);
    expect(
      statesOf(model)
        .rows.flatMap(({ places }) => places)
        .some(({ state }) => state === 'none')
    ).toBe(false);
    expect(model.headline.text).not.toContain('recorded from');
  });
  it('says so in its headline, after what it knows', () => {
    expect(model.headline.text).toMatch(
      /^The largest number of referrals .* There is no code here for dentists, adult mental health services/
    );
    expect(model.slots[0]?.id).toBe('who-refers');
  });
  it('compares no two audits that were drawn differently', () => {
    expect(saidIn(model, 'quality')).toContain('so the two are not comparable');
  });
});

describe('an authority of which no figure by service was asked', async () => {
  const model = await made('quillmere');

  it('says not expected, which is neither zero nor missing', () => {
    expect(new Set(stateOf(model, 'dentist-referrals'))).toEqual(new Set(['notExpected']));
    expect(saidIn(model, 'none-recorded')).toContain('not on the list of figures it is asked for');
  });
  it('names no outcome in a title that none had', () => {
    expect(chartOf(model, 'referral-outcomes').title).toBe(
      'What became of referrals for neglect: assessed, and in need, 71%'
    );
  });
  it('orders sources whose figure is withheld as the cube does, after those that are known', () => {
    const { spec } = chartOf(model, 'sources-neglect');
    if (spec.kind !== 'bars') throw new Error('not bars');
    const known = spec.rows.map(({ cell }) => isKnown(cell));
    expect(known.lastIndexOf(true)).toBeLessThan(known.indexOf(false));
    const hidden = spec.rows.filter(({ cell }) => !isKnown(cell)).map(({ id }) => id);
    const order = [
      'individual',
      'schools',
      'education',
      'health',
      'housing',
      'council',
      'police',
      'legal',
      'other',
      'anonymous',
      'unknown'
    ];
    expect(hidden).toEqual(order.filter((id) => hidden.includes(id)));
    expect(hidden.length).toBeGreaterThan(2);
  });
});

describe('the partnership itself', async () => {
  const model = await made('quill-vale-partnership');

  it('sets its authorities side by side, each in its own state, and adds none of them up', () => {
    const spec = statesOf(model);
    expect(spec.columns.map(({ label }) => label)).toEqual(['Kestrelshire', 'Lanternport', 'Quillmere']);
    expect(stateOf(model, 'dentist-referrals')).toEqual(['none', 'noCode', 'notExpected']);
    expect(spec.rows.find(({ id }) => id === 'probation-referrals')?.places[0]?.text).toBe('474');
    expect(wordsOf(model)).not.toMatch(/In Quill Vale partnership \d/);
  });
  it('tells of the zero in its headline, by the name of the authority', () => {
    expect(model.headline.text).toContain(
      'Kestrelshire: in four years no contact and no referral is recorded from dentists or adult mental health services.'
    );
  });
});

describe('published figures', () => {
  it('lead with who refers, for every reason, and say so', async () => {
    const model = await page('leicestershire');
    expect(model.headline).toEqual({
      mark: 'all',
      text: 'The largest number of referrals came from the police: 120.3 for every 10,000 children (1,747 referrals). Clearly fewer come from schools than in England: 61.0 for every 10,000 children, against 105.4. These are referrals for every reason: nobody publishes them for neglect alone.'
    });
    expect(saidIn(model, 'who-refers')).toContain(
      'Named sources clearly below England: schools (61.0, England 105.4)'
    );
    expect(model.slots.flatMap(({ charts }) => charts).every(({ mark }) => mark === 'all')).toBe(true);
  });
  it('tell of Leicestershire that referrals rose 17% and “not in need” from 18.6% to 34.9%', async () => {
    expect(saidIn(await page('leicestershire'), 'contacts')).toContain(
      'referrals rose 17%, from 5,316 to 6,236. That is not unusual: in a year, about 26 of 100 authorities see a change as big, allowing for size. Of them, those assessed and found not in need went from 18.6% to 34.9%.'
    );
  });
  it('say of how many similar areas the middle of each source is, and where there is none', async () => {
    const middles = async (slug: string) => {
      const { columns, rows } = chartOf(await page(slug), 'sources-all').table;
      const label = columns.find(({ key }) => key === 'neighbours')?.label;
      const of = (source: string) => rows.find((row) => row['source'] === source)?.['neighbours'];
      return { label, of };
    };
    const rutland = await middles('rutland');
    expect(rutland.label).toBe('Middle of 9 similar areas');
    expect([rutland.of('Unknown'), rutland.of('Housing')]).toEqual(['too few figures', 'too many withheld']);
    expect(rutland.of('Police')).toMatchObject({ kind: 'known' });
    expect((await middles('leicestershire')).label).toBe('Middle of 8 or 9 similar areas');
    expect((await middles('hackney')).label).toBe('Middle of 9 or 10 similar areas');
  });
  it('name what was not usable as every other table does, and never as not supplied', async () => {
    const { rows } = chartOf(await page('hackney'), 'none-recorded').table;
    const reasons = rows.flatMap((row) =>
      [row['2021'], row['2022']].flatMap((cell) =>
        typeof cell === 'object' && !isKnown(cell) ? [cell.reason] : []
      )
    );
    expect(reasons).not.toContain('notSupplied');
    expect(reasons.filter((reason) => reason === 'notAvailable')).toHaveLength(14);
  });
  it('let a source that is not known change most', async () => {
    const model = await page('essex');
    const { rows } = chartOf(model, 'sources-over-time').table;
    const changes = rows
      .filter((row) => !String(row['source']).startsWith('England'))
      .flatMap((row) => {
        const [from, to] = [row['2023'], row['2024']];
        return typeof from === 'object' && typeof to === 'object' && isKnown(from) && isKnown(to)
          ? [{ source: row['source'], by: Math.abs(to.value - from.value) }]
          : [];
      });
    expect(changes.toSorted((a, b) => b.by - a.by)[0]?.source).toBe('Unknown');
    expect(saidIn(model, 'over-time')).toContain(
      'Referrals from sources not known changed most since the year before. They went down from 10.6 to 3.4'
    );
    expect(chartOf(model, 'sources-over-time').title).toBe(
      'Largest change in a year: sources not known, down from 10.6 to 3.4'
    );
  });
  it('say that a change is judged by its size, and of which sources it is the largest', async () => {
    expect(saidIn(await page('leicestershire'), 'over-time')).toContain(
      'Referrals from individuals changed most, of the sources with figures for both years. They went up from 31.3 to 49.8 for every 10,000 children. That is unusual here: no change before it was as big, allowing for size.'
    );
  });
  it('call a table of all sources by no six of them', async () => {
    const { subtitle, table } = chartOf(await page('leicestershire'), 'sources-over-time');
    expect(subtitle).toContain('the six largest');
    expect(table.caption).not.toContain('six');
    expect(table.rows.length).toBeGreaterThan(6);
  });
  it('leave out no larger source because it is recorded as other', async () => {
    expect(saidIn(await page('rutland'), 'who-refers')).toContain(
      'so many came from: council services, 66 (82.8 for every 10,000 children); the police, 52 (65.2); sources recorded as “other”, 49 (61.5).'
    );
  });
  it('claim the largest number for no named source where more came from one that is not known', async () => {
    const model = await page('manchester', '2014');
    expect(model.headline.text).toMatch(/^Of the named sources, the largest number of referrals came from /);
    expect(saidIn(model, 'who-refers')).toContain('came from: sources not known, 5,884');
  });
  it('count the sources apart from England that they do not name', async () => {
    const model = await page('essex');
    const said =
      'Named sources clearly below England: the police (47.1, England 147.7), schools (31.1, 105.4) and six more.';
    expect(saidIn(model, 'who-refers')).toContain(said);
    expect(model.questions.find(({ id }) => id === 'few-from')?.because).toContain(said);
    const unnamed = ['Other', 'Anonymous', 'Unknown'];
    const below = chartOf(model, 'sources-all').table.rows.filter((row) => {
      const [upper, national] = [row['upper'], row['england']];
      return (
        typeof upper === 'object' &&
        typeof national === 'object' &&
        isKnown(upper) &&
        isKnown(national) &&
        upper.value < national.value &&
        !unnamed.includes(String(row['source']))
      );
    });
    expect(below).toHaveLength(8);
  });
  it('lead with the larger outcome', async () => {
    expect(chartOf(await page('leicester'), 'referral-outcomes').title).toBe(
      'What became of referrals: no further action, 24%; assessed, and not in need, 23%'
    );
  });
  it.each(['leicester', 'essex', 'hackney', 'city-of-london', 'leicestershire'])(
    'tell of a change in referrals as the Overview does: %s',
    async (slug) => {
      const overview = wordsOf(await pageOf(published, slug));
      const change = /Referrals ((?:changed little|rose|fell)[^.]*)\./.exec(overview)?.[1] ?? 'not said';
      expect(saidIn(await page(slug), 'contacts')).toContain(`referrals ${change}.`);
    }
  );
  it.each(['leicestershire', 'leicester', 'hackney', 'rutland'])(
    'stand where the scorecard of the Overview has them: %s',
    async (slug) => {
      const rows = (await pageOf(published, slug)).slots
        .flatMap(({ tables = [] }) => tables)
        .find(({ id }) => id === 'scorecard')?.table.rows;
      const beside = rows?.find((row) => row['indicator'] === 'Referrals assessed as not in need')?.[
        'beside'
      ];
      const [, value, where] = /^similar areas ([\d.]+%): (.+)$/.exec(String(beside)) ?? [];
      expect(saidIn(await page(slug), 'result')).toContain(`${where ?? '?'} similar areas (${value ?? '?'})`);
    }
  );
  it('name the services that have no national code, and who could give them one', async () => {
    const model = await page('rutland');
    expect(saidIn(model, 'none-recorded')).toContain('The national return has no code for dentists');
    expect(stateOf(model, 'probation-referrals')).toEqual(['noCode', 'noCode', 'noCode', 'noCode']);
    expect(model.questions.map(({ id }) => id)).toContain('no-code');
  });
  it.each(['leeds', 'leicester', 'leicestershire', 'rutland'])(
    'by source are those of the bundle, and their rates follow: %s',
    async (slug) => {
      const model = await page(slug, '2024');
      const bundle = await sharedBundle();
      const table = bundle.tables.find((each) => each.table.id === 'referrals-by-source');
      const rows = chartOf(model, 'sources-all').table.rows;
      const population = bundle.tables
        .find((each) => each.table.id === 'population')
        ?.observations.find((row) => row.area === model.area.id && row.period === 'mid2023')?.cell;
      const counts = (table?.observations ?? []).filter(
        (row) => row.area === model.area.id && row.period === '2024' && row.members[0] !== 'all'
      );
      expect(rows).toHaveLength(counts.length);
      const shown = rows.map((row) => row['count']);
      expect(shown).toEqual(expect.arrayContaining(counts.map(({ cell }) => cell)));
      if (!population || !isKnown(population)) throw new Error('no population');
      for (const row of rows) {
        const [value, count] = [row['value'], row['count']];
        if (typeof value !== 'object' || typeof count !== 'object' || !isKnown(count)) continue;
        expect(isKnown(value) && value.value).toBeCloseTo((count.value / population.value) * 10_000, 9);
      }
    }
  );
  it.each(['england', 'east-midlands', 'city-of-london', 'isles-of-scilly', 'cumbria'])(
    'make a page of an unusual area: %s',
    async (slug) => {
      const model = await page(slug);
      expect(model.headline.text).toMatch(/^The largest number of referrals came from /);
      expect(model.slots.length).toBeLessThanOrEqual(7);
      expect(wordsOf(model)).not.toMatch(/undefined|NaN|being built/);
    }
  );
  it('lead with no zero of a tiny area', async () => {
    expect((await page('isles-of-scilly')).slots[0]?.id).toBe('who-refers');
  });
});

describe('a bundle of one authority, with quality by agency', async () => {
  const model = await pageOf(await sharedFacts(STANDARD), 'riverbank', { view: 'agencies' });

  it('shows quality by agency as counts in a table, where bars of unlike wholes would mislead', () => {
    const { charts, tables = [] } = slotOf(model, 'quality');
    expect(charts).toEqual([]);
    expect(tables.map(({ id }) => id)).toEqual(['quality-by-agency']);
    expect(tables[0]?.table.columns.map(({ key }) => key)).toEqual(['name', 'count', 'of']);
  });
  it('sums services over the years that are there', () => {
    expect(saidIn(model, 'none-recorded')).toContain(
      'In two years 59 referrals are recorded from drug and alcohol services'
    );
  });
});

import { describe, expect, it } from 'vitest';
import { isKnown, known, missing } from '#lib/domain/cell.ts';
import { openDatabase } from '#lib/db/node.ts';
import { prepare, preparedFacts } from '#lib/indicators/prepare.ts';
import type { ChartModel, Slot, ViewModel } from '#lib/views/model.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { readIndicators } from '../../scripts/read-published.ts';
import { pageOf, sharedBundle, sharedFacts, STANDARD, wordsOf } from '../published.ts';

const DEMO = 'data/demo';
const demo = await sharedFacts(DEMO);
const published = await sharedFacts();
const journey = (area: string, rest: Parameters<typeof pageOf>[2] = {}) =>
  pageOf(demo, area, { view: 'journey', ...rest });
const real = (area: string, rest: Parameters<typeof pageOf>[2] = {}) =>
  pageOf(published, area, { view: 'journey', ...rest });

const slotOf = ({ slots }: ViewModel, id: string): Slot => {
  const slot = slots.find((each) => each.id === id);
  if (!slot) throw new Error(`no such slot: ${id}`);
  return slot;
};
const chartOf = (page: ViewModel, id: string): ChartModel => {
  const chart = page.slots.flatMap(({ charts }) => charts).find((each) => each.id === id);
  if (!chart) throw new Error(`no such chart: ${id}`);
  return chart;
};
const textsOf = (page: ViewModel, id: string) =>
  slotOf(page, id)
    .statements.map(({ text }) => text)
    .join(' ');

describe('the journey of children in a partnership with figures of its own', async () => {
  const [kestrelshire, lanternport, quillmere] = await Promise.all(
    ['kestrelshire', 'lanternport', 'quillmere'].map((area) => journey(area))
  );
  if (!kestrelshire || !lanternport || !quillmere) throw new Error('no page');
  const rows = (await sharedBundle(DEMO)).tables.find(({ table }) => table.cube === 'history');
  const historyOf = (area: string, episodes: string) =>
    rows?.observations.find(
      ({ area: at, period, members }) =>
        at === area && period === '2024' && members.join() === `cpplan,yes,${episodes},all`
    )?.cell;

  it('begins with how many times children had help before, n of N, for each kind of plan', () => {
    expect(kestrelshire.slots[0]?.id).toBe('history');
    const { spec } = chartOf(kestrelshire, 'earlier-help');
    if (spec.kind !== 'bars') throw new Error('no bars');
    expect([...new Set(spec.rows.map(({ group }) => group?.replace(/: .*/, '')))]).toEqual([
      'On a child protection plan with neglect recorded',
      'On a child in need plan with neglect recorded'
    ]);
    for (const [label, id] of [
      ['Never before', 'none'],
      ['Once before', 'one'],
      ['Twice before', 'two'],
      ['Three times or more', 'threeplus']
    ] as const) {
      const cell = historyOf('kestrelshire', id);
      const whole = historyOf('kestrelshire', 'all');
      if (!cell || !isKnown(cell) || !whole || !isKnown(whole)) throw new Error('not in the demonstration');
      expect(spec.rows.find((row) => row.label === label)?.text).toBe(`${cell.value} of ${whole.value}`);
    }
    expect(kestrelshire.headline.text).toMatch(
      /^Of \d+ children on a child protection plan with neglect recorded, \d+ \(\d+%\) had help before that ended, and \d+ \(\d+%\) were first referred more than two years ago\./
    );
  });

  it('tells the story of help that stops and starts, in words and in the chart, beside the other authority', () => {
    expect(kestrelshire.headline.text).toContain(
      '24% of the help for neglect that closed in the year to 31 March 2023 was followed by more within a year; in Lanternport 10%.'
    );
    expect(lanternport.headline.text).toBe(
      '10% of the help for neglect that closed in the year to 31 March 2023 was followed by more within a year; in Kestrelshire 24%. 17.7% of referrals for neglect came within a year of another, up from 10.9% a year earlier, against 34.5% in Kestrelshire.'
    );
    expect(textsOf(kestrelshire, 'restarts')).toContain('Lanternport 10.4%, clearly lower');
    expect(textsOf(lanternport, 'restarts')).toContain('Kestrelshire 24.5%, clearly higher');
    const { spec, covers } = chartOf(kestrelshire, 'restarts');
    if (spec.kind !== 'bars') throw new Error('no bars');
    expect(covers).toBe('year to 31 March 2023');
    const shown = Object.fromEntries(
      spec.rows.map(({ label, cell }) => [label, isKnown(cell) ? Math.round(cell.value) : cell.reason])
    );
    expect(shown).toMatchObject({ Kestrelshire: 24, Lanternport: 10 });
    expect(kestrelshire.questions.map(({ because }) => because).join()).toContain('Lanternport 10.4%');
    expect(lanternport.questions.map(({ id }) => id)).not.toContain('stop-start');
  });

  it('draws closures by the quarter in which they were, and leaves out those without a year behind them', () => {
    const { spec, covers } = chartOf(kestrelshire, 'restarts-by-quarter');
    if (spec.kind !== 'control') throw new Error('no run chart');
    expect(spec.limits).toBe('run');
    expect(spec.points).toHaveLength(12);
    expect(covers).toBe('April to June 2020 to January to March 2023');
  });

  it('draws moves between tiers as a flow, with how many were at the tier they left', () => {
    const { spec, table, title } = chartOf(kestrelshire, 'movements');
    if (spec.kind !== 'flow') throw new Error('no flow');
    expect(spec.tiers.map(({ label }) => label)).toEqual([
      'Early help',
      'Child in need plan',
      'Child protection plan'
    ]);
    expect(spec.moves).toHaveLength(4);
    expect(title).toMatch(
      /^For every child who stepped up from a child in need plan to a child protection plan, \d+ stepped down$/
    );
    expect(table.rows.every((row) => typeof row['left'] === 'object')).toBe(true);
  });

  it('tells what the plan before a repeat plan was for', () => {
    expect(slotOf(kestrelshire, 'returning').notSupplied).toBeUndefined();
    expect(textsOf(kestrelshire, 'returning')).toContain(
      'Of 55 repeat plans started for neglect, 20 came after a plan that was for neglect too.'
    );
  });

  it('tells of no change in plans for neglect across a change of recording', async () => {
    const across = await journey('lanternport', { period: '2023' });
    const repeats = (page: ViewModel) =>
      slotOf(page, 'returning').statements.find(({ text }) => text.startsWith('Plans for neglect'))?.text;
    expect(repeats(across)).toMatch(/^Plans for neglect for a child who had a plan before: \d/);
    expect(repeats(across)).not.toContain('A year earlier');
    expect(repeats(lanternport)).toContain('A year earlier');
    expect(across.slots.flatMap(({ charts }) => charts).map(({ id }) => id)).not.toContain('pathway-past');
  });

  it('says how the records were chosen beside what audits found of drift', () => {
    const text = textsOf(lanternport, 'drift');
    expect(text).toContain('in the round of November 2023');
    expect(text).toContain('put forward by teams');
  });

  it('says of a withheld history what is shown, and works out nothing from it', () => {
    const text = textsOf(quillmere, 'history');
    expect(text).toContain('withheld, so that no child can be identified');
    expect(text).not.toMatch(/%/);
    expect(quillmere.headline.text).not.toContain('had help before');
    for (const id of ['earlier-help', 'since-first-referral']) {
      const { spec } = chartOf(quillmere, id);
      if (spec.kind !== 'bars') throw new Error('no bars');
      const cp = spec.rows.filter(({ group }) => group?.startsWith('On a child protection plan') === true);
      expect(cp.map(({ cell }) => cell)).toEqual(cp.map(() => missing('withheld')));
    }
    expect(() => chartOf(quillmere, 'movements')).toThrow();
  });

  it('never has more than seven slots of its own, nor more than three questions', () => {
    for (const page of [kestrelshire, lanternport, quillmere]) {
      expect(page.slots.filter(({ id }) => id !== 'not-known').length).toBeLessThanOrEqual(7);
      expect(page.questions.length).toBeLessThanOrEqual(3);
    }
  });
});

describe('the journey from published figures', () => {
  it('of Leicestershire tells what stands in, what each is beside, and that nothing is of neglect alone', async () => {
    const page = await real('leicestershire');
    expect(page.headline).toMatchObject({
      mark: 'all',
      text: '4.9% of children on a plan had been on it for two years or more, up from 1.7% a year earlier, above England (2.5%). 26.9% of plans started were for a child who had one before, close to England (24.7%). Both count every reason: nothing is published of how long neglect goes on.'
    });
    expect(page.slots.map(({ id }) => id)).toEqual(['returning', 'durations', 'way', 'not-known']);
    expect(slotOf(page, 'returning').charts.map(({ mark }) => mark)).toEqual(['all', 'all']);
    expect(textsOf(page, 'durations')).toContain('21 of 429 children on a plan, or 4.9%');
    expect(textsOf(page, 'way')).toContain('Of 553 plans started, 286 had neglect as the first category.');
    expect(page.questions.map(({ ask }) => ask)).toContain(
      'What is stopping change for children on a plan for two years or more?'
    );
  });

  it('stands beside whom the reader chose: similar areas, the region or England, and the year before', async () => {
    const charts = async (compare: 'neighbours' | 'region' | 'england') =>
      slotOf(await real('leeds', { compare }), 'way').charts;
    const froms = (list: readonly ChartModel[]) =>
      list.map(({ spec }) => (spec.kind === 'waterfall' ? spec.from.label : spec.kind));
    expect(froms(await charts('neighbours'))).toEqual([
      'The similar area in the middle',
      'Leeds a year earlier'
    ]);
    expect(froms(await charts('region'))).toEqual(['Yorkshire and The Humber', 'Leeds a year earlier']);
    expect(froms(await charts('england'))).toEqual(['England', 'Leeds a year earlier']);
    for (const { spec } of await charts('neighbours')) {
      if (spec.kind !== 'waterfall') throw new Error('no waterfall');
      const steps = spec.steps.reduce((sum, { change }) => sum + change, 0);
      expect(spec.from.value + steps).toBeCloseTo(spec.to.value, 9);
    }
  });

  it('of Rutland rounds nothing to none, and shows no length of plan that others would give away', async () => {
    const page = await real('rutland');
    expect(page.headline.text).toContain(
      'None of 26 children on a plan had been on it for two years or more'
    );
    expect(wordsOf(page)).not.toMatch(/\b0\.0% of/);
  });

  it('of England stands beside its own year before alone', async () => {
    const page = await real('england');
    expect(slotOf(page, 'way').charts.map(({ id }) => id)).toEqual(['pathway-past']);
    expect(textsOf(page, 'returning').match(/A year earlier/g)).toHaveLength(2);
  });

  it(
    'never begins with what is missing where anything is there, for every kind of area',
    { timeout: 120_000 },
    async () => {
      const { areas } = published.catalogue.manifest;
      const some = [
        'city-of-london',
        'isles-of-scilly',
        ...areas
          .filter(({ to }) => to !== undefined)
          .map(({ slug }) => slug)
          .slice(0, 2),
        ...areas
          .filter(({ kind }) => kind === 'region')
          .map(({ slug }) => slug)
          .slice(0, 2)
      ];
      for (const slug of some) {
        const page = await real(slug);
        const [first] = page.slots;
        if (page.slots.length > 1) expect(first?.id, slug).not.toBe('not-known');
        expect(page.headline.text, slug).not.toMatch(/undefined|NaN/);
        expect(wordsOf(page), slug).not.toMatch(/undefined|NaN/);
      }
    }
  );
});

describe('repeat plans by the category of the plan before', () => {
  it('are drawn with their whole where a table tells them, and withheld together where one would be given away', async () => {
    const bundle = await sharedBundle(STANDARD);
    const [indicators, cubes] = await Promise.all([readIndicators(), readDictionary()]);
    const source = bundle.manifest.sources[0]?.id ?? '';
    const table = {
      id: 'repeat-before',
      file: 'cubes/repeat-before.csv',
      cube: 'plans',
      source,
      title: 'Repeat plans by the category of the plan before',
      dimensions: ['category_initial', 'earlier_plan', 'earlier_category']
    };
    const row = (earlier: string, value: number | 'c', period = '2026') => ({
      area: 'riverbank',
      period,
      measure: 'started',
      members: ['neglect', 'yes', earlier],
      cell: value === 'c' ? missing('withheld') : known(value)
    });
    const more = await prepare(
      {
        ...bundle,
        manifest: { ...bundle.manifest, tables: [...bundle.manifest.tables, table] },
        tables: [
          ...bundle.tables,
          {
            table,
            cube: bundle.tables.find((each) => each.table.cube === 'plans')?.cube ?? bundle.tables[0]!.cube,
            observations: [
              row('all', 17),
              row('neglect', 9),
              row('emotional', 8),
              row('all', 12, '2025'),
              row('neglect', 8, '2025'),
              row('emotional', 'c', '2025')
            ]
          }
        ]
      },
      indicators,
      openDatabase,
      cubes
    );
    const facts = await preparedFacts(more, openDatabase);
    const now = await pageOf(facts, 'riverbank', { view: 'journey', period: '2026' });
    expect(chartOf(now, 'repeat-plans-by-category').title).toBe(
      'The plan before was for neglect too in 9 of 17'
    );
    const before = await pageOf(facts, 'riverbank', { view: 'journey', period: '2025' });
    const { table: behind } = chartOf(before, 'repeat-plans-by-category');
    expect(behind.rows.map((each) => each['plans'])).toEqual([missing('withheld'), missing('withheld')]);
    await facts.close();
  });
});

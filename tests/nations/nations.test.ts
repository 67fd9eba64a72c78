import { expect, test } from 'vitest';
import { saidIn } from '#lib/domain/nation.ts';
import { periodOf, reportingQuarterOf, reportingYearOf, yearBy } from '#lib/domain/period.ts';
import { nation, nationOf, NATIONS } from '#lib/sources/nations.ts';
import { checkField } from '#lib/sources/rules/rules.ts';
import { drawChart } from '#lib/charts/draw.ts';
import { svgDocument } from '#lib/ui/svg-document.node.ts';
import { milestoneMarks } from '#lib/views/strategy/trend-chart.ts';
import { yearsEnd } from '#lib/views/year-end.ts';
import { readIndicators } from '../../scripts/read-published.ts';
import { pageOf, sharedBundle, sharedFacts, wordsOf } from '../published.ts';

const SHOWN = [
  { id: 'wales', area: 'glanwern', country: 'Wales', day: '31 March' },
  { id: 'scotland', area: 'strathmirk', country: 'Scotland', day: '31 July' },
  { id: 'northern-ireland', area: 'lough', country: 'Northern Ireland', day: '31 March' }
] as const;
const VIEWS = ['overview', 'prevalence', 'age'] as const;
const OTHER_VIEWS = ['agencies', 'audits', 'journey', 'strategy'] as const;
const folder = (id: string) => `tests/bundles/${id}`;

test('every pack names its sources, and its ages and categories are each given once', () => {
  expect(NATIONS.map(({ id }) => id)).toEqual(['england', 'wales', 'scotland', 'northern-ireland']);
  for (const pack of NATIONS) {
    expect(pack.sources.length).toBeGreaterThan(1);
    for (const list of [pack.categories.members, pack.ageBands, pack.tiers])
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    expect(pack.categories.members.find(({ mark }) => mark === 'neglect')?.id).toBe('neglect');
  }
  expect(nationOf('Northern Ireland')?.id).toBe('northern-ireland');
  expect(nationOf('Utopia')).toBeUndefined();
});

test('years of Scotland end on 31 July, those of the other nations on 31 March', () => {
  const { calendar } = nation('scotland');
  expect(yearBy(calendar, 2024)).toMatchObject({
    start: '2023-08-01',
    end: '2024-07-31',
    label: 'year to 31 July 2024',
    population: 'mid2023'
  });
  expect(periodOf('2024Q2', calendar)).toMatchObject({
    start: '2023-11-01',
    end: '2024-01-31',
    label: 'November 2023 to January 2024'
  });
  expect(periodOf('2022to2024', calendar)?.label).toBe('3 years to 31 July 2024');
  expect(reportingYearOf('2024-08-01', calendar)).toBe(2025);
  expect(reportingQuarterOf('2024-01-31', calendar)).toBe(2);
  for (const id of ['england', 'wales', 'northern-ireland'] as const)
    expect(yearBy(nation(id).calendar, 2024)).toEqual(periodOf('2024'));
});

test('a manifest that names its nation takes what it leaves out from the pack', async () => {
  const { manifest, cubes } = await sharedBundle(folder('wales'));
  expect(manifest.terms).toEqual(nation('wales').terms);
  expect(manifest.tiers.map(({ name }) => name)).toContain('Care and support plan');
  const latest = cubes.get('plans')?.dimensions.find(({ id }) => id === 'category_latest');
  expect(latest?.relation).toBe('multiple');
  expect(latest?.members.map(({ id }) => id)).toEqual([
    'neglect',
    'physical',
    'emotional',
    'sexual',
    'financial'
  ]);
});

test('what a manifest says itself stands before the pack of its nation', async () => {
  const { manifest } = await sharedBundle(folder('england-switch'));
  expect(manifest.tiers.map(({ id }) => id)).toContain('familyhelp');
  expect(manifest.terms).toEqual(nation('england').terms);
});

test.each(SHOWN)(
  'somebody who knows the field finds nothing wrong with figures of $country',
  async ({ id }) => {
    expect(checkField(await sharedBundle(folder(id)), { today: '2026-11-22' })).toEqual([]);
  }
);

test.each(SHOWN)(
  'pages of $country speak in its words and of its dates',
  async ({ id, area, country, day }) => {
    const facts = await sharedFacts(folder(id));
    for (const view of VIEWS)
      for (const at of [area, facts.catalogue.manifest.areas[0]?.slug ?? '']) {
        const page = await pageOf(facts, at, { view });
        const words = [wordsOf(page), JSON.stringify(page.slots), page.position, page.compare.label].join(
          '\n'
        );
        expect(page.position).toBe(`Position at ${day} 2024`);
        expect(words).toContain(`${day} 2024`);
        expect(words).toContain('on the register for neglect');
        expect(words).not.toMatch(/\b(England|DfE|Department for Education|LSCB)\b/);
        expect(words).not.toMatch(/on a (child protection )?plan\b/);
        if (day !== '31 March') expect(words).not.toContain('31 March');
        expect(words).not.toMatch(/not published for any (authority|area)/);
        if (at === area) expect(words).toContain(country);
      }
  }
);

/** What belongs to England alone: its department, returns, law and words. */
const ENGLISH =
  /\b(England|DfE|Department for Education|factor 16A|children in need census|council tax)\b|Ofsted, 2014/;

test.each(SHOWN)(
  'every other view of $country says of nothing English that it is its own',
  async (nation) => {
    const { id, area } = nation;
    const facts = await sharedFacts(folder(id));
    for (const view of OTHER_VIEWS) {
      const page = await pageOf(facts, area, { view });
      const { questions, notes, headline } = page;
      const words = [wordsOf(page), JSON.stringify([page.slots, questions, notes, headline])]
        .join('\n')
        .replaceAll(/"quote":\{.*?\}|“[^”]*”/g, '')
        .replaceAll(/Ofsted in England, 2014|Ofsted’s report of 2014, on England alone/g, '')
        .replaceAll(/England: (\d+ families in Ofsted’s thematic inspection|cases that inspections)/g, '');
      expect(
        ENGLISH.exec(words),
        `${view}: ${words.slice(Math.max(0, words.search(ENGLISH) - 80)).slice(0, 200)}`
      ).toBe(null);
      expect(words).not.toMatch(/on a (child protection )?plan\b/);
      if (id === 'scotland')
        expect(words).not.toMatch(/[Ss]ection 47|initial (child protection )?conference/);
      if (id === 'wales') expect(words).not.toMatch(/[Cc]hild in need plan/);
    }
  }
);

test('where categories combine, nobody is asked how many are in “multiple”', async () => {
  const facts = await sharedFacts(folder('scotland'));
  const words = wordsOf(await pageOf(facts, 'strathmirk', { view: 'prevalence' }));
  expect(words).not.toContain('“multiple”');
  expect(words).toContain('neglect among their concerns');
  expect(words).toContain('A child may be counted under more than one concern here');
});

test.each([...SHOWN, { id: 'england-switch', area: 'alderhay' }] as const)(
  'the overview of $id does not say that ages are lacking which its own page of ages tells',
  async ({ id, area }) => {
    const facts = await sharedFacts(folder(id));
    for (const at of [area, facts.catalogue.manifest.areas[0]?.slug ?? '']) {
      const ages = await pageOf(facts, at, { view: 'age' });
      expect(ages.headline.text).toMatch(/\d of [\d,]+ children/);
      const { slots } = await pageOf(facts, at);
      const lacking = slots.find((slot) => slot.id === 'unseen')?.notSupplied?.what ?? '';
      expect(lacking).toContain('neglect by the agency that refers');
      expect(lacking).not.toMatch(/\bage\b|how old/);
    }
  }
);

test('every chart of Scotland, as drawn and as told, has its years end in July', async () => {
  const facts = await sharedFacts(folder('scotland'));
  const pages = [
    ...(await Promise.all(
      [...VIEWS, ...OTHER_VIEWS].map((view) => pageOf(facts, 'strathmirk', { view, period: '2023' }))
    )),
    ...(await Promise.all(
      facts.catalogue.indicators
        .filter(({ supplied }) => supplied)
        .map(({ id }) => pageOf(facts, 'strathmirk', { view: 'indicator', indicator: id }))
    ))
  ];
  const drawn = pages
    .flatMap(({ slots }) => slots.flatMap(({ charts }) => charts))
    .flatMap(({ spec }) => (['wide', 'narrow'] as const).map((size) => drawChart(spec, size, svgDocument)));
  expect(drawn.filter((svg) => svg.includes('July 2022')).length).toBeGreaterThan(10);
  expect(drawn.filter((svg) => svg.includes('March'))).toEqual([]);
  const told = pages.map((page) => JSON.stringify(page).replaceAll(/England were[^.]*|"quote":\{.*?\}/g, ''));
  expect(told.flatMap((page) => page.match(/.{0,80}March.{0,20}/g) ?? [])).toEqual([]);
});

test('a milestone stands among years where their last days put it', () => {
  const on = (date: string, end: string) =>
    milestoneMarks([{ date, what: 'Tool' }], yearsEnd([{ end }]))[0]?.year;
  expect(on('2024-07-31', '2024-07-31')).toBe(2024);
  expect(on('2024-01-30', '2024-07-31')).toBe(2023.5);
  expect(on('2024-03-31', '2024-03-31')).toBe(2024);
  expect(on('2023-09-30', '2024-03-31')).toBe(2023.5);
});

test('ages of Scotland are shown in its own bands', async () => {
  const page = await pageOf(await sharedFacts(folder('scotland')), 'strathmirk', { view: 'age' });
  expect(JSON.stringify(page.slots)).toContain('11 to 15');
  expect(JSON.stringify(page.slots)).not.toContain('"10to15"');
  expect(JSON.stringify(page.slots)).not.toContain('Office for National Statistics');
});

const ladderOf = async (period: string) => {
  const page = await pageOf(await sharedFacts(folder('england-switch')), 'alderhay', {
    view: 'overview',
    period
  });
  const charts = page.slots.flatMap(({ charts }) => charts);
  const spec = charts.map(({ spec }) => spec).find(({ kind }) => kind === 'ladder');
  return {
    words: wordsOf(page),
    rungs:
      spec?.kind === 'ladder' ? spec.rungs.filter(({ place }) => place === 'rung').map(({ id }) => id) : []
  };
};

test('the ladder shows the tiers that were in force on the date of the page', async () => {
  expect((await ladderOf('2023')).rungs).toEqual(['targeted', 'cinplan', 'cpplan']);
  expect((await ladderOf('2024')).rungs).toEqual(['familyhelp', 'cpplan']);
});

test('after a switch of tiers the page says that nothing runs across it, and before it says nothing', async () => {
  const said =
    'Since 1 July 2023, “Family Help” has taken the place of “Early help” and “Child in need plan”. No figure runs across that day';
  expect((await ladderOf('2024')).words).toContain(said);
  expect((await ladderOf('2023')).words).not.toContain('Family Help');
});

test('what is not known of moves is asked for between the tiers in force', async () => {
  const asked = async (period: string) => {
    const facts = await sharedFacts(folder('england-switch'));
    const page = await pageOf(facts, 'alderhay', { view: 'journey', period });
    return page.slots.flatMap(({ facts: told = [] }) => told).map(({ term, text }) => `${term}. ${text}`);
  };
  expect((await asked('2025')).join(' ')).toContain(
    'step up and step down between Family Help and child protection plan. Within social care'
  );
  expect((await asked('2025')).join(' ')).not.toMatch(/step down between [^.]*(early help|child in need)/i);
  expect((await asked('2023')).join(' ')).toContain(
    'step up and step down between early help, child in need plan and child protection plan. Within social care an authority’s case system holds it. To and from early help'
  );
});

test('no line goes on from one tier to the one that took its place', async () => {
  const facts = await sharedFacts(folder('england-switch'));
  for (const id of ['EH-NEG', 'CIN-NEG']) {
    const page = await pageOf(facts, 'alderhay', { view: 'indicator', indicator: id, period: '2023' });
    const years = page.slots
      .flatMap(({ charts }) => charts)
      .flatMap(({ spec }) => (spec.kind === 'series' ? (spec.series[0]?.points ?? []) : []))
      .flatMap(({ cell, year }) => (cell.kind === 'known' ? [year] : []));
    expect(years).toEqual([2021, 2022, 2023]);
  }
});

test.each(SHOWN)('no indicator, in the words of $country, tells what others publish', async ({ id }) => {
  const { sayings } = nation(id);
  for (const { benchmarks: _, quote: __, ...indicator } of await readIndicators()) {
    const said = saidIn(sayings, JSON.stringify(indicator));
    expect(said, indicator.id).not.toMatch(
      /nobody publishes|nothing is published|is not published|[^,] published ages/i
    );
  }
});

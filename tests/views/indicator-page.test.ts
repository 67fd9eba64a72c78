import { describe, expect, it, test } from 'vitest';
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { figure } from '#lib/indicators/figure.ts';
import { cellsOf } from '#lib/queries/cells.ts';
import { PERCENTAGE_NEEDS } from '#lib/stats/which-chart.ts';
import type { ChartModel, Slot, ViewModel } from '#lib/views/model.ts';
import { PLANS_NEGLECT } from '#lib/views/terms.ts';
import { pageOf, sharedFacts, STANDARD, wordsOf } from '../published.ts';

const facts = await sharedFacts();
const riverbank = await sharedFacts(STANDARD);

const { manifest, indicators } = facts.catalogue;
const page = (
  indicator: string,
  area: string,
  rest: { period?: string; compare?: 'england' | 'region' } = {}
) => pageOf(facts, area, { view: 'indicator', indicator, ...rest });
const local = (indicator: string) => pageOf(riverbank, 'riverbank', { view: 'indicator', indicator });
const slot = (model: ViewModel, id: string): Slot | undefined => model.slots.find((each) => each.id === id);
const chart = (model: ViewModel, id: string): ChartModel | undefined =>
  model.slots.flatMap(({ charts }) => charts).find((each) => each.id === id);
const isCell = (value: string | Cell | undefined): value is Cell => typeof value === 'object';
const factOf = (model: ViewModel, term: string) =>
  model.slots.flatMap(({ facts: list = [] }) => list).find((each) => each.term === term)?.text;

describe('Leicestershire’s rate of plans for neglect', async () => {
  const model = await page('cpp-neg-rate', 'leicestershire');
  it('leads with the figure and where it stands', () => {
    expect(model.headline.text).toContain('16.2');
    expect(model.headline.text).toContain('close to similar areas and probably below England');
    expect(model.headline.mark).toBe('neglect');
    expect(model.position).toBe('Position at 31 March 2024');
  });
  it('says what it means, what is counted out of what, and where it is read from', () => {
    expect(slot(model, 'meaning')?.statements[0]?.text).toContain('How many children in every 10,000');
    expect(factOf(model, 'Counts')).toBe('Children on a plan; latest category: neglect');
    expect(factOf(model, 'For every 10,000 of')).toContain('Children');
    expect(factOf(model, 'Read from')).toContain('(D4)');
  });
  it('stands among all authorities, with quartiles and its similar areas', () => {
    const spec = chart(model, 'compared')?.spec;
    if (spec?.kind !== 'strip') throw new Error('it is a strip');
    expect(spec.others).toHaveLength(148);
    expect(spec.similar).toHaveLength(9);
    expect(spec.quartiles?.lower).toBeLessThan(spec.quartiles?.upper ?? 0);
    expect(spec.rows.map(({ role }) => role)).toEqual(['focus', 'neighbours', 'england']);
  });
  it('draws its years with their range and England, and breaks where recording of “multiple” moved', () => {
    const spec = chart(model, 'over-time')?.spec;
    if (spec?.kind !== 'series') throw new Error('it is a series');
    expect(spec.series.map(({ role }) => role)).toEqual(['focus', 'england']);
    const last = spec.series[0]?.points.at(-1);
    expect([last?.year, last?.lower !== undefined, last?.upper !== undefined]).toEqual([2024, true, true]);
    expect(spec.breaks.map(({ year }) => year)).toEqual([2015, 2016]);
  });
  it('shows similar areas only where they are chosen', async () => {
    const other = await page('cpp-neg-rate', 'leicestershire', { compare: 'region' });
    const spec = chart(other, 'compared')?.spec;
    if (spec?.kind !== 'strip') throw new Error('it is a strip');
    expect(spec.similar).toBeUndefined();
    expect(spec.rows.map(({ role }) => role)).toEqual(['focus', 'region', 'england']);
    expect(other.headline.text).not.toContain('similar areas');
  });
});

describe('England', async () => {
  const model = await page('cpp-neg-rate', 'england');
  it('has its figure and years, and nobody to stand among', () => {
    expect(model.headline.text).toContain('24,570');
    expect(slot(model, 'compared')).toBeUndefined();
    expect(model.choices.compares).toHaveLength(0);
    const spec = chart(model, 'over-time')?.spec;
    expect(spec?.kind === 'series' && spec.series).toHaveLength(1);
  });
  test.each(indicators.map(({ id }) => id.toLowerCase()))('has a whole page of %s', async (id) => {
    const each = await page(id, 'england');
    expect(each.indicator).toBe(id);
    expect(JSON.stringify(each)).not.toMatch(/undefined|NaN|Infinity|null/);
    expect(slot(each, 'meaning')).toBeDefined();
    expect(each.questions.length).toBeGreaterThan(0);
    expect(new Set(each.slots.map((part) => part.id)).size).toBe(each.slots.length);
  });
});

describe('where neglect is withheld', async () => {
  const authorities = manifest.areas.filter(({ kind }) => kind === 'authority');
  const lookup = await cellsOf(facts, [PLANS_NEGLECT], { areas: authorities.map(({ id }) => id) });
  const years = manifest.periods.filter(({ kind }) => kind === 'year');
  const withheld = authorities.flatMap((area) =>
    years
      .filter(({ id }) => {
        const cell = lookup(PLANS_NEGLECT, area.id, id);
        return !isKnown(cell) && cell.reason === 'withheld';
      })
      .map(({ id }) => ({ slug: area.slug, name: area.name, year: id }))
  );
  /** Those that read a category of plan on one date, whatever they are called. */
  const affected = indicators.filter(
    ({ numerator }) => numerator?.members?.['category_latest'] !== undefined
  );

  it('is so of Rutland in 2024, and of several indicators', () => {
    expect(withheld).toContainEqual({ slug: 'rutland', name: 'Rutland', year: '2024' });
    expect(affected.filter(({ supplied }) => supplied).length).toBeGreaterThan(3);
  });

  it('no cell of the area and year is known on any such page, and no words hold a number of it', async () => {
    for (const { slug, name, year } of withheld)
      for (const { id, supplied } of affected.filter((each) => each.supplied)) {
        const model = await page(id.toLowerCase(), slug, { period: year });
        const place = `${id} ${name} ${year} ${String(supplied)}`;
        expect(model.headline.text.replace(/31 March \d{4}/g, ''), place).not.toMatch(/\d/);
        expect(chart(model, 'compared'), place).toBeUndefined();
        for (const each of model.slots.flatMap(({ figures }) => figures))
          expect([each.cell.kind, each.range, each.certainty], place).toEqual([
            'missing',
            undefined,
            undefined
          ]);
        const drawn = chart(model, 'over-time');
        const row = drawn?.table.rows.find((candidate) => candidate['year'] === year) ?? {};
        for (const [column, value] of Object.entries(row))
          if (isCell(value) && column !== 'england') expect(value.kind, `${place} ${column}`).toBe('missing');
        const said = slot(model, 'over-time')?.statements.map(({ text }) => text) ?? [];
        expect(said.join(' ').replaceAll(/\b20\d\d\b|20 or more/g, ''), place).not.toMatch(/\d/);
      }
  }, 120_000);

  it('no line is drawn through the year', async () => {
    const model = await page('cpp-neg-rate', 'rutland');
    const spec = chart(model, 'over-time')?.spec;
    if (spec?.kind !== 'series') throw new Error('it is a series');
    const point = spec.series[0]?.points.find(({ year }) => year === 2024);
    expect(point).toEqual({ year: 2024, cell: { kind: 'missing', reason: 'withheld' } });
    expect(slot(model, 'over-time')?.statements[0]?.text).toContain('2024');
  });
});

describe('an indicator that nobody has supplied', async () => {
  const model = await page('adult-ref', 'leeds');
  it('says so, and what to supply from which system', () => {
    expect(model.headline.text).toMatch(/not supplied\.$/);
    expect(slot(model, 'meaning')?.notSupplied?.remedy).toContain('partner agency return');
    expect(
      slot(model, 'supply')
        ?.facts?.map(({ text }) => text)
        .join(' ')
    ).toContain('a local field');
    expect(
      slot(model, 'supply')
        ?.facts?.map(({ term }) => term)
        .join(' ')
    ).not.toContain('Published');
  });
  it('offers no control that changes nothing, and names no release it does not use', () => {
    expect(model.choices).toEqual({ periods: [], compares: [] });
    expect(model.sources.map(({ id }) => id)).toEqual(['jtai-2018']);
    expect(model.slots.flatMap(({ charts }) => charts)).toEqual([]);
  });
  it('marks the words of the source document as its words', () =>
    expect(slot(model, 'origin')?.quote).toEqual({
      text: 'adult mental health and substance misuse services are not focused enough on thinking about the whole family',
      source: 'Joint inspections, 2018'
    }));
  test.each(indicators.filter(({ supplied, kind }) => !supplied && kind !== 'derived').map(({ id }) => id))(
    '%s tells how it could be supplied',
    async (id) => {
      const found = slot(await page(id.toLowerCase(), 'england'), 'supply')?.facts ?? [];
      expect(found.length).toBeGreaterThan(0);
      for (const { term, text } of found) expect([term, text].join('').length).toBeGreaterThan(20);
    }
  );
});

it('an indicator of words alone gives no number, figure or chart', async () => {
  const [derived] = indicators.filter(({ kind }) => kind === 'derived');
  const model = await page(derived?.id.toLowerCase() ?? '', 'leeds');
  expect(model.slots.flatMap(({ figures, charts }) => [...figures, ...charts])).toEqual([]);
  expect(slot(model, 'meaning')?.notSupplied).toBeUndefined();
  expect(slot(model, 'supply')).toBeUndefined();
  expect(wordsOf(model)).not.toMatch(/\d+(\.\d+)?%/);
});

describe('a stand-in', async () => {
  const model = await page('ref-neg-src', 'leeds');
  it('says so before any figure, what is meant, and how to give it', () => {
    expect(model.notices.join(' ')).toContain('stand-in');
    expect(model.headline.mark).toBe('all');
    expect(slot(model, 'meaning')?.statements.map(({ mark }) => mark)).toEqual([undefined, 'neglect', 'all']);
    expect(slot(model, 'supply')?.heading).toBe('How to give what is meant');
  });
  it('shows its parts as bars in the order they are defined, never by size', () => {
    const spec = chart(model, 'outcomes')?.spec;
    if (spec?.kind !== 'bars') throw new Error('these are bars');
    const defined = indicators.find(({ id }) => id.toLowerCase() === 'ref-neg-src')?.outcomes ?? [];
    expect(spec.rows.map(({ id }) => id)).toEqual(defined.map(({ id }) => id));
    expect(chart(model, 'outcomes')?.mark).toBe('all');
    expect(chart(model, 'over-time')).toBeUndefined();
  });
});

describe('an area that no longer exists', async () => {
  const model = await page('cpp-neg-rate', 'cumbria');
  it('has its own years only, and leads on for the same indicator', () => {
    expect(model.period.id).toBe('2023');
    expect(model.successors.map(({ slug }) => slug)).toEqual(['cumberland', 'westmorland-and-furness']);
    const spec = chart(model, 'over-time')?.spec;
    expect(spec?.kind === 'series' && spec.series[0]?.points.at(-1)?.year).toBe(2023);
  });
});

it('a count is not drawn beside the country, which is as big as it is', async () => {
  const model = await page('pn-n1-count', 'leeds');
  const spec = chart(model, 'over-time')?.spec;
  expect(spec?.kind === 'series' && spec.series.map(({ role }) => role)).toEqual(['focus']);
  expect(slot(model, 'compared')).toBeUndefined();
});

it('an indicator or area that is not there cannot be answered, and is named', async () => {
  await expect(page('no-such', 'leeds')).rejects.toThrow('no indicator called “no-such”');
  await expect(page('cpp-neg-rate', 'atlantis')).rejects.toThrow('no area called “atlantis”');
});

describe('a partnership’s own figures', () => {
  const area = riverbank.catalogue.manifest.areas.find(({ slug }) => slug === 'riverbank');
  const period = riverbank.catalogue.manifest.periods.find(({ id }) => id === '2026');
  if (!area || !period) throw new Error('the bundle has this area and year');

  test.each(riverbank.catalogue.indicators.map(({ id }) => id))('give %s a whole page', async (id) => {
    const indicator = riverbank.catalogue.indicators.find((each) => each.id === id);
    if (!indicator) throw new Error('it is in the catalogue');
    const model = await local(id.toLowerCase());
    expect(JSON.stringify(model)).not.toMatch(/undefined|NaN|Infinity|null/);
    const { denominator, value } = (await figure(riverbank, { indicator, area, period })).answer;
    const few = isKnown(value) && isKnown(denominator) && denominator.value < PERCENTAGE_NEEDS;
    if (!few || (indicator.kind !== 'share' && indicator.kind !== 'outcomes')) return;
    const seen = [
      model.headline.text,
      ...model.slots.flatMap((each) => [
        ...each.figures.flatMap(({ text, unit, range }) => [text, unit, range?.text ?? '']),
        ...each.charts.flatMap((drawn) => [drawn.title, drawn.description])
      ])
    ].join('\n');
    expect(seen).not.toContain('%');
    expect(seen).toMatch(/(\d+|none) of \d+/);
    for (const { spec, table } of model.slots.flatMap(({ charts }) => charts)) {
      expect(['heat', 'bars']).toContain(spec.kind);
      expect(table.columns.map(({ key }) => key)).not.toContain('value');
    }
  });

  it('hold some of fewer than 20, or the rule above was never tried', async () => {
    const kinds = new Set<string>();
    for (const indicator of riverbank.catalogue.indicators.filter(({ kind }) => kind === 'share')) {
      const { answer } = await figure(riverbank, { indicator, area, period });
      if (isKnown(answer.value) && isKnown(answer.denominator) && answer.denominator.value < PERCENTAGE_NEEDS)
        kinds.add(indicator.id);
    }
    expect(kinds.size).toBeGreaterThan(0);
  });

  it('tell whether a document is in place, and when it is to be reviewed', async () => {
    const model = await local('strategy');
    expect(slot(model, 'state')?.facts?.map(({ term }) => term)).toContain('In place');
  });
});

describe('neglect behind another category', async () => {
  const demo = await sharedFacts('data/demo');
  const of = (area: string, view: 'prevalence' | 'overview' | 'indicator') =>
    pageOf(demo, area, view === 'indicator' ? { view, indicator: 'cpp-hidden' } : { view });

  it('is the same figure on its page, in the scorecard and in Prevalence, though two categories are withheld', async () => {
    const [own, prevalence, overview] = await Promise.all([
      of('lanternport', 'indicator'),
      of('lanternport', 'prevalence'),
      of('lanternport', 'overview')
    ]);
    expect(own.headline.text).toContain('17.3%');
    expect(wordsOf(own)).toContain('34 of 196');
    expect(wordsOf(prevalence)).toContain('34 (17%) have neglect on record');
    const scores = slot(overview, 'scorecard')?.tables ?? [];
    const row = scores
      .flatMap(({ table }) => table.rows.map((each, at) => ({ each, id: table.indicators?.[at] })))
      .find(({ id }) => id === 'CPP-HIDDEN');
    expect(row?.each['here']).toContain('17.3');
  });

  it('stays withheld where the whole of it is', async () => {
    const own = await of('quillmere', 'indicator');
    expect(own.headline.text).toContain('withheld');
    expect(wordsOf(own)).not.toContain('of 9');
  });
});

describe('an indicator of audits', async () => {
  const demo = await sharedFacts('data/demo');
  const of = (indicator: string, area: string) => pageOf(demo, area, { view: 'indicator', indicator });

  it.each(['voice', 'ref-qual'])('%s has no range where teams put families forward', async (id) => {
    const model = await of(id, 'lanternport');
    const figures = slot(model, 'meaning')?.figures ?? [];
    expect(figures[0]?.text).toMatch(/%$/);
    for (const each of figures) expect(each.range).toBeUndefined();
    const spec = chart(model, 'over-time')?.spec;
    if (spec?.kind !== 'series') throw new Error('it is a line');
    expect(spec.series[0]?.points.at(-1)?.lower).toBeUndefined();
    expect(wordsOf(model)).toContain(
      'The sample was put forward by teams. So the figure speaks for what was read'
    );
    expect(wordsOf(model)).toContain('cannot tell whether anything changed');
    expect(wordsOf(model)).not.toContain('A trend needs');
    expect(factOf(model, 'Range')).toMatch(/^None\. The sample was not drawn by chance/);
  });

  it.each(['voice', 'ref-qual'])('%s keeps its range where families were drawn at random', async (id) => {
    const model = await of(id, 'kestrelshire');
    expect(slot(model, 'meaning')?.figures[0]?.range).toBeDefined();
    expect(wordsOf(model)).toContain('The sample was drawn at random.');
    expect(factOf(model, 'Range')).toContain('Wilson');
  });
});

/** Neglect that a registration names beside other reasons, in the nations whose registrations may name several. */
import { expect, test } from 'vitest';
import { WITHHELD } from '#lib/disclosure/may-say.ts';
import { openDatabase } from '#lib/db/node.ts';
import { preparedFacts, prepare } from '#lib/indicators/prepare.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import type { ChartModel, ViewModel } from '#lib/views/model.ts';
import { readIndicators } from '../../scripts/read-published.ts';
import { pageOf, sharedBundle, sharedFacts, wordsOf } from '../published.ts';

const IRISH = 'tests/bundles/northern-ireland';
const PAGES = ['overview', 'prevalence'] as const;

/** The figures of Northern Ireland, with the cells of Lough’s 2024 that `of` names told otherwise. */
async function loughWith(of: (member: string) => 'withheld' | 'absent' | 'as it is') {
  const bundle = await sharedBundle(IRISH);
  const changed: Bundle = {
    ...bundle,
    tables: bundle.tables.map((table) => {
      const at = table.table.dimensions.indexOf('category_latest');
      if (table.table.id !== 'plans-by-category') return table;
      return {
        ...table,
        observations: table.observations.flatMap((row) => {
          const here = row.area === 'lough' && row.period === '2024';
          const told = here ? of(row.members[at] ?? 'all') : 'as it is';
          return told === 'absent' ? [] : told === 'withheld' ? [{ ...row, cell: WITHHELD }] : [row];
        })
      };
    })
  };
  return preparedFacts(await prepare(changed, await readIndicators(), openDatabase), openDatabase);
}

function chartOf({ slots }: ViewModel, id: string): ChartModel {
  const found = slots.flatMap(({ charts }) => charts).find((chart) => chart.id === id);
  if (!found) throw new Error(`the page has no chart ${id}`);
  return found;
}

test('every combination that names neglect is counted as neglect, and none of them as “may be”', async () => {
  const facts = await sharedFacts(IRISH);
  for (const view of PAGES) {
    const page = await pageOf(facts, 'lough', { view });
    const words = wordsOf(page) + JSON.stringify(page.notes);
    expect(words).toContain('171 children were on the register for neglect');
    expect(words).toContain('171 of 399 children on the register have neglect');
    expect(words).toContain('the figures say which. Neglect is counted wherever it is named');
    expect(words).not.toMatch(/\b(108|191)\b|may include neglect|how often is|“multiple” involve/);
    const chart = chartOf(page, 'hidden-neglect');
    expect(chart.mark).toBe('neglect');
    expect(chart.description).not.toContain('possible');
    expect(chart.table.rows[0]).toMatchObject({ certain: { value: 171 }, total: { value: 399 } });
  }
});

test('its share, its change and its years are of the same children', async () => {
  const facts = await sharedFacts(IRISH);
  const overview = await pageOf(facts, 'lough', { view: 'overview' });
  expect(wordsOf(overview)).toContain('rose 4%, from 165 to 171');
  expect(chartOf(overview, 'plans-over-time').table.columns.map(({ key }) => key)).not.toContain('multiple');
  const series = chartOf(await pageOf(facts, 'lough', { view: 'prevalence' }), 'category-series');
  expect(series.mark).toBe('neglect');
  expect(series.spec).not.toHaveProperty('band');
  const own = await pageOf(facts, 'lough', { view: 'indicator', indicator: 'CPP-NEG' });
  expect(wordsOf(own)).toContain('171 of 399');
  const multiple = await pageOf(facts, 'lough', { view: 'indicator', indicator: 'CPP-MULTI' });
  expect(wordsOf(multiple)).toContain('83 of 399');
  expect(wordsOf(multiple)).toContain('Its combinations tell which kinds');
  expect(multiple.questions).toEqual([]);
});

test('ages that are told of neglect alone are said to be of neglect alone', async () => {
  const words = wordsOf(await pageOf(await sharedFacts(IRISH), 'lough', { view: 'age' }));
  expect(words).toContain('25 of 108 children on the register for neglect alone were aged 12 to 15');
});

test('one combination withheld withholds neglect, and nothing is worked out past it', async () => {
  const facts = await loughWith((member) => (member === 'neglect_sexual' ? 'withheld' : 'as it is'));
  for (const view of PAGES) {
    const page = await pageOf(facts, 'lough', { view });
    expect(wordsOf(page)).toContain('for neglect is withheld');
    expect(wordsOf(page)).not.toMatch(/\b(108|151|171|191)\b of|at least \d+/i);
    expect(chartOf(page, 'hidden-neglect').table.rows[0]).toMatchObject({
      certain: { kind: 'missing', reason: 'withheld' }
    });
  }
  await facts.close();
});

/** The bundle of Northern Ireland with only those observations of it whose members are kept. */
async function factsOf(isKept: (members: readonly string[]) => boolean) {
  const bundle = await sharedBundle(IRISH);
  const fewer: Bundle = {
    ...bundle,
    tables: bundle.tables.map((table) => ({
      ...table,
      observations: table.observations.filter(({ members }) => isKept(members))
    }))
  };
  return preparedFacts(await prepare(fewer, await readIndicators(), openDatabase), openDatabase);
}

test('under “may be” are only those of whom nothing tells what they combine', async () => {
  const facts = await factsOf((members) => !members.includes('physical_sexual'));
  const page = await pageOf(facts, 'lough', { view: 'overview' });
  expect(wordsOf(page)).toContain(
    '20 more are on the register under more than one category without saying which: at least 171 children, and 191 if all of those name neglect.'
  );
  expect(chartOf(page, 'hidden-neglect').mark).toBe('includes');
  await facts.close();
});

test('figures without any combination leave all of “multiple” open, as before', async () => {
  const facts = await factsOf((members) => !members.some((each) => each.includes('_')));
  const words = wordsOf(await pageOf(facts, 'lough', { view: 'overview' }));
  expect(words).toContain('108 of 399 children on the register have neglect');
  expect(words).toContain('83 more are in the category “multiple”, which may include neglect');
  await facts.close();
});

test.each([
  { id: 'scotland', area: 'strathmirk', n: '87 of 228' },
  { id: 'wales', area: 'glanwern', n: '92 of ' }
])('where categories combine in $id, no words of single categories remain', async ({ id, area, n }) => {
  const facts = await sharedFacts(`tests/bundles/${id}`);
  for (const view of PAGES) {
    const page = await pageOf(facts, area, { view });
    const words = [wordsOf(page), JSON.stringify([page.notes, page.slots])].join('\n');
    expect(words).not.toMatch(/multiple”|Multiple|single category|possible 8|possible 9/);
    const chart = chartOf(page, 'hidden-neglect');
    expect(chart.description).toContain(`certain ${n}`);
    expect(chart.mark).toBe('neglect');
    if (chart.spec.kind === 'nested')
      expect(chart.spec.rows.map(({ possible }) => possible.kind)).toEqual(['missing', 'missing']);
    expect(words).not.toMatch(/neglect is recorded for (\d+)\. For \1 of them/);
  }
  const series = chartOf(await pageOf(facts, area, { view: 'prevalence' }), 'category-series');
  expect(series.mark).toBe('neglect');
});

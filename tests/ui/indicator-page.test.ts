import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { renderView } from '#lib/ui/render-view.ts';
import { shownOf } from '#lib/ui/shown.ts';
import { pageOf, sharedFacts } from '../published.ts';

const facts = await sharedFacts();

async function open(area: string, indicator?: string, period?: string) {
  const place = indicator === undefined ? {} : { view: 'indicator' as const, indicator };
  const model = await pageOf(facts, area, { ...place, ...(period === undefined ? {} : { period }) });
  const { document } = new Window();
  document.body.innerHTML = renderView(model);
  return { document, model };
}

describe.each([
  ['england', 'cpp-neg-rate'],
  ['rutland', 'cpp-neg'],
  ['leeds', 'ref-neg-src'],
  ['england', 'adult-ref'],
  ['england', 'detect-gap'],
  ['england', 'data-cover']
])('the page for %s of %s', async (area, indicator) => {
  const { document } = await open(area, indicator);
  test('has one headline, repeats no id, and skips no level of heading', () => {
    const levels = [...document.querySelectorAll('h1,h2,h3,h4')].map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, index) => expect(level - (levels[index] ?? 1)).toBeLessThanOrEqual(1));
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
  test('has a table and a download under each chart', () => {
    for (const figure of document.querySelectorAll('.chart-figure')) {
      expect(figure.querySelector('table caption')).not.toBeNull();
      expect(figure.querySelector('a.download')?.getAttribute('download')).toMatch(/\.csv$/);
    }
  });
});

test('words of a source document stand as a quotation, with who said them', async () => {
  const { document } = await open('england', 'adult-ref');
  const quote = document.querySelector('figure.quote');
  expect(quote?.querySelector('blockquote')?.textContent).toMatch(/^“.*”$/);
  expect(quote?.querySelector('figcaption')?.textContent).toBe('Joint inspections, 2018');
});

test('a former area leads to its successors’ pages of the same indicator', async () => {
  const { document } = await open('cumbria', 'cpp-neg-rate');
  expect([...document.querySelectorAll('.notice a')].map((link) => link.getAttribute('href'))).toEqual([
    '/indicator/cpp-neg-rate/?area=cumberland',
    '/indicator/cpp-neg-rate/?area=westmorland-and-furness'
  ]);
});

test('what a page shows names its area, since the path does not', async () => {
  const { model } = await open('leeds', 'cpp-neg-rate');
  expect(shownOf(model)).toEqual({ area: 'leeds', period: '2024', compare: 'neighbours', vintage: '2024' });
  expect(shownOf((await open('leeds')).model)).not.toHaveProperty('area');
});

describe('on a view of an area', () => {
  test('figures lead to the page of their indicator for that area and year, each once in a slot', async () => {
    const { document } = await open('leicestershire', undefined, '2023');
    const links = [...document.querySelectorAll('a.about')];
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) {
      expect(link.getAttribute('href')).toMatch(
        /^\/indicator\/[a-z0-9-]+\/\?area=leicestershire&period=2023$/
      );
      expect(link.textContent).toMatch(/^About this figure: ./);
    }
    for (const slot of document.querySelectorAll('.slot')) {
      const targets = [...slot.querySelectorAll('a.about')].map((link) => link.getAttribute('href'));
      expect(new Set(targets).size).toBe(targets.length);
    }
  });
  test('the page of an indicator does not lead to itself', async () => {
    expect((await open('leeds', 'cpp-neg-rate')).document.querySelector('a.about')).toBeNull();
  });
});

import { Window } from 'happy-dom';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { choose, chosenIn, narrow } from '#lib/ui/finder.ts';
import IndicatorsPage from '#lib/ui/IndicatorsPage.svelte';
import { withoutHydration } from '#lib/ui/render-view.ts';
import { sharedPrepared } from '../published.ts';

const { catalogue } = await sharedPrepared();
const html = withoutHydration(render(IndicatorsPage, { props: { catalogue } }).body);
const all = catalogue.indicators.length;

const isParent = (value: object): value is ParentNode => 'querySelectorAll' in value;

function open() {
  const { document } = new Window();
  document.body.innerHTML = html;
  const root: object = document.body;
  if (!isParent(root)) throw new TypeError('a body has parts');
  const shown = () =>
    [...document.querySelectorAll('[data-indicator]')]
      .filter((row) => !row.hasAttribute('hidden'))
      .map((row) => row.getAttribute('data-indicator') ?? '');
  const text = (selector: string) =>
    document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();
  return { document, root, shown, text };
}

describe('the list of indicators, before any script', () => {
  const { document, shown, text } = open();
  test('holds every indicator once, with a link, a mark and where figures come from', () => {
    expect(shown()).toHaveLength(all);
    expect(new Set(shown()).size).toBe(all);
    for (const row of document.querySelectorAll('[data-indicator]')) {
      expect(row.querySelector('h3 a')?.getAttribute('href')).toBe(
        `/indicator/${row.getAttribute('data-indicator') ?? ''}/`
      );
      expect(row.querySelector('.mark')?.textContent).not.toBe('');
      expect(row.querySelector('.indicator-from')?.textContent.trim()).not.toBe('');
    }
  });
  test('says in words which have figures, and England’s latest', () => {
    const rows = [...document.querySelectorAll('[data-indicator]')];
    const saying = (words: string) => rows.filter((row) => row.textContent.includes(words)).length;
    expect(
      saying('Not supplied') +
        saying('Figures are here') +
        saying('A stand-in is here') +
        saying('Words only')
    ).toBe(all);
    expect(text('[data-indicator="cpp-neg-rate"] .indicator-have')).toContain('England 2024: 20.5');
    expect(text('[data-indicator="adult-ref"] .indicator-have')).toBe('Not supplied');
  });
  test('hides no group, and shows nothing that is meant for an empty list', () => {
    expect(
      [...document.querySelectorAll('[data-indicator-group]')].every((group) => !group.hasAttribute('hidden'))
    ).toBe(true);
    expect(document.querySelector('[data-none-found]')?.hasAttribute('hidden')).toBe(true);
  });
});

describe('narrowed', () => {
  test('by words of its name, meaning, code or quotation, in the singular or plural', () => {
    const { root, shown } = open();
    const finds = (find: string) => {
      narrow(root, { find });
      return shown();
    };
    expect(finds('chronolog')).toContain('chron');
    expect(finds('CPP-NEG-RATE')).toContain('cpp-neg-rate');
    expect(finds('dentists')).toEqual(finds('dentist'));
    expect(finds('Eileen Munro')).toEqual(['ref-neg-src']);
    expect(finds('zebra')).toEqual([]);
    expect(finds('')).toHaveLength(all);
  });
  test('by each choice and by all together, with the counts said', () => {
    const { root, shown, text, document } = open();
    const supplied = catalogue.indicators.filter((each) => each.supplied);
    narrow(root, { figures: 'yes' });
    expect(shown().sort()).toEqual(supplied.map(({ id }) => id.toLowerCase()).sort());
    expect(text('[data-found]')).toBe(`${String(supplied.length)} of ${String(all)} indicators`);
    const both = supplied.filter(
      ({ group, mark, feeds }) => group === 'plans' && mark === 'all' && feeds.includes('published')
    );
    narrow(root, { figures: 'yes', group: 'plans', mark: 'all', feed: 'published' });
    expect(shown().sort()).toEqual(both.map(({ id }) => id.toLowerCase()).sort());
    expect(
      [...document.querySelectorAll('[data-indicator-group]')].filter(
        (group) => !group.hasAttribute('hidden')
      )
    ).toHaveLength(1);
  });
  test('to nothing, it says so and offers the way back', () => {
    const { root, document, text } = open();
    narrow(root, { find: 'zebra' });
    expect(document.querySelector('[data-none-found]')?.hasAttribute('hidden')).toBe(false);
    expect(text('[data-none-found] button')).toBe(`Show all ${String(all)} indicators`);
    expect(text('[data-found]')).toBe(`0 of ${String(all)} indicators`);
    narrow(root, {});
    expect(document.querySelector('[data-none-found]')?.hasAttribute('hidden')).toBe(true);
  });
  test('its controls say what the address asks, and read back the same', () => {
    const { root } = open();
    const asked = { group: 'plans', feed: 'audit', mark: 'all', figures: 'no', find: 'drift' };
    choose(root, asked);
    expect(chosenIn(root)).toEqual(asked);
    choose(root, {});
    expect(chosenIn(root)).toEqual({});
  });
});

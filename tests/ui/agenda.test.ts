import { svgDocument } from '#svg-document';
import { beforeEach, describe, expect, test } from 'vitest';
import { agenda } from '#lib/ui/agenda.svelte.ts';
import { renderView } from '#lib/ui/render-view.ts';
import { leicestershire } from './fixtures.ts';

test('a delivered page offers to pin each of its charts and tables, by name', () => {
  const holder = svgDocument.createElement('div');
  holder.innerHTML = renderView(leicestershire);
  const offered = [...holder.querySelectorAll('[data-pin]')].map((button) => [
    button.getAttribute('data-pin'),
    button.getAttribute('aria-label')
  ]);
  const drawn = leicestershire.slots.flatMap(({ charts, tables = [] }) => [...charts, ...tables]);
  expect(offered).toEqual(drawn.map(({ id, title }) => [id, `Pin to the agenda: ${title}`]));
  expect(drawn.length).toBeGreaterThan(2);
});

describe('the agenda of a tab', () => {
  beforeEach(() => agenda.set({ title: '', pins: [] }));

  test('takes a figure on, and off again where it is pressed once more', () => {
    expect(agenda.toggle('leeds/overview/position')).toBe('pinned');
    expect(agenda.pins).toEqual(['leeds/overview/position']);
    expect(agenda.toggle('leeds/overview/position')).toBe('unpinned');
    expect(agenda.pins).toEqual([]);
  });

  test('says when it is full, and stays as it was', () => {
    const many = Array.from({ length: 60 }, (_, index) => `leeds/overview/figure-${index}`);
    agenda.set({ title: '', pins: many });
    expect(agenda.toggle('leeds/overview/one-more')).toBe('full');
    expect(agenda.pins).toEqual(many);
  });
});

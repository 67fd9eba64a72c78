import { beforeAll, describe, expect, test } from 'vitest';
import type { Facts } from '#lib/db/facts.ts';
import { isPin, readPin, writePin } from '#lib/selection/agenda.ts';
import { VIEWS } from '#lib/selection/place.ts';
import { agendaFigures, figureOf } from '#lib/views/agenda.ts';
import type { ViewModel } from '#lib/views/model.ts';
import { pageOf, sharedFacts } from '../published.ts';

let facts: Facts;
let pages: readonly ViewModel[];
beforeAll(async () => {
  facts = await sharedFacts();
  pages = await Promise.all([
    ...VIEWS.map((view) => pageOf(facts, 'leicestershire', { view })),
    pageOf(facts, 'leicestershire', { view: 'indicator', indicator: 'cpp-neg' })
  ]);
});

const idsOf = ({ slots }: ViewModel) =>
  slots.flatMap(({ charts, tables = [] }) => [...charts, ...tables].map(({ id }) => id));

test('every chart and table of every view can be pinned, read back and found', () => {
  for (const model of pages) {
    const ids = idsOf(model);
    expect(new Set(ids).size, model.title).toBe(ids.length);
    for (const figure of ids) {
      const { view, indicator, area, period, compare } = model;
      const place = {
        page: 'view' as const,
        view,
        ...(indicator === undefined ? {} : { indicator }),
        area: area.slug,
        period: period.id,
        compare: compare.id
      };
      const read = readPin(writePin({ own: false, place, figure }));
      expect(isPin(read) && read.figure, figure).toBe(figure);
      expect(figureOf(model, figure)?.figure.id).toBe(figure);
    }
  }
  expect(pages.flatMap(idsOf).length).toBeGreaterThan(15);
});

describe('figures of an agenda', () => {
  const all = () =>
    pages.flatMap((model, page) =>
      idsOf(model).map((figure, index) => ({ key: `item-${page}-${index}`, figure, model }))
    );

  test('keep their message, marks, table and sources, and have ids and numbers of notes of their own', () => {
    const figures = agendaFigures(all());
    const ids = figures.map((figure) => figure?.drawn.id);
    expect(new Set(ids).size).toBe(ids.length);
    const numbers = figures.flatMap((figure) => figure?.notes.map(({ number }) => number) ?? []);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    for (const figure of figures) {
      if (figure === undefined) throw new Error('a figure is missing');
      const { id: _, notes: drawnNotes, ...drawn } = figure.drawn;
      const { id: __, notes: ___, ...original } = figure.original;
      expect(drawn).toEqual(original);
      expect(drawnNotes).toEqual(figure.notes.map(({ number }) => number));
    }
    expect(numbers.length).toBeGreaterThan(3);
  });

  test('bring the notes that their page calls at them', () => {
    const figures = agendaFigures(all());
    for (const [index, { model, figure }] of all().entries()) {
      const called = figureOf(model, figure)?.figure.notes ?? [];
      const texts = model.notes.filter(({ number }) => called.includes(number)).map(({ text }) => text);
      expect(figures[index]?.notes.map(({ text }) => text)).toEqual(texts);
    }
  });

  test('are absent where the page is not known or has no such figure', () => {
    const [model] = pages;
    expect(
      agendaFigures([
        { key: 'a', figure: 'ladder', model: undefined },
        { key: 'b', figure: 'no-such-figure', model }
      ])
    ).toEqual([undefined, undefined]);
  });

  test('that did not change are the same objects, so that they are not drawn again', () => {
    const first = agendaFigures(all());
    const again = agendaFigures(all(), first);
    expect(again.every((figure, index) => figure === first[index])).toBe(true);
  });
});

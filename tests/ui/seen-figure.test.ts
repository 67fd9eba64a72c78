import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { isKnown, known, missing } from '#lib/domain/cell.ts';
import { linkToFigure, readPrivate } from '#lib/selection/private-state.ts';
import { renderView } from '#lib/ui/render-view.ts';
import { seenAgain, seenIn, seenWords } from '#lib/ui/seen-figure.ts';
import { seenOfTable } from '#lib/views/pack/seen.ts';
import type { TableModel, ViewModel } from '#lib/views/model.ts';
import { leicestershire } from './fixtures.ts';

const CHART = leicestershire.slots.flatMap(({ charts }) => charts).find(({ table }) => table.rows.length > 3);
const ID = CHART?.id ?? '';

function figureIn(model: ViewModel): Element {
  const window = new Window();
  window.document.body.innerHTML = renderView(model);
  const found: unknown = window.document.querySelector(`[data-chart="${ID}"]`);
  if (!isElement(found)) throw new Error(`no chart ${ID}`);
  return found;
}

const isElement = (found: unknown): found is Element =>
  typeof found === 'object' && found !== null && 'querySelector' in found;

const withTable = (change: (table: TableModel) => TableModel): ViewModel => ({
  ...leicestershire,
  slots: leicestershire.slots.map((slot) => ({
    ...slot,
    charts: slot.charts.map((chart) => (chart.id === ID ? { ...chart, table: change(chart.table) } : chart))
  }))
});

/** The table with its last known cell as another one. */
const otherwise = (cell: ReturnType<typeof known> | ReturnType<typeof missing>) =>
  withTable((table) => {
    const key = table.columns.find((column) => column.kind === 'number')?.key ?? '';
    const at = table.rows.findLastIndex((row) => {
      const value = row[key];
      return typeof value === 'object' && isKnown(value);
    });
    return { ...table, rows: table.rows.map((row, index) => (index === at ? { ...row, [key]: cell } : row)) };
  });

describe('what a link says that its figure showed', () => {
  const seen = seenIn(figureIn(leicestershire)) ?? '';

  test('is sixteen digits, behind the # with the figure it is of', () => {
    expect(seen).toMatch(/^[0-9a-f]{16}$/);
    const addressing = { routing: 'path', base: '' } as const;
    const link = linkToFigure('https://lens.example/area/leeds/?period=2024', ID, seen, addressing);
    const url = new URL(link);
    expect(url.search).toBe('?period=2024');
    expect(readPrivate(url, addressing)).toEqual({ state: { figure: ID, seen }, problems: [] });
  });

  test('is the same worked out from a page’s model as read off it, which links from a pack rest on', () => {
    const window = new Window();
    window.document.body.innerHTML = renderView(leicestershire);
    const figures = leicestershire.slots.flatMap(({ charts, tables = [] }) => [...charts, ...tables]);
    expect(figures.length).toBeGreaterThan(3);
    for (const figure of figures) {
      const found: unknown = window.document.querySelector(`[data-chart="${figure.id}"]`);
      if (isElement(found)) expect(seenOfTable(figure), figure.id).toBe(seenIn(found));
    }
  });

  test('is the same for the same figures, whatever the words around them', () => {
    expect(seenAgain(figureIn({ ...leicestershire, vintage: '2030', edition: 'Another' }), seen)).toBe(
      'same'
    );
    const titled = withTable((table) => ({ ...table, caption: 'Otherwise' }));
    expect(seenWords(figureIn(titled), seen)).toContain('is as it was when this link was made');
  });

  test('is another where one number is, or is withheld now', () => {
    expect(seenAgain(figureIn(otherwise(known(98765))), seen)).toBe('changed');
    const withheld = seenWords(figureIn(otherwise(missing('withheld'))), seen);
    expect(withheld).toContain('has been revised since this link was made');
  });

  test('is another where a number in words is, and the same where only words are or a day passed', () => {
    const spoken = (now: string, stands = 'Open') =>
      withTable((table) => ({
        ...table,
        columns: [
          { key: 'action', label: 'Action', kind: 'text' },
          { key: 'now', label: 'What it shows now', kind: 'text' },
          { key: 'stands', label: 'How it stands', kind: 'text', passing: true }
        ],
        rows: [{ action: 'Train', now, stands }],
        indicators: []
      }));
    const before = seenIn(figureIn(spoken('22 of 60 had one.'))) ?? '';
    expect(seenAgain(figureIn(spoken('31 of 60 had one.')), before)).toBe('changed');
    expect(seenAgain(figureIn(spoken('One was had by 22 of 60.')), before)).toBe('same');
    expect(seenAgain(figureIn(spoken('22 of 60 had one.', 'Overdue by 3 months')), before)).toBe('same');
  });

  test('still stands where a later year was put beside it', () => {
    const longer = withTable((table) => {
      const [first] = table.rows;
      const head = table.columns[0]?.key ?? '';
      return { ...table, rows: [...table.rows, { ...first, [head]: '31 March 2031' }] };
    });
    expect(seenAgain(figureIn(longer), seen)).toBe('added');
  });

  test('is told of in words where the page no longer has the figure', () => {
    expect(seenWords(null, seen)).toBe('The figure that this link names is no longer on this page.');
  });
});

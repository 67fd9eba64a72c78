/** A page made up for tests of packs: two slots, a chart, a table, a note that both call, a withheld number. */
import { known, missing, type Cell } from '#lib/domain/cell.ts';
import type { Pack, PackPart } from '#lib/domain/pack.ts';
import { PLAIN } from '#lib/domain/standing.ts';
import type { ChartModel, TableFigure, ViewModel } from '#lib/views/model.ts';

const source = 'A publisher, A title, 2024. A licence.';

const table = (id: string, cell: Cell): TableFigure => ({
  id,
  title: `What ${id} shows`,
  mark: 'neglect',
  table: {
    caption: `The figures of ${id}`,
    columns: [
      { key: 'who', label: 'Who', kind: 'text' },
      { key: 'value', label: 'Children', kind: 'number' }
    ],
    rows: [
      { who: 'Here', value: cell },
      { who: 'There', value: missing('withheld') }
    ]
  },
  notes: [2],
  covers: '31 March 2024',
  sources: [source],
  file: `${id}-here-2024`
});

const chart = (id: string, cell: Cell): ChartModel => ({
  ...table(id, cell),
  subtitle: 'Children, here, 31 March 2024',
  description: `What ${id} shows, in words`,
  spec: {
    kind: 'bars',
    rows: [{ id: 'here', label: 'Here', role: 'focus', cell, text: '7' }],
    unit: 'children',
    decimals: 0
  }
});

/** @param value what its chart counts */
export function madeUpPage(value = 7, rest: Partial<ViewModel> = {}): ViewModel {
  return {
    view: 'overview',
    area: { id: 'here', slug: 'here', name: 'Here', kind: 'authority' },
    period: { id: '2024', label: 'year to 31 March 2024', end: '2024-03-31' },
    compare: { id: 'england', label: 'England only' },
    choices: { periods: [], compares: [] },
    title: 'Here: Overview',
    position: 'Position at 31 March 2024',
    edition: 'A publisher, A title, 2024',
    vintage: '2024',
    licence: 'A licence',
    headline: { text: `${String(value)} children.`, mark: 'neglect', notes: [1] },
    slots: [
      {
        id: 'first',
        heading: 'First',
        statements: [{ text: `There were ${String(value)} of 40.`, mark: 'neglect', notes: [2] }],
        figures: [],
        charts: [chart('drawn', known(value))]
      },
      {
        id: 'second',
        heading: 'Second',
        statements: [],
        figures: [],
        charts: [],
        tables: [table('listed', known(3))]
      },
      {
        id: 'empty',
        heading: 'Empty',
        statements: [],
        figures: [],
        charts: [],
        notSupplied: { what: 'Nobody counts this.', remedy: 'Count it.' }
      }
    ],
    questions: [
      {
        id: 'why',
        ask: 'Why?',
        because: `There were ${String(value)} of 40.`,
        who: 'A role.',
        evidence: 'A count.'
      },
      {
        id: 'else',
        ask: 'What else?',
        because: '12 of something else.',
        who: 'A role.',
        evidence: 'A count.'
      }
    ],
    notes: [
      { number: 1, text: 'A note of the headline.' },
      { number: 2, text: 'A note of both.' }
    ],
    sources: [
      { id: 'one', text: source, url: 'https://example.org/one' },
      { id: 'unused', text: 'Another publisher. A licence.' }
    ],
    successors: [],
    predecessors: [],
    notices: [],
    ...rest
  };
}

export const packOf = (parts: readonly PackPart[], rest: Partial<Pack> = {}): Pack => ({
  id: 'a-pack',
  title: 'A pack',
  occasion: '',
  contents: true,
  writtenOn: PLAIN,
  parts: [...parts],
  ...rest
});

const With = { statements: true, questions: true };
export const slotPart = (slot: string, id = slot): PackPart => ({
  kind: 'slot',
  id,
  page: 'here/overview',
  slot,
  ...With
});
export const figurePart = (figure: string, id = figure): PackPart => ({
  kind: 'figure',
  id,
  pin: `here/overview/${figure}`,
  ...With
});
export const headingPart = (id: string): PackPart => ({ kind: 'heading', id, text: `Heading ${id}` });

import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import DataTable from '#lib/ui/DataTable.svelte';
import { groupNotes } from '#lib/ui/data-notes.ts';
import { firstRange } from '#lib/ui/first-range.ts';
import { notesOffPaper } from '#lib/ui/note-links.ts';
import { renderView } from '#lib/ui/render-view.ts';
import { leicestershire } from './fixtures.ts';

test('what a range is stands once on a page, at the first one', () => {
  expect(firstRange(leicestershire)).toBeDefined();
  expect(renderView(leicestershire).match(/Every child is counted/g)).toHaveLength(1);
  const slots = leicestershire.slots.map((slot) => ({ ...slot, figures: [], charts: [] }));
  expect(renderView({ ...leicestershire, slots })).not.toContain('Every child is counted');
});

test('a note that only the ladder or bars call is left out where they are: on the paper of the Overview', () => {
  const ladder = leicestershire.slots
    .flatMap(({ charts }) => charts)
    .find(({ spec }) => spec.kind === 'ladder');
  if (ladder === undefined) throw new Error('the fixture has a ladder');
  const slots = [
    {
      id: 'tiers',
      heading: 'Tiers',
      statements: [{ text: 'Said twice.', notes: [2] }],
      figures: [],
      charts: [{ ...ladder, notes: [1, 2] }]
    }
  ];
  const { mark: _, notes: __, ...headline } = leicestershire.headline;
  const model = { ...leicestershire, headline, slots };
  expect([...notesOffPaper(model)]).toEqual([1]);
  expect([...notesOffPaper({ ...model, view: 'prevalence' })]).toEqual([]);
});

test('notes are said once, with the tables they are about, and those of one area together', () => {
  const title = (id: string) => ({
    id,
    title: `Table ${id}`,
    file: 'cubes/a.csv',
    source: 's',
    cube: 'c',
    dimensions: []
  });
  const said = groupNotes({
    tables: [title('a'), title('b')],
    notes: [
      { id: '1', text: 'For all.', table: 'a' },
      { id: '2', text: 'For all.', table: 'b' },
      { id: '3', text: 'Gap in 2015.', table: 'a', areas: ['la1'] },
      { id: '4', text: 'Gap in 2022.', table: 'b', areas: ['la1'] },
      { id: '5', text: 'Rounded.' }
    ]
  });
  expect(said).toEqual([
    [{ text: 'For all.', tables: ['Table a', 'Table b'] }],
    [
      { text: 'Gap in 2015.', tables: ['Table a'] },
      { text: 'Gap in 2022.', tables: ['Table b'] }
    ],
    [{ text: 'Rounded.', tables: [] }]
  ]);
});

test('the head of a table says what each column counts where columns differ, and nothing where they do not', () => {
  const columns = [
    { key: 'area', label: 'Area', kind: 'text' as const },
    { key: 'a', label: 'Neglect', kind: 'number' as const },
    { key: 'b', label: 'All', kind: 'number' as const, mark: 'all' as const }
  ];
  const head = (shown: typeof columns) =>
    render(DataTable, {
      props: { table: { caption: 'c', columns: shown, rows: [] }, id: 't', mark: 'neglect' }
    }).body.match(/(?<=class="column-mark">)[^<]*/g);
  expect(head(columns)).toEqual(['neglect', 'all reasons']);
  expect(head(columns.slice(0, 2))).toBeNull();
});

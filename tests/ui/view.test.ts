import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import type { ViewModel } from '#lib/views/model.ts';
import { renderView } from '#lib/ui/render-view.ts';
import { cumbria, leicestershire } from './fixtures.ts';

function open(model: ViewModel) {
  const { document } = new Window();
  document.body.innerHTML = renderView(model);
  return document;
}

const text = (element: { textContent: string } | null) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe.each([
  ['a current area', leicestershire],
  ['a former area', cumbria]
])('the page of %s', (_name, model) => {
  const document = open(model);

  test('has one headline, and no heading skips a level', () => {
    const levels = [...document.querySelectorAll('h1,h2,h3,h4')].map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, index) => expect(level - (levels[index] ?? 1)).toBeLessThanOrEqual(1));
  });

  test('gives every control a visible label', () => {
    const controls = [...document.querySelectorAll('select, input')];
    expect(controls.length).toBeGreaterThan(0);
    for (const control of controls)
      expect(text(document.querySelector(`label[for="${control.id}"]`))).not.toBe('');
    for (const button of document.querySelectorAll('button')) expect(text(button)).not.toBe('');
  });

  test('gives every section a heading that exists', () => {
    for (const section of document.querySelectorAll('section'))
      expect(text(document.getElementById(section.getAttribute('aria-labelledby') ?? ''))).not.toBe('');
  });

  test('repeats no id', () => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('leads from every superscript to its note and back', () => {
    const calls = [...document.querySelectorAll('.note-ref a')];
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      const note = document.getElementById((call.getAttribute('href') ?? '').slice(1));
      expect(note?.closest('.notes')).toBeTruthy();
      expect(note?.querySelector(`a[href="#${call.id}"]`)).toBeTruthy();
    }
    for (const back of document.querySelectorAll('.note-back'))
      expect(document.getElementById((back.getAttribute('href') ?? '').slice(1))).toBeTruthy();
  });

  test('leaves nothing for a browser to take over', () => {
    expect(renderView(model)).not.toContain('<!--');
  });
});

test('a withheld figure is shown as the word, with its meaning, and holds no number', () => {
  const figure = open(leicestershire).querySelector('[data-figure="two-years"]');
  expect(text(figure)).toContain('withheld');
  expect(text(figure)).toContain('Withheld so that no child can be identified.');
  expect(text(figure?.querySelector('.figure-value') ?? null)).not.toMatch(/\d/);
});

test('a figure that stands in two slots calls its notes from both', () => {
  const [first, ...rest] = leicestershire.slots;
  const naming = rest.find(({ id }) => id === 'naming');
  if (first === undefined || naming === undefined) throw new Error('the fixture has these slots');
  const document = open({ ...leicestershire, slots: [{ ...first, figures: naming.figures }, ...rest] });
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every figure carries its mark in words', () => {
  for (const figure of open(leicestershire).querySelectorAll('[data-figure]'))
    expect(text(figure.querySelector('.mark'))).toMatch(/^(neglect|includes neglect|all reasons)$/);
});

test('an empty slot says what is not supplied and what to do', () => {
  expect(text(open(leicestershire).querySelector('[data-slot="voice"]'))).toContain(
    'Not supplied. No survey'
  );
});

test('a control is shown only where there is a choice', () => {
  const [period] = leicestershire.choices.periods;
  if (period === undefined) throw new Error('the fixture has periods');
  const document = open({ ...leicestershire, choices: { ...leicestershire.choices, periods: [period] } });
  expect(document.querySelector('select[name="period"]')).toBeNull();
  expect(document.querySelector('select[name="compare"]')).not.toBeNull();
});

test('the state that is shown is the one that is chosen in the controls', () => {
  const document = open({ ...leicestershire, period: { id: '2023', label: 'x', end: '2023-03-31' } });
  const chosen = [...document.querySelectorAll('option[selected]')].map((option) =>
    option.getAttribute('value')
  );
  expect(chosen).toEqual(['2023', 'neighbours']);
});

test('a former area leads to the areas that took over', () => {
  const links = [...open(cumbria).querySelectorAll('.notice a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['/area/cumberland/', '/area/westmorland-and-furness/']);
});

test('words of the data cannot leave the style of the printed foot', () => {
  const html = renderView({ ...leicestershire, edition: '"}</style><script>alert(1)</script>' });
  expect(html).not.toContain('<script');
  expect(html.match(/<\/style>/g)).toHaveLength(html.match(/<style>/g)?.length ?? 0);
});

describe('a long table', () => {
  const slot = {
    id: 'scorecard',
    heading: 'Scorecard',
    statements: [],
    figures: [],
    charts: [],
    tables: [
      {
        id: 'scorecard',
        title: 'Three figures',
        mark: 'all',
        covers: '2024',
        sources: [],
        file: 'scorecard',
        table: {
          caption: 'All of them',
          groupBy: 'group',
          folds: [
            { group: 'Plans', open: true, says: '2 indicators. One stands out: b.' },
            { group: 'Audits', open: false, says: '1 indicator. None stands out.' }
          ],
          columns: [
            { key: 'name', label: 'Name', kind: 'text' },
            { key: 'group', label: 'Group', kind: 'text' },
            { key: 'here', label: 'Here', kind: 'text' }
          ],
          rows: [
            { name: 'a', group: 'Plans', here: '1' },
            { name: 'b', group: 'Plans', here: '2' },
            { name: 'c', group: 'Audits', here: '3' }
          ]
        }
      }
    ]
  } as const;
  const document = open({ ...leicestershire, slots: [...leicestershire.slots, slot] });
  const folds = [...document.querySelectorAll('details.fold')];

  test('is folded by group, each named with what is in it, and loses no row', () => {
    expect(folds.map((fold) => fold.hasAttribute('open'))).toEqual([true, false]);
    expect(folds.map((fold) => text(fold.querySelector('summary')))).toEqual([
      'Plans 2 indicators. One stands out: b.',
      'Audits 1 indicator. None stands out.'
    ]);
    expect(folds.map((fold) => fold.querySelectorAll('tbody tr').length)).toEqual([2, 1]);
    expect(document.querySelectorAll('[data-table=scorecard] .row-group')).toHaveLength(0);
  });

  test('comes after the questions, and gives a cue that it goes on sideways', () => {
    const html = document.body.innerHTML;
    expect(html.indexOf('id="questions"')).toBeLessThan(html.indexOf('data-slot="scorecard"'));
    expect(folds[0]?.querySelector('.scroll-cue')).toBeTruthy();
  });
});

import { expect, it } from 'vitest';
import type { PackPart } from '#lib/domain/pack.ts';
import { namedItems, partName } from '#lib/ui/part-name.ts';

const item = (name: string, ask?: string) => ({
  id: 'one',
  name,
  state: 'unwritten' as const,
  ...(ask === undefined ? {} : { ask })
});
const text: PackPart = { kind: 'text', id: 'one', ask: 'What is asked?', required: true };
const draft: PackPart = { kind: 'draft', id: 'one', page: 'leeds/overview', heading: 'done' };

it('a heading of a yearly report keeps its title in the list, whatever the duty under it asks', () => {
  const asked = item('What was done', 'What the partners did in the year as a result of their arrangements.');
  expect(partName(draft, asked, '')).toBe('What was done');
  expect(partName(draft, asked, 'We did a lot.')).toBe('What was done');
});

it('a text goes by its own words, and until it has any by what they should say', () => {
  expect(partName(text, item('Words', 'What is asked?'), ' ')).toBe('What is asked?');
  expect(partName(text, item('Words', 'What is asked?'), '**Agree** it.')).toBe('Agree it.');
  expect(partName(text, item('Words'), `${'long '.repeat(30)}`)).toMatch(/^.{1,89}…$/);
});

it('what a part can come after is called as in the list of parts', () => {
  const pack = { id: 'a-pack', title: 'A pack', occasion: '', contents: true, parts: [text] };
  const words = { pack: 'a-pack', part: 'one', role: 'Chair', date: '2024-12-01', text: '**Agree** it.' };
  expect(namedItems([item('Words', 'What is asked?')], pack, [])).toMatchObject([{ name: 'What is asked?' }]);
  expect(namedItems([item('Words', 'What is asked?')], pack, [words])).toMatchObject([{ name: 'Agree it.' }]);
});

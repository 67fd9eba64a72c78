import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Failed from '#lib/ui/Failed.svelte';
import Waiting from '#lib/ui/Waiting.svelte';

const words = (html: string) =>
  html
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const props = {
  areaName: 'Leeds',
  asked: 'the position at 31 March 2020',
  why: 'this browser does not allow WebAssembly',
  onretry: () => {}
};

test('a link that cannot be answered says what it asks for, what is shown instead, why, and what still works', () => {
  const said = words(render(Failed, { props: { ...props, instead: 'the position at 31 March 2024' } }).body);
  expect(said).toContain('This link asks for the position at 31 March 2020. Shown below is');
  expect(said).toContain('the position at 31 March 2024');
  expect(said).toContain('The reason: this browser does not allow WebAssembly.');
  expect(said).toContain('still work');
});

test('where nothing can be shown at all, that is the headline', () => {
  const html = render(Failed, { props }).body;
  expect(html).toMatch(/<h1[^>]*>Leeds cannot be shown just now<\/h1>/);
  expect(html).not.toContain('Shown below');
});

test('waiting says what is loading, how far it is, and what is still in sight', () => {
  const work = { words: 'Fetching 2 MB of 8 MB.', part: 0.25 };
  const html = render(Waiting, { props: { work, what: 'Leeds', meanwhile: 'Leicestershire' } }).body;
  expect(words(html)).toContain('Loading Leeds.');
  expect(words(html)).toContain('Until then you still see Leicestershire.');
  expect(html).toMatch(/<progress[^>]*value="0.25"/);
});

import { expect, test } from 'vitest';
import { asMarkdown, markdown, withoutSigns } from '#lib/words/markdown.ts';
import { partHeading } from '#lib/words/pack-parts.ts';

test('typed HTML stands in a list as it was typed, and signs of setting do not', () => {
  expect(withoutSigns('<b>x</b> is *so* and **so**')).toBe('<b>x</b> is so and so');
  expect(withoutSigns('# Head\n\n> said\n- one\n- two `code` snake_case')).toBe(
    'Head said one two code snake_case'
  );
});

test('a sentence as Markdown comes out as the sentence, and as plain words again', () => {
  for (const said of ['2. came *second* [here](x) _so_', '# 5 of ~~10~~', '- 4 fewer \\ than `before`']) {
    const shown = markdown(asMarkdown(said)).replace(/^<p>|<\/p>\s*$/g, '');
    expect(shown).toBe(said);
    expect(withoutSigns(asMarkdown(said))).toBe(said);
  }
});

test('a part that shows nothing goes by a heading that prints', () => {
  expect(partHeading('overview', 'naming-acting-naming-acting')).toBe('Naming against acting, side by side');
  expect(partHeading('overview', 'position-plans-neglect-rate')).toBe('Position, side by side');
  expect(partHeading('overview', 'position')).toBe('Position');
  expect(partHeading('overview', 'positions')).toBeUndefined();
});

/** What the methods say of “close to” is what is worked out. */
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { nation } from '#lib/sources/nations.ts';
import MethodsComparing from '#lib/ui/MethodsComparing.svelte';

it('calls a range narrow by half its width, and near by the share of the other figure', () => {
  const { body } = render(MethodsComparing, { props: { nation: nation('england') } });
  const said = body.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
  expect(said).toContain(
    'range is narrow (half its width is at most four tenths of the other figure) and the figure lies within 15% of the other, do we say close to;'
  );
  expect(said).not.toContain('to either side');
});

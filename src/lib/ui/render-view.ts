import { render } from 'svelte/server';
import type { ViewModel } from '#lib/views/model.ts';
import View from './View.svelte';

/** HTML that is never hydrated needs none of the marks by which a browser would take it over. */
export function withoutHydration(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, '');
}

/** From a page to the root of the site, whatever that root is called where the site is put. */
const toRoot = (view: ViewModel['view']) =>
  view === 'overview' || view === 'indicator' ? '../../' : '../../../';

/** A view as it stands in a prerendered page. */
export function renderView(model: ViewModel): string {
  const below = `${toRoot(model.view)}below-headline.css`;
  return withoutHydration(render(View, { props: { model, below } }).body);
}

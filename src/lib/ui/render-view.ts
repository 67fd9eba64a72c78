import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { ViewModel } from '#lib/views/model.ts';
import View from './View.svelte';

/** A component as HTML that is never hydrated: the marks a browser would use to take it over are left out. */
export function renderStatic<P extends Record<string, unknown>>(component: Component<P>, props: P): string {
  return render<P>(component, { props }).body.replace(/<!--[\s\S]*?-->/g, '');
}

/** A view as it stands in a prerendered page. */
export function renderView(model: ViewModel): string {
  return renderStatic(View, { model });
}

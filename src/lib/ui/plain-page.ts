import type { Component } from 'svelte';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { AS_DELIVERED, takeDelivered } from './static-page.ts';

export type CataloguePage = Component<{ catalogue: Catalogue }>;

export type PlainPage =
  { readonly html: string } | { readonly Live: CataloguePage; readonly catalogue: Catalogue };

/** A page made from the catalogue: HTML at build, kept as it was delivered, drawn here when it is reached later. */
export async function plainPage(
  load: () => Promise<{ readonly default: CataloguePage }>
): Promise<PlainPage> {
  if (!import.meta.env.SSR && takeDelivered()) return { html: AS_DELIVERED };
  const [{ default: Live }, { catalogue }] = await Promise.all([load(), import('#lib/store/published.ts')]);
  const found = await catalogue();
  if (!import.meta.env.SSR) return { Live, catalogue: found };
  const [{ render }, { withoutHydration }] = await Promise.all([
    import('svelte/server'),
    import('./render-view.ts')
  ]);
  return { html: withoutHydration(render(Live, { props: { catalogue: found } }).body) };
}

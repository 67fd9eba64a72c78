import { error, redirect } from '@sveltejs/kit';
import { href } from '#lib/selection/address.ts';
import { ADDRESSING } from '#lib/selection/addressing.ts';
import { placeOfPage, replacePlace } from '#lib/selection/here.ts';
import { VIEWS, type ViewPlace } from '#lib/selection/place.ts';
import { clip } from '#lib/ui/clip.ts';
import { engine } from '#lib/ui/engine.svelte.ts';
import { AS_DELIVERED, deliveredFacts, takeDelivered } from '#lib/ui/static-page.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import type { EntryGenerator, PageLoad } from './$types';

declare const __LENS_AREAS__: string;

/** Every area; of a partnership’s own site, its own and the country: the others are drawn when somebody asks for one. */
const areasOf = ({ manifest, own }: Catalogue) =>
  manifest.areas.filter(({ id, kind }) => own === undefined || own.areas.includes(id) || kind === 'country');

export const entries: EntryGenerator = async () => {
  const { catalogue } = await import('#lib/store/published.ts');
  const slugs =
    __LENS_AREAS__ === 'all'
      ? areasOf(await catalogue()).map((area) => area.slug)
      : __LENS_AREAS__.split(',').filter((slug) => slug !== '');
  return slugs.flatMap((area) => [{ area }, ...VIEWS.slice(1).map((view) => ({ area, view }))]);
};

export const load: PageLoad = async ({ params, url, untrack }) => {
  const view = VIEWS.find((name) => name === (params.view ?? 'overview').toLowerCase());
  if (view === undefined) error(404, `No view of an area is called “${clip(params.view ?? '')}”.`);
  const place: ViewPlace = { page: 'view', area: params.area, view };
  if (import.meta.env.SSR) {
    const { prerenderView } = await import('#lib/ui/prerender-view.ts');
    return prerenderView(place);
  }
  const facts = takeDelivered() ? deliveredFacts() : undefined;
  if (facts !== undefined) return { ...facts, html: AS_DELIVERED };
  const [{ catalogue }, { findArea }, { titleOf }] = await Promise.all([
    import('#lib/store/published.ts'),
    import('#lib/db/catalogue.ts'),
    import('#lib/views/title.ts')
  ]);
  const known = await catalogue();
  const area = findArea(known, params.area);
  const asked = untrack(() => placeOfPage(url)).place;
  if (area === undefined || asked?.page !== 'view') error(404, `No area is called “${clip(params.area)}”.`);
  if (params.area !== area.slug || (params.view ?? view) !== view) {
    const proper = { ...asked, area: area.slug };
    if (engine.up || ADDRESSING.routing === 'hash') redirect(307, href(proper));
    replacePlace(proper);
    await new Promise(() => {});
  }
  return { areaName: area.name, title: titleOf(known, place) ?? area.name };
};

import { error, redirect } from '@sveltejs/kit';
import { href } from '#lib/selection/address.ts';
import { ADDRESSING } from '#lib/selection/addressing.ts';
import { placeOfPage, replacePlace } from '#lib/selection/here.ts';
import { indicatorPlace } from '#lib/selection/place.ts';
import { clip } from '#lib/ui/clip.ts';
import { engine } from '#lib/ui/engine.svelte.ts';
import { AS_DELIVERED, deliveredFacts, takeDelivered } from '#lib/ui/static-page.ts';
import type { EntryGenerator, PageLoad } from './$types';

/** One page for each indicator, however few areas are written beforehand: it shows England. */
export const entries: EntryGenerator = async () => {
  const { catalogue } = await import('#lib/store/published.ts');
  return (await catalogue()).indicators.map(({ id }) => ({ indicator: id.toLowerCase() }));
};

export const load: PageLoad = async ({ params, url, untrack }) => {
  if (import.meta.env.SSR) {
    const { prerenderView } = await import('#lib/ui/prerender-view.ts');
    return prerenderView(indicatorPlace(params.indicator));
  }
  const facts = takeDelivered() ? deliveredFacts() : undefined;
  if (facts !== undefined) return { ...facts, html: AS_DELIVERED };
  const [{ catalogue }, { findArea }, { titleOf }] = await Promise.all([
    import('#lib/store/published.ts'),
    import('#lib/db/catalogue.ts'),
    import('#lib/views/title.ts')
  ]);
  const known = await catalogue();
  const wanted = params.indicator.toLowerCase();
  const indicator = known.indicators.find(({ id }) => id.toLowerCase() === wanted);
  const asked = untrack(() => placeOfPage(url)).place;
  if (indicator === undefined || asked?.page !== 'view')
    error(404, `No indicator is called “${clip(params.indicator)}”.`);
  if (params.indicator !== wanted) {
    if (engine.up || ADDRESSING.routing === 'hash') redirect(307, href(asked));
    replacePlace(asked);
    await new Promise(() => {});
  }
  return {
    areaName: findArea(known, asked.area)?.name ?? '',
    title: titleOf(known, asked) ?? indicator.name
  };
};

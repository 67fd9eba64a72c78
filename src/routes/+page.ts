import { ONE_FILE } from '#lib/db/site-files.ts';
import { homeHeadline } from '#lib/ui/home-headline.ts';
import type { PageLoad } from './$types';

declare const __LENS_AREAS__: string;

interface MadeFor {
  readonly slug: string;
  readonly name: string;
}

/** The areas that a site of one file was made for; none where it was made for all. */
async function madeFor(): Promise<readonly MadeFor[]> {
  if (!ONE_FILE || __LENS_AREAS__ === 'all') return [];
  const { catalogue } = await import('#lib/store/published.ts');
  const slugs = __LENS_AREAS__.split(',');
  return (await catalogue()).manifest.areas.filter(({ slug }) => slugs.includes(slug));
}

/** England's headline, made at build and read back from the page that was delivered. */
export const load: PageLoad = async () => {
  if (!import.meta.env.SSR)
    return {
      headline: document.getElementById('england-headline')?.textContent ?? '',
      areas: await madeFor()
    };
  const [{ published }, { viewOf }] = await Promise.all([
    import('#lib/store/published.ts'),
    import('#lib/views/view.ts')
  ]);
  const model = await viewOf(await published(), { page: 'view', area: 'england', view: 'overview' });
  return { headline: 'unanswerable' in model ? '' : homeHeadline(model), areas: [] };
};

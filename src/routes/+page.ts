import type { PageLoad } from './$types';

/** England's headline, made at build and read back from the page that was delivered. */
export const load: PageLoad = async () => {
  if (!import.meta.env.SSR)
    return { headline: document.getElementById('england-headline')?.textContent ?? '' };
  const [{ published }, { viewOf }] = await Promise.all([
    import('#lib/store/published.ts'),
    import('#lib/views/view.ts')
  ]);
  const model = await viewOf(await published(), { page: 'view', area: 'england', view: 'overview' });
  return { headline: 'unanswerable' in model ? '' : `${model.position}: ${model.headline.text}` };
};

import { plainPage } from '#lib/ui/plain-page.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => ({
  page: await plainPage(() => import('#lib/ui/GuidePage.svelte'))
});

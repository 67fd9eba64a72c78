import type { ViewPlace } from '#lib/selection/place.ts';
import { published } from '#lib/store/published.ts';
import { viewOf } from '#lib/views/view.ts';
import { renderView } from './render-view.ts';
import { shownOf } from './shown.ts';
import type { PageFacts } from './static-page.ts';

/** A view's page, figures and all, made once at build. Throws where the view cannot be answered. */
export async function prerenderView(place: ViewPlace): Promise<PageFacts & { readonly html: string }> {
  await nextTask();
  const model = await viewOf(await published(), place);
  if ('unanswerable' in model)
    throw new Error(`${place.area}, ${place.indicator ?? place.view}: ${model.unanswerable}`);
  return {
    html: renderView(model),
    title: model.title,
    areaName: model.area.name,
    delivered: shownOf(model)
  };
}

/** The document that charts are drawn in lets go of them only between tasks, and nothing else in a build waits for one. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

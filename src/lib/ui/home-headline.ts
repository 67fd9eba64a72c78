import type { ViewModel } from '#lib/views/model.ts';

/** What the first page says of a country, in one line. */
export const homeHeadline = (model: ViewModel): string => `${model.position}: ${model.headline.text}`;

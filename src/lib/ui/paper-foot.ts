import { cssString } from '#lib/exports/css-string.ts';
import type { ViewModel } from '#lib/views/model.ts';

/** The foot of every printed page: area, date and source on the left, page x of y on the right. */
export function paperFoot(model: ViewModel): string {
  const words = `${model.area.name} · ${model.position} · ${model.edition}`;
  return (
    `@page{@bottom-left{content:${cssString(words)};width:80%}` +
    `@bottom-right{content:"Page " counter(page) " of " counter(pages)}}`
  );
}

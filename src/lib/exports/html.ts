/** HTML put together from text that is escaped and from HTML that was put together so. */
import { escapeMarkup } from './escape.ts';

export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | undefined | readonly Html[];

const isList = (part: Part): part is readonly Html[] => Array.isArray(part);

function written(part: Part): string {
  if (part === undefined) return '';
  if (isList(part)) return part.map(({ markup }) => markup).join('');
  return typeof part === 'object' ? part.markup : escapeMarkup(String(part));
}

/** A template tag: text and numbers are escaped, nothing stands for `undefined`, and lists stand one after another. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return {
    markup: pieces.map((piece, at) => piece + (at < parts.length ? written(parts[at]) : '')).join('')
  };
}

/** Markup that this program made itself: a drawing, a style sheet, Markdown without HTML. */
export const trusted = (markup: string): Html => ({ markup });

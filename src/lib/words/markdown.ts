/** Words from data as HTML in which nothing can act. */
import { Marked, type Tokens } from 'marked';

const escape = (text: string): string =>
  text
    .replace(/&(?!(?:amp|lt|gt|quot|#39);)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');

/** The address if it is http(s) or stays on this site; nothing for every other scheme, however it is disguised. */
function safeAddress(address: string): string | undefined {
  const plain = [...address].filter((letter) => letter > ' ' && letter !== '\u007f').join('');
  if (/^https?:\/\//i.test(plain)) return plain;
  const first = plain.split(/[/?#]/, 1)[0] ?? '';
  return first.includes(':') || first.includes('&') || /^[/\\]{2}/.test(plain) || plain.includes('\\')
    ? undefined
    : plain;
}

const renderer = {
  html: ({ text }: Tokens.HTML | Tokens.Tag) => escape(text),
  image: ({ text }: Tokens.Image) => escape(text),
  link(
    this: { parser: { parseInline(tokens: Tokens.Link['tokens']): string } },
    { href, tokens }: Tokens.Link
  ) {
    const words = this.parser.parseInline(tokens);
    const address = safeAddress(href);
    return address === undefined ? words : `<a href="${escape(address)}" rel="noreferrer">${words}</a>`;
  }
};

const marked = new Marked({ async: false, gfm: true, renderer });

/**
 * Words from data as HTML: emphasis, lists, paragraphs, links to http(s) or this site.
 * Anything written as HTML comes out as text; images come out as their words.
 */
export function markdown(text: string): string {
  return String(marked.parse(text));
}

/** One line of words from data, without a paragraph round it. */
export function markdownLine(text: string): string {
  return String(marked.parseInline(text));
}

/** Words as Markdown that says just them: nothing in them sets type, begins a list or is a link. */
export const asMarkdown = (text: string): string =>
  text
    .replace(/[\\*_[\]`~]/g, '\\$&')
    .replace(/^([#>+-])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');

/** Markdown in one line of plain words, without the signs that set it; HTML as it was typed. */
export const withoutSigns = (text: string): string =>
  text
    .replace(/^[ \t]*(?:#{1,6}[ \t]|>[ \t]?|[-+*][ \t])+/gm, '')
    .replace(/(?<!\\)[*`]|(?<![\\\w])_|(?<!\\)_(?!\w)/g, '')
    .replace(/\\([\\*_[\]`~#>+.)-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

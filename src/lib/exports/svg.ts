/** A figure as an SVG file that stands for itself: message, drawing, notes and source in one picture. */
import { widthOf, wrap } from '#lib/charts/text-width.ts';
import { escapeMarkup } from './escape.ts';
import { footOfPicture, type Taken } from './taken.ts';

/** Fonts to fall back to are as narrow as the one that the drawing was measured in. */
export const FONTS = "'Atkinson Hyperlegible Next', Arial, Helvetica, 'Liberation Sans', sans-serif";

interface Lines {
  readonly texts: readonly string[];
  readonly size: number;
  readonly line: number;
  readonly weight: 400 | 700;
  readonly fill: string;
}

const MARGIN = 16;

/** A word that no line holds, as an address may be, in pieces that end where an address may be broken. */
function pieces(word: string, width: number, size: number, weight: 400 | 700): string {
  if (widthOf(word, size, weight) <= width) return word;
  const parts = word.split(/(?<=[/?&=#.-])/);
  const lines: string[] = [''];
  for (const part of parts) {
    const longer = `${lines.at(-1) ?? ''}${part}`;
    if (widthOf(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.filter((line) => line !== '').join(' ');
}

function lines(text: string, width: number, size: number, weight: 400 | 700, fill: string): Lines {
  const words = text.split(' ').map((word) => pieces(word, width, size, weight));
  return {
    texts: wrap(words.join(' '), width, size, weight),
    size,
    line: Math.round(size * 1.36),
    weight,
    fill
  };
}

/** Width and height of a drawing, from its `viewBox`. @throws where it has none */
export function extentOf(svg: string): { readonly width: number; readonly height: number } {
  const [, , width, height] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(/[\s,]+/).map(Number);
  if (width === undefined || height === undefined || !(width > 0 && height > 0))
    throw new TypeError('drawing has no viewBox');
  return { width, height };
}

/**
 * The file: `<title>` and `<desc>` for readers who do not see it, the message and what it shows above the drawing, mark,
 * notes and citation below. Words are text, so they can be searched and read aloud. Nothing in it asks for another file.
 * @param font the typeface as a `data:` address; without it a reader's own typeface is taken
 * @throws where the figure has no drawing
 */
export function svgFile(taken: Taken, font?: string): string {
  if (taken.svg === undefined) throw new TypeError(`“${taken.title}” has no drawing`);
  const drawing = extentOf(taken.svg);
  const width = Math.max(drawing.width, 480);
  const above = [
    lines(taken.title, width, 20, 700, '#0b0c0c'),
    ...(taken.subtitle === '' ? [] : [lines(taken.subtitle, width, 15, 400, '#595959')])
  ];
  const below = footOfPicture(taken).map((line) => lines(line, width, 13, 400, '#595959'));
  let y = MARGIN;
  const write = ({ texts, size, line, weight, fill }: Lines) =>
    texts
      .map((text) => {
        y += line;
        return `<text x="${String(MARGIN)}" y="${String(y)}" font-size="${String(size)}" font-weight="${String(weight)}" fill="${fill}">${escapeMarkup(text)}</text>`;
      })
      .join('');
  const head = above.map(write).join('');
  y += 14;
  const placed = taken.svg
    .replace(
      /^<svg\b/,
      `<svg x="${String(MARGIN)}" y="${String(y)}" width="${String(drawing.width)}" height="${String(drawing.height)}"`
    )
    .replace(/ focusable="false"/, '');
  y += drawing.height + 4;
  const foot = below
    .map((each) => {
      y += 5;
      return write(each);
    })
    .join('');
  const height = Math.ceil(y + MARGIN);
  const whole = width + 2 * MARGIN;
  const face =
    font === undefined
      ? ''
      : `<style>@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:200 800;src:url(${font}) format('woff2')}</style>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="en-GB" lang="en-GB" role="img" aria-labelledby="title desc" viewBox="0 0 ${String(whole)} ${String(height)}" width="${String(whole)}" height="${String(height)}" font-family="${FONTS}">`,
    `<title id="title">${escapeMarkup(taken.title)}</title>`,
    `<desc id="desc">${escapeMarkup([taken.description, taken.subtitle, ...footOfPicture(taken)].join(' '))}</desc>`,
    face,
    `<rect width="${String(whole)}" height="${String(height)}" fill="#ffffff"/>`,
    head,
    placed,
    foot,
    '</svg>\n'
  ].join('');
}

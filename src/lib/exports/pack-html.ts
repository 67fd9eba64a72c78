/** A pack as one HTML file that needs nothing else: no script, no other file, readable on a screen and set for paper. */
import { dateInWords } from '#lib/domain/dates.ts';
import { PLAIN, isPlain } from '#lib/domain/standing.ts';
import type { PackModel } from '#lib/views/pack/model.ts';
import { markedTitle, standingHead, standingMarks } from '#lib/words/standing.ts';
import { cssString } from './css-string.ts';
import { html, trusted, type Html } from './html.ts';
import { blocksHtml } from './pack-html-blocks.ts';
import { contentsHtml } from './pack-html-contents.ts';
import type { Draw } from './pack-html-parts.ts';
import { PACK_CSS } from './pack-css.ts';

export interface PackHtml {
  readonly draw: Draw;
  /** `@font-face` rules with their typeface in them, as a `data:` address. */
  readonly fonts: string;
  readonly css?: string;
  /** How many sheets of paper it is held to, where it is: of one, figures stand side by side. */
  readonly sheets?: number | undefined;
}

/** `Department for Education, Children in need, Reporting year 2024 and 1 more`, without its licence. */
function sourceInFoot({ sources }: PackModel): string {
  const [first, ...more] = sources;
  if (first === undefined) return '';
  const named = first.text.split('. ')[0] ?? '';
  return more.length === 0 ? named : `${named}, and ${String(more.length)} more`;
}

/** Head and foot of every sheet: what it is and for whom; area, date and source; page x of y. */
function margins(model: PackModel): string {
  const { title, areas, positions, standing = PLAIN } = model;
  const foot = [areas.join(', '), positions.join(', '), sourceInFoot(model)].filter((part) => part !== '');
  return (
    `@page{@top-left{content:${cssString(title)};width:${isPlain(standing) ? '100' : '50'}%}` +
    `@top-right{content:${cssString(standingHead(standing))};font-weight:700;color:#0b0c0c}` +
    `@bottom-left{content:${cssString(foot.join(' · '))};width:82%}` +
    '@bottom-right{content:"Page " counter(page) " of " counter(pages)}}'
  );
}

function standingHtml({ standing }: PackModel): Html | undefined {
  return standing === undefined
    ? undefined
    : html`<aside class="standing" aria-label="About all figures here">
        ${standingMarks(standing).map(
          ({ id, label, meaning }) => html`<p data-standing="${id}"><strong>${label}</strong> ${meaning}</p>`
        )}
      </aside>`;
}

function coverHtml(model: PackModel): Html {
  const { title, occasion, areas, positions, made } = model;
  const about = [areas.join(', '), positions.join(', '), `Put together on ${dateInWords(made)}`];
  return html`<header class="cover">
    <h1>${title}</h1>
    ${occasion === '' ? undefined : html`<p class="occasion">${occasion}</p>`}
    <p class="about">${about.filter((part) => part !== '').join(' · ')}</p>
    ${standingHtml(model)}
  </header>`;
}

const factsHtml = (facts: PackModel['methods']): Html =>
  html`<dl class="facts" data-splits>
    ${facts.map(
      ({ term, text }) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${text}</dd>
        </div>`
    )}
  </dl>`;

/** What a single sheet has room for. */
const needed = ({ term }: PackModel['methods'][number]): boolean => /^(The mark|Withheld)/.test(term);

/** How a figure of a single sheet is cited. */
const citeOnce = ({ title, made }: PackModel): string =>
  `How to cite a figure: Neglect Lens, its title, its area and date, in “${title}”, ${dateInWords(made)}, from the sources above.`;

function endHtml(model: PackModel, brief: boolean): Html {
  const { sources, licence } = model;
  const methods = brief ? model.methods.filter(needed) : model.methods;
  const all = html`<h2 id="sources" data-keep="next">Sources</h2>
    <ul class="sources">
      ${sources.map(
        ({ text, url }) =>
          html`<li>
            ${text}${url === undefined ? undefined : html` <a href="${url}" rel="noreferrer">Where it is published</a>`}
          </li>`
      )}
    </ul>
    ${licence === '' ? undefined : html`<p class="licence">Licence of the figures: ${licence}.</p>`}${
      brief ? html` <p class="licence">${citeOnce(model)}</p>` : undefined
    }${
      methods.length === 0
        ? undefined
        : html`<h2 id="methods" data-keep="next">How the figures are counted and compared</h2>
            ${factsHtml(methods)}`
    }`;
  return brief ? html`<div class="end">${all}</div>` : all;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/**
 * The whole document. On a screen it has links and no page numbers; `paginate.ts` sets its pages and their numbers before it is
 * printed.
 */
export function packHtml(model: PackModel, { fonts, css = PACK_CSS, sheets, draw }: PackHtml): string {
  const { standing = PLAIN } = model;
  const brief = sheets === 1;
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <title>${markedTitle(model.title, standing)}</title>
        <style>
          ${trusted(fonts)}${trusted(css)}${trusted(margins(model))}
        </style>
      </head>
      <body>
        <main
          id="flow"
          class="${brief ? 'sheet' : 'paper'}"
          ${sheets === undefined ? undefined : html` data-sheets="${sheets}"`}
        >
          ${coverHtml(model)}${model.contents ? contentsHtml(model) : undefined}${blocksHtml(model, {
            draw,
            size: brief ? 'narrow' : 'wide',
            brief
          })}${endHtml(model, brief)}
        </main>
      </body>
    </html> `;
  return page.markup;
}

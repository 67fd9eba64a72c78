/** Pieces that blocks of a pack are made of: marks, calls of notes, figures, numbers. */
import { isKnown, REASON_MEANINGS } from '#lib/domain/cell.ts';
import { MARK_LABELS, MARK_MEANINGS, type Mark } from '#lib/domain/mark.ts';
import type { Size } from '#lib/charts/frame.ts';
import type { ChartSpec, Figure, NoteRefs, Statement } from '#lib/views/model.ts';
import type { PackFigure, PackNote } from '#lib/views/pack/model.ts';
import { markdownLine } from '#lib/words/markdown.ts';
import { escapeMarkup } from './escape.ts';
import { html, trusted, type Html } from './html.ts';
import { tableHtml } from './pack-html-table.ts';

/** A chart as SVG markup; `id` is unique in the document. */
export type Draw = (spec: ChartSpec, size: Size, id: string) => string;

const SHAPES: Readonly<Record<Mark, Html>> = {
  neglect: html`<circle cx="6" cy="6" r="5" fill="currentColor"></circle>`,
  includes: html`<circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor"></circle
    ><path d="M6 1.5 A4.5 4.5 0 0 0 6 10.5 Z" fill="currentColor"></path>`,
  all: html`<rect x="1.5" y="1.5" width="9" height="9" fill="none" stroke="currentColor"></rect>`
};

export const markTag = (mark: Mark): Html =>
  html`<span class="mark" data-mark="${mark}" title="${MARK_MEANINGS[mark]}"
    ><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">${SHAPES[mark]}</svg
    >${MARK_LABELS[mark]}</span
  >`;

/** In brackets: copied out of the document, the number of a note must not become digits of the figure before it. */
export function noteCalls(notes: NoteRefs | undefined): Html | undefined {
  return notes === undefined || notes.length === 0
    ? undefined
    : html`<sup class="calls">[${[...notes].map((note, at) => html`${at === 0 ? '' : ', '}${note}`)}]</sup>`;
}

export function noteList(notes: readonly PackNote[]): Html | undefined {
  return notes.length === 0
    ? undefined
    : html`<ol class="notes">
        ${notes.map(({ number, text }) => html`<li value="${number}">${trusted(markdownLine(text))}</li>`)}
      </ol>`;
}

export const statementHtml = (
  { text, mark, notes }: Statement,
  kind: 'headline' | 'statement' | 'further'
): Html =>
  html`<p class="${kind}">
    ${text}${noteCalls(notes)}${mark === undefined ? undefined : html` ${markTag(mark)}`}
  </p>`;

/** A number set large, or why there is none. */
export function numberHtml({ id, label, cell, text, unit, mark, range, certainty, notes }: Figure): Html {
  const value = isKnown(cell)
    ? html`<p class="value"><strong>${text}</strong> ${unit} ${markTag(mark)}</p>
        ${
          range === undefined ? undefined : html`<p class="range">Range ${range.text}</p>`
        }${certainty === undefined ? undefined : html`<p class="certainty">${certainty}</p>`}`
    : html`<p class="value missing" data-reason="${cell.reason}"><strong>${text}</strong> ${markTag(mark)}</p>
        <p class="range">${REASON_MEANINGS[cell.reason]}</p>`;
  return html`<div class="number-set" data-figure="${id}">
    <p class="number-label">${label}${noteCalls(notes)}</p>
    ${value}
  </div>`;
}

/** The link that leads to a figure, where it is one that a reader may follow. */
function linkHtml(link: string | undefined): Html | undefined {
  return link !== undefined && /^https?:/.test(link)
    ? html` <a href="${link}" rel="noreferrer">Open this figure</a>`
    : undefined;
}

export interface FigureDrawing {
  readonly size: Size;
  readonly draw: Draw;
  /** Of a single sheet: how to cite is said once, at its foot. */
  readonly brief: boolean;
}

/** A drawing whose words stand for it: on paper it is read as one thing, in place of the letters in it. */
const drawing = (svg: string, description: string): Html =>
  trusted(svg.replace(' aria-hidden="true"', ` role="img" aria-label="${escapeMarkup(description)}"`));

/** On a single sheet every second figure has the broader column, so that no letter is under seven points. */
const sizeOnSheet = (number: number): Size => (number % 2 === 0 ? 'wide' : 'narrow');

/**
 * A figure with its number, drawing or table, and small print. A drawn one carries its drawing for a phone, and its table for a
 * reader of the screen.
 * It is a group and no `figure`: a PDF would have that read as one picture, with its heading and notes left out. Calls of notes
 * stand beside the heading and not in it: they would be part of its bookmark.
 * @param level of its heading
 */
export function figureHtml(
  { number, drawn, notes, filters, cite, link }: PackFigure,
  level: 2 | 3 | 4,
  { size, draw, brief }: FigureDrawing
): Html {
  const id = `figure-${String(number)}`;
  const tag = trusted(`h${String(level)}`);
  const isDrawn = 'spec' in drawn;
  const fitting = brief ? sizeOnSheet(number) : size;
  const shown = isDrawn
    ? html`<p class="subtitle">${drawn.subtitle} ${markTag(drawn.mark)}</p>
        <div class="drawing">${drawing(draw(drawn.spec, fitting, drawn.id), drawn.description)}</div>
        ${
          fitting === 'narrow'
            ? undefined
            : html`<div class="phone-drawing">
                ${drawing(draw(drawn.spec, 'narrow', drawn.id), drawn.description)}
              </div>`
        }
        ${noteList(notes)}
        <details class="as-table">
          <summary>Figure ${number} as a table</summary>
          ${tableHtml(drawn.table, drawn.mark, `${id}-table`)}
        </details>`
    : html`<p class="subtitle">${markTag(drawn.mark)}</p>
        ${tableHtml(drawn.table, drawn.mark, `${id}-table`)}${noteList(notes)}`;
  return html`<div class="figure ${isDrawn ? 'drawn' : 'tabled'}${brief ? (fitting === 'wide' ? ' broad' : ' narrow') : ''}" role="group" id="${id}" aria-labelledby="${id}-title" data-figure="${drawn.id}"><div class="figure-head" data-keep="next"><${tag} id="${id}-title" class="figure-title"><span class="figure-number">Figure ${number}.</span> ${drawn.title}</${tag}>${noteCalls(drawn.notes)}</div>${shown}<div class="small-print"><p class="filters">${filters}</p>${brief ? undefined : html`<p class="cite">${cite}${linkHtml(link)}</p>`}</div></div>`;
}

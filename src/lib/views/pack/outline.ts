/** A pack as the list that its writer works on: what each part is called, whether it shows anything, what is still to do. */
import type { Pack, PackPart } from '#lib/domain/pack.ts';
import { pageOfPart } from '#lib/selection/pack-edit.ts';
import { areaFromAddress, pageName } from '#lib/words/agenda.ts';
import { asMarkdown } from '#lib/words/markdown.ts';
import { partHeading } from '#lib/words/pack-parts.ts';
import { keptText, partWords } from '#lib/words/report.ts';
import { annualHeadings } from '../annual/draft.ts';
import type { PackBlock, PackModel } from './model.ts';
import { readFigure, readPage } from './page-text.ts';

export interface OutlineItem {
  readonly id: string;
  /** What the part is called in a list. */
  readonly name: string;
  /** The page that its figures come from: `Prevalence`, or `Leeds: Prevalence` in a pack of several areas. */
  readonly from?: string;
  /**
   * `waiting` until its page is worked out; `empty` where it shows nothing; `absent` where what was asked for is not there;
   * `unwritten` where something must be written.
   */
  readonly state: 'waiting' | 'shown' | 'empty' | 'absent' | 'unwritten';
  /** What belongs there, where its words say so. */
  readonly ask?: string;
  /** What is not there, where it could come from, and what to do about it. */
  readonly missing?: string;
  /** The drafted sentences, as Markdown, while they stand. */
  readonly draft?: { readonly text: string; readonly sentences: number };
  /** Why it cannot be taken out. */
  readonly kept?: string;
  /** Said where its figures are no longer those that its words were written on. */
  readonly changed?: string;
  /** What each of those was and is now. */
  readonly changes?: readonly string[];
  /** Said where its words were written on figures that are not for everybody, or nobody knows. */
  readonly basis?: string;
  /** The id, in the document, of the part or of what stands nearest before it. */
  readonly anchor?: string;
}

const inWords = (id: string): string => {
  const words = id.replaceAll(/[-_.]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const headingOf = (page: string, id: string): string =>
  partHeading(readPage(page)?.place.view ?? '', id) ?? inWords(id);

const annualHeadingOf = (named: string): string =>
  annualHeadings().findLast(({ id }) => id === named)?.heading ?? inWords(named);

function nameOf(part: PackPart, blocks: readonly PackBlock[]): string {
  switch (part.kind) {
    case 'heading':
      return part.text;
    case 'figure': {
      const shown = blocks.find((block) => block.kind === 'figure');
      const { page = '', figure = part.pin } = readFigure(part.pin) ?? {};
      return shown?.figure.drawn.title ?? headingOf(page, figure);
    }
    case 'slot':
    case 'draft': {
      const shown = blocks.find((block) => block.kind === 'subheading' || block.kind === 'heading');
      if (shown !== undefined) return shown.text;
      return part.kind === 'slot' ? headingOf(part.page, part.slot) : annualHeadingOf(part.heading);
    }
    default:
      return partWords(part.kind);
  }
}

function draftOf(part: PackPart, blocks: readonly PackBlock[]): OutlineItem['draft'] {
  if (part.kind !== 'draft') return undefined;
  const said = blocks.flatMap((block) => (block.kind === 'statements' ? block.statements : []));
  return said.length === 0
    ? undefined
    : { text: said.map(({ text }) => asMarkdown(text)).join('\n\n'), sentences: said.length };
}

/** What an annual report can never be without stays for as long as the pack has any of its headings. */
function keptIn({ parts }: Pack, part: PackPart): string | undefined {
  if (part.kind !== 'draft') return undefined;
  const heading = annualHeadings().findLast(({ id, neverEmpty }) => neverEmpty && id === part.heading);
  const others = parts.some(({ kind, id }) => kind === 'draft' && id !== part.id);
  return heading === undefined || !others ? undefined : keptText(heading.heading);
}

function stateOf(blocks: readonly PackBlock[]): OutlineItem['state'] {
  const kinds = new Set(blocks.map(({ kind }) => kind));
  if (blocks.some((block) => block.kind === 'unwritten' && block.required)) return 'unwritten';
  kinds.delete('unwritten');
  if (kinds.size === 0) return 'empty';
  return kinds.has('absent') && kinds.size <= 2 && !kinds.has('figure') ? 'absent' : 'shown';
}

function anchorOf(block: PackBlock): string | undefined {
  if ('anchor' in block) return block.anchor;
  return block.kind === 'figure' ? `figure-${String(block.figure.number)}` : undefined;
}

/** @param model undefined while it is worked out */
export function outlineOf(pack: Pack, model: PackModel | undefined): readonly OutlineItem[] {
  const pages = pack.parts.map((part) => readPage(pageOfPart(part) ?? ''));
  const isOneArea = new Set(pages.flatMap((page) => page?.place.area ?? [])).size < 2;
  let before: string | undefined;
  return pack.parts.map((part, at): OutlineItem => {
    const blocks = model?.blocks.filter((block) => block.part === part.id) ?? [];
    const page = pages[at];
    const here = blocks.map(anchorOf).find((anchor) => anchor !== undefined);
    before = here ?? before;
    const written = blocks.find((block) => block.kind === 'written');
    const changed = written?.written.changed;
    const missing = blocks
      .flatMap((block) => (block.kind === 'absent' ? [block.what, block.remedy, block.todo ?? ''] : []))
      .filter((text) => text !== '')
      .join(' ');
    const ask = part.kind === 'text' ? part.ask : blocks.find((block) => block.kind === 'unwritten')?.ask;
    const draft = draftOf(part, blocks);
    const kept = keptIn(pack, part);
    return {
      id: part.id,
      name: nameOf(part, blocks),
      state: model === undefined ? 'waiting' : stateOf(blocks),
      ...(page === undefined
        ? {}
        : { from: `${isOneArea ? '' : `${areaFromAddress(page.place)}: `}${pageName(page.place)}` }),
      ...(ask === undefined ? {} : { ask }),
      ...(missing === '' ? {} : { missing }),
      ...(changed === undefined ? {} : { changed }),
      ...(written?.written.changes === undefined ? {} : { changes: written.written.changes }),
      ...(written?.written.basis === undefined ? {} : { basis: written.written.basis }),
      ...(draft === undefined ? {} : { draft }),
      ...(kept === undefined ? {} : { kept }),
      ...(before === undefined ? {} : { anchor: before })
    };
  });
}

/** Whether commentary was written on the figures that now stand beside it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Cell } from '#lib/domain/cell.ts';
import type { Commentary } from '#lib/domain/pack.ts';
import type { TableFigure } from '../model.ts';
import { restsChanged } from '#lib/words/annual/changed.ts';
import type { PackBlock, Resting } from './model.ts';

export type Seen = NonNullable<Commentary['seen']>;

const cellText = (cell: Cell): string => (cell.kind === 'known' ? String(cell.value) : `[${cell.reason}]`);

const rowsOf = ({ table }: TableFigure): readonly string[] =>
  table.rows.map((row) =>
    table.columns
      .flatMap(({ key }, place) => {
        const value = row[key];
        return typeof value === 'object' ? [cellText(value)] : place === 0 ? [value ?? ''] : [];
      })
      .join('|')
  );

/** The numbers of a sentence; its words may be put better without a figure having changed. */
const numbersIn = (text: string): string => (text.match(/\d[\d,.]*/g) ?? []).join(' ');

/** The figures that a block holds, as text that changes with them and with nothing else. */
function figuresIn(block: PackBlock): readonly string[] {
  switch (block.kind) {
    case 'figure':
      return [
        block.figure.drawn.file,
        ...rowsOf(block.figure.drawn),
        ...(block.rests ?? []).map(({ what, shown, when }) => `${what}|${shown}|${when}`)
      ];
    case 'numbers':
      return block.figures.map(({ id, cell }) => `${id}|${cellText(cell)}`);
    case 'headline':
      return [numbersIn(block.statement.text)];
    case 'statements':
      return block.statements.map(({ text }) => numbersIn(text));
    default:
      return [];
  }
}

const coversOf = (blocks: readonly PackBlock[]): string =>
  [...new Set(blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure.drawn.covers] : [])))].join(
    '; '
  );

/** Sixteen hexadecimal digits that change with these texts and with nothing else. */
export const digestOf = (texts: readonly string[]): string =>
  bytesToHex(sha256(utf8ToBytes(texts.join('\n')))).slice(0, 16);

const restsOf = (blocks: readonly PackBlock[]): readonly Resting[] =>
  blocks.flatMap((block) => (block.kind === 'figure' ? (block.rests ?? []) : []));

/** The sentences of a draft are made anew each time: what they rest on tells whether anything changed. */
function withoutDrafted(blocks: readonly PackBlock[]): readonly PackBlock[] {
  const drafts = new Set(
    blocks.flatMap((block) => (block.kind === 'figure' && block.rests !== undefined ? [block.part] : []))
  );
  return blocks.filter(({ kind, part }) => kind !== 'statements' || !drafts.has(part));
}

/** What is to be kept with words written beside these blocks; undefined where they hold no figure. */
export function seenOf(blocks: readonly PackBlock[]): Seen | undefined {
  const figures = withoutDrafted(blocks).flatMap(figuresIn);
  if (figures.every((text) => text === '')) return undefined;
  const rests = restsOf(blocks);
  return {
    covers: coversOf(blocks),
    digest: digestOf(figures),
    ...(rests.length === 0 ? {} : { figures: [...rests] })
  };
}

/** A sentence where the figures are no longer those that were seen. */
export function changedSince(seen: Seen | undefined, now: Seen | undefined): string | undefined {
  if (seen === undefined || seen.digest === now?.digest) return undefined;
  if (now === undefined) return 'The figures that this was written on are no longer here.';
  const rests = restsChanged(seen.figures ?? [], now.figures ?? []);
  if (rests !== undefined) return rests;
  return seen.covers === now.covers || seen.covers === '' || now.covers === ''
    ? 'Figures beside this have changed since it was written.'
    : `Figures beside this have changed since it was written: they were of ${seen.covers}, and are of ${now.covers}.`;
}

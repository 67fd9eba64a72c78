/** Whether commentary was written on the figures that now stand beside it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { SHORTHAND, type Cell } from '#lib/domain/cell.ts';
import type { Commentary } from '#lib/domain/pack.ts';
import { number } from '#lib/words/number.ts';
import type { Column, Statement, TableFigure } from '../model.ts';
import { restsChanged, type Changed } from '#lib/words/annual/changed.ts';
import type { PackBlock, Resting } from './model.ts';

export type Seen = NonNullable<Commentary['seen']>;

type Row = TableFigure['table']['rows'][number];

/** A cell as a reader sees it: `1,234`, `[c]`, or words. */
function cellShown(row: Row, { key, decimals }: Column): string {
  const value = row[key];
  if (typeof value !== 'object') return value ?? '';
  return value.kind === 'known' ? number(value.value, decimals) : SHORTHAND[value.reason];
}

/** To six digits: engines differ in the last ones of what is worked out, and no page shows more. */
const cellText = (cell: Cell): string =>
  cell.kind === 'known' ? String(Number(cell.value.toPrecision(6))) : `[${cell.reason}]`;

/** The numbers that words hold, and the signs that stand for missing ones. */
export const numbersInWords = (text: string): string =>
  (text.match(/\d+(?:[.,]\d+)*|\[[a-z ]+\]/g) ?? []).join(' ');

const rowsOf = ({ table }: TableFigure): readonly string[] =>
  table.rows.map((row) =>
    table.columns
      .flatMap(({ key, passing }, place) => {
        const value = row[key];
        if (typeof value === 'object') return [cellText(value)];
        if (place === 0) return [value ?? ''];
        return passing === true ? [] : [numbersInWords(value ?? '')];
      })
      .join('|')
  );

/**
 * The numbers of a sentence; its words may be put better without a figure having changed. How an action stands on the day
 * of a pack is no figure: it is another every day.
 */
const numbersIn = ({ text, lasting = text }: Statement): string => numbersInWords(lasting);

/** The figures that a block holds, as text that changes with them and with nothing else. */
function figuresIn(block: PackBlock): readonly string[] {
  switch (block.kind) {
    case 'again':
    case 'figure':
      return [block.figure.drawn.file, ...rowsOf(block.figure.drawn)];
    case 'numbers':
      return block.figures.map(({ id, cell }) => `${id}|${cellText(cell)}`);
    case 'headline':
      return [numbersIn(block.statement)];
    case 'statements':
      return [...block.statements, ...(block.again ?? [])].map(numbersIn).sort();
    default:
      return [];
  }
}

const coversOf = (blocks: readonly PackBlock[]): string =>
  [
    ...new Set(
      blocks.flatMap((block) =>
        block.kind === 'figure' || block.kind === 'again' ? [block.figure.drawn.covers] : []
      )
    )
  ].join('; ');

/** Sixteen hexadecimal digits that change with these texts and with nothing else. */
export const digestOf = (texts: readonly string[]): string =>
  bytesToHex(sha256(utf8ToBytes(texts.join('\n')))).slice(0, 16);

/** The digest of what a chart or table shows on its page: `ui/seen-figure.ts` reads the same off the page. */
export function seenOfTable({ table }: TableFigure): string | undefined {
  const columns = table.columns.filter(({ key }) => key !== table.groupBy);
  const lines = table.rows.map((row) =>
    columns
      .flatMap((column, place) => {
        const shown = cellShown(row, column).replace(/\s+/g, ' ').trim();
        if (place === 0) return [shown];
        if (column.passing === true || /^Range\b/.test(column.label)) return [];
        return [column.kind === 'number' ? shown : numbersInWords(shown)];
      })
      .join('|')
  );
  return lines.length === 0 ? undefined : digestOf(lines);
}

const draftedIn = (block: PackBlock): readonly Resting[] | undefined =>
  block.kind === 'statements' || block.kind === 'figure' ? block.rests : undefined;

/** What drafts rest on: the same of each, whether its sentences stand or words in their place. */
const restsOf = (blocks: readonly PackBlock[]): readonly (Resting & { readonly part: string })[] =>
  [...new Map(blocks.map((block) => [block.part, draftedIn(block) ?? []]))].flatMap(([part, rests]) =>
    rests.map((one) => ({ ...one, part }))
  );

/** Of words that were written where there was no figure. */
const NOTHING: Seen = { covers: '', digest: digestOf([]) };
const isNothing = ({ digest }: Seen): boolean => digest === NOTHING.digest;

/** What is to be kept with words written beside these blocks, whether they hold a figure or none yet. */
export function seenOf(blocks: readonly PackBlock[]): Seen {
  const shown = blocks.filter((block) => draftedIn(block) === undefined);
  const rests = restsOf(blocks.filter((block) => draftedIn(block) !== undefined));
  const figures = [
    ...shown.flatMap(figuresIn),
    ...rests.map((one) => [one.what, one.shown, one.when].join('|'))
  ];
  if (figures.every((text) => text === '')) return NOTHING;
  return {
    covers: coversOf(shown),
    digest: digestOf(figures),
    ...(rests.length === 0 ? {} : { figures: [...rests] })
  };
}

/** Sentences beside figures stand only where they are met first, and tell what those show. */
function ofPart(blocks: readonly PackBlock[], part: string): readonly PackBlock[] {
  const theirs = blocks.filter((block) => block.part === part);
  const drawn = theirs.some(({ kind }) => kind === 'figure' || kind === 'again');
  return theirs.filter((block) => !drawn || block.kind !== 'statements' || block.rests !== undefined);
}

/** What is to be kept with words about several parts: their figures, and those of each. */
export const seenOfParts = (blocks: readonly PackBlock[], parts: readonly string[]): Seen => ({
  ...seenOf(blocks),
  parts: parts.map((part) => ({ part, digest: seenOf(ofPart(blocks, part)).digest }))
});

/** The parts that words were written about and are still about, where that is known. */
function sharedParts(was: Seen, now: Seen): ReadonlyMap<string, boolean> | undefined {
  if (was.parts === undefined || now.parts === undefined) return undefined;
  const before = new Map(was.parts.map(({ part, digest }) => [part, digest]));
  return new Map(
    now.parts.flatMap(({ part, digest }) =>
      before.has(part) ? [[part, before.get(part) === digest] as const] : []
    )
  );
}

/** What is said where the figures are no longer those that were seen: neither all of them nor any that was kept in words. */
export function changedSince(seen: Seen | undefined, now: Seen | undefined): Changed | undefined {
  if (seen === undefined || now === undefined) return undefined;
  if (seen.digest === now.digest) return restsChanged(seen.figures ?? [], now.figures ?? []);
  const shared = sharedParts(seen, now);
  if (shared !== undefined && [...shared.values()].every((isSame) => isSame)) return undefined;
  const only = (text: string): Changed => ({ text, changes: [] });
  if (isNothing(now)) return only('The figures that this was written on are no longer here.');
  if (isNothing(seen)) return only('Figures have come in since this was written: there were none here then.');
  const stillHere = ({ figures = [] }: Seen) =>
    figures.filter(({ part }) => part === undefined || shared?.has(part) !== false);
  const rests = restsChanged(stillHere(seen), stillHere(now));
  if (rests !== undefined) return rests;
  return only(
    seen.covers === now.covers || seen.covers === '' || now.covers === ''
      ? 'Figures beside this have changed since it was written.'
      : `Figures beside this have changed since it was written: they were of ${seen.covers}, and are of ${now.covers}.`
  );
}

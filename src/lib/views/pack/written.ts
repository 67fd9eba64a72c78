/** What was written to the parts of a pack, and whether it was written on the figures that stand there now. */
import { writtenOnOf, type Commentary, type Pack, type PackPart } from '#lib/domain/pack.ts';
import { saysAnything } from '#lib/domain/said.ts';
import { gathered, PLAIN, type Standing } from '#lib/domain/standing.ts';
import type { Changed } from '#lib/words/annual/changed.ts';
import { lacksText, OTHER_FIGURES, WRITTEN_ON } from '#lib/words/pack.ts';
import type { PackBlock, Written } from './model.ts';
import { changedSince, seenOf, seenOfParts, type Seen } from './seen.ts';

/** Whether words to it are about all figures of the section that it stands in. */
const isOfSection = (part: PackPart | undefined): boolean =>
  part?.kind === 'text' || part?.kind === 'heading';

/** The parts whose figures words of a part are about: its own or, for words alone, those of the section it stands in. */
function besideOf(parts: readonly PackPart[], index: number): readonly string[] {
  const part = parts[index];
  if (part === undefined) return [];
  if (!isOfSection(part)) return [part.id];
  const isHeading = (each: PackPart) => each.kind === 'heading';
  const begins = parts.slice(0, index + 1).findLastIndex(isHeading);
  const ends = parts.slice(index + 1).findIndex(isHeading);
  return parts.slice(Math.max(0, begins), ends === -1 ? undefined : index + 1 + ends).map(({ id }) => id);
}

/** What is kept with words written to a part now, so that it is known later whether its figures changed. */
export function seenNow(pack: Pack, part: string, blocks: readonly PackBlock[]): Seen | undefined {
  const at = pack.parts.findIndex(({ id }) => id === part);
  const beside = besideOf(pack.parts, at);
  const theirs = blocks.filter((block) => beside.includes(block.part));
  return isOfSection(pack.parts[at]) ? seenOfParts(theirs, beside) : seenOf(theirs);
}

/** What was written to a part of a pack, where it says anything. */
export const wordsTo = (pack: Pack, commentary: readonly Commentary[], part: string): readonly Commentary[] =>
  commentary.filter((each) => each.pack === pack.id && each.part === part && saysAnything(each.text));

/** Words written to a draft stand in the place of its sentences, with its figures beneath them. */
function withWritten(
  { kind: of }: PackPart,
  blocks: readonly PackBlock[],
  written: readonly PackBlock[]
): readonly PackBlock[] {
  const kept = blocks.filter(({ kind }) => kind !== 'unwritten');
  if (of !== 'draft') return [...kept, ...written];
  const leads = ({ kind }: PackBlock) => kind === 'position' || kind === 'heading';
  return [
    ...kept.filter(leads),
    ...written,
    ...kept.filter((block) => !leads(block) && block.kind !== 'statements')
  ];
}

/** Said where words may tell what the figures here, and whoever may read them, do not. */
function basisOf({ writtenOn }: Commentary, shown: Standing): string | undefined {
  const said = [
    ...(writtenOn?.madeUp === true && !shown.madeUp ? [WRITTEN_ON.madeUp] : []),
    ...(writtenOn?.restricted === true && !shown.restricted ? [WRITTEN_ON.restricted] : []),
    ...(writtenOn === undefined && !shown.restricted ? [WRITTEN_ON.unknown] : [])
  ];
  return said.length === 0 ? undefined : said.join(' ');
}

/** What figures were before is not told where they were, or may have been, others than may be shown here. */
function changedSaid(basis: string | undefined, changed: Changed | undefined): Partial<Written> {
  if (changed === undefined) return {};
  return basis === undefined
    ? { changed: changed.text, changes: changed.changes }
    : { changed: OTHER_FIGURES, changes: [] };
}

/** What must be said of the words of a pack, from the figures that they were written on. */
export const wordsStanding = (pack: Pack, blocks: readonly PackBlock[]): Standing =>
  gathered(
    writtenOnOf(pack),
    ...blocks.map((block) => (block.kind === 'written' ? block.written.on : PLAIN))
  );

/**
 * All blocks in order, with what was written after those of its part. `made` holds the blocks of each part.
 * @param shown what must be said of the figures in them
 */
export function writtenBlocks(
  pack: Pack,
  commentary: readonly Commentary[],
  made: ReadonlyMap<string, readonly PackBlock[]>,
  shown: Standing
): readonly PackBlock[] {
  const all = [...made.values()].flat();
  return pack.parts.flatMap((part): readonly PackBlock[] => {
    const blocks = made.get(part.id) ?? [];
    const words = wordsTo(pack, commentary, part.id);
    const now = words.length === 0 ? undefined : seenNow(pack, part.id, all);
    const written = words.map((words): PackBlock => {
      const { role, date, text } = words;
      const basis = basisOf(words, shown);
      const said: Written = {
        role,
        date,
        text,
        on: writtenOnOf(words),
        ...(basis === undefined ? {} : { basis }),
        ...changedSaid(basis, changedSince(words.seen, now))
      };
      return { kind: 'written', part: part.id, written: said };
    });
    if (part.kind === 'text' && written.length === 0 && part.ask !== undefined)
      return [
        {
          kind: 'unwritten',
          part: part.id,
          ask: part.ask,
          lacks: lacksText(part.ask),
          required: part.required === true
        }
      ];
    return written.length > 0 ? withWritten(part, blocks, written) : blocks;
  });
}

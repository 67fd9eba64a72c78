/** What was written to the parts of a pack, and whether it was written on the figures that stand there now. */
import type { Commentary, Pack, PackPart } from '#lib/domain/pack.ts';
import type { PackBlock, Written } from './model.ts';
import { changedSince, seenOf, type Seen } from './seen.ts';

/** The parts whose figures words of a part are about: its own or, for words alone, those of the section it stands in. */
function besideOf(parts: readonly PackPart[], index: number): readonly string[] {
  const part = parts[index];
  if (part === undefined) return [];
  if (part.kind !== 'text' && part.kind !== 'heading') return [part.id];
  const isHeading = (each: PackPart) => each.kind === 'heading';
  const begins = parts.slice(0, index + 1).findLastIndex(isHeading);
  const ends = parts.slice(index + 1).findIndex(isHeading);
  return parts.slice(Math.max(0, begins), ends === -1 ? undefined : index + 1 + ends).map(({ id }) => id);
}

/** What is kept with words written to a part now, so that it is known later whether its figures changed. */
export function seenNow(pack: Pack, part: string, blocks: readonly PackBlock[]): Seen | undefined {
  const beside = new Set(
    besideOf(
      pack.parts,
      pack.parts.findIndex(({ id }) => id === part)
    )
  );
  return seenOf(blocks.filter((block) => beside.has(block.part)));
}

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

/** All blocks in order, with what was written after those of its part. `made` holds the blocks of each part. */
export function writtenBlocks(
  pack: Pack,
  commentary: readonly Commentary[],
  made: ReadonlyMap<string, readonly PackBlock[]>
): readonly PackBlock[] {
  const all = [...made.values()].flat();
  return pack.parts.flatMap((part): readonly PackBlock[] => {
    const blocks = made.get(part.id) ?? [];
    const words = commentary.filter(
      (each) => each.pack === pack.id && each.part === part.id && each.text.trim() !== ''
    );
    const now = words.length === 0 ? undefined : seenNow(pack, part.id, all);
    const written = words.map(({ role, date, text, seen }): PackBlock => {
      const changed = changedSince(seen, now);
      const said: Written = { role, date, text, ...(changed === undefined ? {} : { changed }) };
      return { kind: 'written', part: part.id, written: said };
    });
    if (part.kind === 'text' && written.length === 0 && part.ask !== undefined)
      return [{ kind: 'unwritten', part: part.id, ask: part.ask, required: part.required === true }];
    return written.length > 0 ? withWritten(part, blocks, written) : blocks;
  });
}

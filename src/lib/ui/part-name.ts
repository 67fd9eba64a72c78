/** What a part of a report is called in the list of its parts. */
import type { Commentary, Pack, PackPart } from '#lib/domain/pack.ts';
import { wordsOf } from '#lib/selection/pack-edit.ts';
import type { OutlineItem } from '#lib/views/pack/outline.ts';
import { withoutSigns } from '#lib/words/markdown.ts';

const LONGEST = 90;

/** The beginning of what was written, without the signs of its setting; HTML as it was typed. */
function firstWords(text: string): string {
  const plain = withoutSigns(text);
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1).trimEnd()}…` : plain;
}

/** A text goes by its own words, and until it has any by what they should say; every other part by its title. */
export function partName(part: PackPart, { name, ask }: OutlineItem, written: string): string {
  if (part.kind !== 'text') return name;
  return written.trim() === '' ? (ask ?? name) : firstWords(written);
}

/** The parts under the names that the list of them shows, for whatever else speaks of them: what is moved, what comes after what. */
export function namedItems(
  items: readonly OutlineItem[],
  pack: Pack,
  commentary: readonly Commentary[]
): readonly OutlineItem[] {
  return items.map((item) => {
    const part = pack.parts.find(({ id }) => id === item.id);
    return part === undefined
      ? item
      : { ...item, name: partName(part, item, wordsOf(commentary, pack, item.id)?.text ?? '') };
  });
}

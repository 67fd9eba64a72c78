/** Changes to a pack while it is put together; nothing given is changed. */
import { writtenOnOf, type Commentary, type Pack, type PackFile, type PackPart } from '#lib/domain/pack.ts';
import { gathered, PLAIN, type Standing } from '#lib/domain/standing.ts';
import { moved } from './agenda-list.ts';
import { isPin, readPin, writePage } from './agenda.ts';

/** The most parts that a pack holds, as `domain/pack.ts` says. */
export const MOST_PARTS = 200;

/** Small letters, digits and single hyphens out of any words; `part` where nothing is left. */
export function idFrom(words: string): string {
  const id = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return id === '' ? 'part' : id;
}

/** An id that no part has yet: `figure`, `figure-2`, `figure-3`. */
export function freshId({ parts }: Pick<Pack, 'parts'>, wanted: string): string {
  const taken = new Set(parts.map(({ id }) => id));
  const base = idFrom(wanted);
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${String(number)}`;
  return id;
}

const placeOf = ({ parts }: Pack, id: string): number => parts.findIndex((part) => part.id === id);

/** The pack with a part one place up or down; the same pack where it cannot go there. */
export function partMoved(pack: Pack, id: string, by: -1 | 1): Pack {
  const at = placeOf(pack, id);
  const parts = moved(pack.parts, at, at + by);
  return parts === pack.parts ? pack : { ...pack, parts: [...parts] };
}

export const partTaken = (pack: Pack, id: string): Pack => ({
  ...pack,
  parts: pack.parts.filter((part) => part.id !== id)
});

/** The pack with a part behind another one; at its end where that is not there. The same pack where it is full. */
export function partPut(pack: Pack, part: PackPart, after: string | undefined): Pack {
  if (pack.parts.length >= MOST_PARTS) return pack;
  const at = after === undefined ? -1 : placeOf(pack, after);
  return { ...pack, parts: pack.parts.toSpliced(at === -1 ? pack.parts.length : at + 1, 0, part) };
}

export const partChanged = (pack: Pack, part: PackPart): Pack => ({
  ...pack,
  parts: pack.parts.map((each) => (each.id === part.id ? part : each))
});

/** What was written about a part; undefined where nothing was. */
export const wordsOf = (
  commentary: readonly Commentary[],
  { id }: Pick<Pack, 'id'>,
  part: string
): Commentary | undefined => commentary.find((each) => each.pack === id && each.part === part);

/** The commentary with these words in the stead of what was said about their part. */
export function withWords(commentary: readonly Commentary[], said: Commentary): readonly Commentary[] {
  const at = commentary.findIndex(({ pack, part }) => pack === said.pack && part === said.part);
  return at === -1 ? [...commentary, said] : commentary.with(at, said);
}

/** The page that a part takes its figures from; undefined for headings and words. */
export function pageOfPart(part: PackPart): string | undefined {
  if ('page' in part) return part.page;
  if (part.kind !== 'figure') return undefined;
  const pin = readPin(part.pin);
  return isPin(pin) ? writePage(pin) : part.pin;
}

/** Whether any part takes figures that a reader loaded. */
export const holdsOwn = ({ parts }: Pack): boolean =>
  parts.some((part) => pageOfPart(part)?.startsWith('own:') === true);

interface Words {
  readonly pack: Pack;
  readonly commentary: readonly Commentary[];
}

const isSaid = ({ text }: Commentary) => text.trim() !== '';

/** What must be said of the words of a pack; of those of which nobody knows it, the strictest. */
export const standingOfWords = ({ pack, commentary }: Words): Standing =>
  gathered(writtenOnOf(pack), ...commentary.filter(isSaid).map(writtenOnOf));

/** What of a pack does not say what figures it was written on: its own words, and parts that were written to. */
export const unknownWords = ({
  pack,
  commentary
}: Words): { readonly own: boolean; readonly parts: readonly string[] } => ({
  own: pack.writtenOn === undefined,
  parts: commentary.flatMap((said) => (said.writtenOn === undefined && isSaid(said) ? [said.part] : []))
});

/** The same words, with what must be said of figures that they were written on besides. */
export const alsoWrittenOn = <T extends Words>(file: T, standing: Standing): T => ({
  ...file,
  pack: { ...file.pack, writtenOn: gathered(writtenOnOf(file.pack), standing) },
  commentary: file.commentary.map((said) => ({ ...said, writtenOn: gathered(writtenOnOf(said), standing) }))
});

/**
 * The words of a pack in a bundle, where those that do not say what they were written on are held to be for whoever the
 * bundle is for. Whoever gives a bundle declares its audience of every file in it, and its notes are published on the same
 * word; an honest public bundle with words typed into its folders by hand would else be marked as restricted.
 *
 * Not so words that tell what was seen beside them. Only the page “Report” writes that, and it always writes on what
 * figures too: where that is missing it was taken out, and a bundle’s word is no answer to where those words were written.
 */
export const asDeclared = <T extends Words>(file: T, bundle: Standing): T => ({
  ...file,
  pack: { ...file.pack, writtenOn: file.pack.writtenOn ?? bundle },
  commentary: file.commentary.map((said) =>
    said.writtenOn === undefined && said.seen === undefined ? { ...said, writtenOn: bundle } : said
  )
});

/** A pack as it is kept: with what was written about the parts that it has. */
export function packFileOf(pack: Pack, commentary: readonly Commentary[]): PackFile {
  const parts = new Set(pack.parts.map(({ id }) => id));
  return {
    format: 'neglect-lens-pack',
    version: 1,
    pack,
    commentary: commentary.filter((each) => each.pack === pack.id && parts.has(each.part) && isSaid(each))
  };
}

/** The parts whose words say in nobody's role that they were written. */
export const withoutRole = ({ commentary }: PackFile): readonly string[] =>
  commentary.filter(({ role }) => role.trim() === '').map(({ part }) => part);

/**
 * A pack of pinned figures, in the order of the agenda.
 * @param titledOn what must be said of the figures that the title was written on
 */
export function packFromPins(title: string, pins: readonly string[], titledOn: Standing): Pack {
  const named = title.trim() === '' ? 'Figures for the meeting' : title.trim().slice(0, 200);
  return {
    id: idFrom(named),
    title: named,
    occasion: '',
    contents: pins.length > 4,
    writtenOn: titledOn,
    parts: pins.slice(0, MOST_PARTS).map((pin, at) => ({
      kind: 'figure',
      id: `figure-${String(at + 1)}`,
      pin,
      statements: true,
      questions: false
    }))
  };
}

/** An empty pack, for one who chooses every part. */
export const emptyPack = (title: string): Pack => ({
  id: idFrom(title),
  title,
  occasion: '',
  contents: true,
  writtenOn: PLAIN,
  parts: []
});

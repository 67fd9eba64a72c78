/** Members of a dimension by their ids, names, codes elsewhere, bands, and what a spreadsheet makes of them. */
import { ALL, type Dimension, type Member } from '#lib/domain/cube.ts';
import { slugOf } from '#lib/domain/area.ts';
import { distinct, MEANS_NOTHING, SpellingBook, type Meaning, type Spelt } from './spelling.ts';
import { bandOf, bandsBehind, sameBand, type Band } from './spelt-range.ts';
import { spellings } from './spellings.ts';

/** What a dimension’s column may hold beside the members of the dictionary. */
export interface LocalMembers {
  readonly members: readonly Meaning[];
  /** True where any id will do, as for indicators. */
  readonly open: boolean;
}

const OPEN_ID = /^[a-z0-9]+([_-][a-z0-9]+)*$/;
const TOTAL: Meaning = { id: ALL, name: 'the total' };

/** Tells what a text in a dimension’s column means. An id is itself, whatever else is spelt so. */
export function memberSpelling(dimension: Dimension, local: LocalMembers): (text: string) => Spelt {
  const members = [...dimension.members, ...local.members];
  const ids = new Map<string, Meaning>([
    [ALL, TOTAL],
    ...members.map(({ id, name }) => [id, { id, name }] as const)
  ]);
  const names = new SpellingBook();
  names.add(ALL, TOTAL);
  for (const { id, name } of members) {
    names.add(id, { id, name });
    names.add(name, { id, name });
  }
  const codes = codesOf(dimension.members);
  const others = othersOf(dimension, ids);
  const bands = dimension.members.flatMap((member) => {
    const band = ownBand(member);
    return band === undefined ? [] : [{ band, meaning: { id: member.id, name: member.name } }];
  });
  const inBands = (wanted: readonly Band[]) =>
    distinct(
      bands.filter(({ band }) => wanted.some((each) => sameBand(band, each))).map(({ meaning }) => meaning)
    );

  const plain = (text: string): readonly Meaning[] => {
    const named = names.of(text);
    if (named.length > 0) return named;
    const coded = distinct([...codes.of(text), ...others.of(text)]);
    if (coded.length > 0) return coded;
    const band = bandOf(text);
    const banded = band === undefined ? [] : inBands([band]);
    return banded.length > 0 ? banded : codes.of(`zeros ${bareNumber(text) ?? ''}`);
  };

  return (text) => {
    const own = ids.get(text);
    if (own !== undefined) return { meanings: [own] };
    if (local.open && OPEN_ID.test(text)) return { meanings: [{ id: text, name: text }] };
    if (text === '' || text.length > 200) return MEANS_NOTHING;
    const found = plain(text);
    if (found.length > 0) return { meanings: found };
    const dated = inBands(bandsBehind(text));
    if (dated.length > 0) return { meanings: dated, dated: true };
    const both = codeWithName(text, codes, plain);
    if (both.length > 0) return { meanings: both };
    return local.open && slugOf(text) !== ''
      ? { meanings: [{ id: slugOf(text), name: text }] }
      : MEANS_NOTHING;
  };
}

/** `01` and `1.0` → `1`: digits as they are left by a spreadsheet that took a code for a number. */
function bareNumber(text: string): string | undefined {
  return /^0*(\d+)(?:\.0+)?$/.exec(text.trim())?.[1];
}

function codesOf(members: readonly Member[]): SpellingBook {
  const book = new SpellingBook();
  for (const { id, name, codes } of members)
    for (const code of Object.values(codes ?? {}).flat()) {
      book.add(code, { id, name });
      const bare = bareNumber(code);
      if (bare !== undefined) book.add(`zeros ${bare}`, { id, name });
    }
  return book;
}

function othersOf(dimension: Dimension, ids: ReadonlyMap<string, Meaning>): SpellingBook {
  const { total, unknown, members } = spellings();
  const book = new SpellingBook();
  const add = (spelt: readonly string[], id: string | undefined) => {
    const meaning = id === undefined ? undefined : ids.get(id);
    if (meaning !== undefined) for (const text of spelt) book.add(text, meaning);
  };
  add(total, ALL);
  add(unknown, dimension.unknown);
  for (const { dimensions, member, spelt } of members)
    if (dimensions.includes(dimension.id)) add(spelt, member);
  return book;
}

function ownBand({ name, from, to }: Member): Band | undefined {
  return from === undefined ? bandOf(name) : { from, to: to ?? Infinity };
}

/** `NEG - Neglect`, `16A: Neglect`: a code with its name, or with words that are no name at all. */
function codeWithName(
  text: string,
  codes: SpellingBook,
  plain: (text: string) => readonly Meaning[]
): readonly Meaning[] {
  const [, code = '', name = ''] =
    /^([A-Za-z0-9]{1,4})\s*[-–:)]?\s+(.*[A-Za-z]{3}.*)$/.exec(text.trim()) ?? [];
  const byCode = code === '' ? [] : codes.of(code);
  if (byCode.length === 0) return [];
  const byName = plain(name);
  const agreed = byCode.filter(({ id }) => byName.some((other) => other.id === id));
  return byName.length === 0 ? byCode : agreed.length > 0 ? agreed : distinct([...byCode, ...byName]);
}

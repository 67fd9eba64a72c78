/** Areas by id, name, former code or the way councils call themselves. */
import type { Area } from '#lib/domain/area.ts';
import { distinct, fold, MEANS_NOTHING, SpellingBook, type Meaning, type Spelt } from './spelling.ts';
import { spellings } from './spellings.ts';

export interface AreaMeaning extends Meaning {
  /** First and last reporting year of its own figures, where it has not always been. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

const COUNCIL =
  /\b(london borough of|royal borough of|city of|county of|city|county|borough|metropolitan|district|unitary|council|authority|corporation|mbc|cc|bc|lb|the)\b/g;

const bare = (text: string) => fold(text).replace(COUNCIL, ' ').replace(/\s+/g, ' ').trim();

/** Tells which areas a text may mean. Two that had one name are told apart by the year, where it is given. */
export function areaSpelling(areas: readonly Area[]): (text: string, year?: number) => Spelt {
  const ids = new Map(areas.map((area) => [area.id, meaningOf(area)]));
  const [names, codes, loose] = [new SpellingBook(), new SpellingBook(), new SpellingBook()];
  for (const area of areas) {
    const meaning = meaningOf(area);
    names.add(area.id, meaning);
    names.add(area.name, meaning);
    names.add(area.slug, meaning);
    for (const { code } of area.codes) codes.add(code, meaning);
    loose.add(bare(area.name), meaning);
  }
  for (const { id, spelt } of spellings().areas) {
    const meaning = ids.get(id);
    if (meaning !== undefined) for (const text of spelt) names.add(text, meaning);
  }
  const written = (text: string): readonly Meaning[] => {
    const found = distinct([...names.of(text), ...codes.of(text)]);
    if (found.length > 0) return found;
    const number = /^0*([1-9]\d*)(?:\.0+)?$/.exec(text)?.[1];
    return number === undefined ? loose.of(bare(text)) : codes.of(number);
  };
  return (text, year) => {
    const own = ids.get(text);
    if (own !== undefined) return { meanings: [own] };
    if (text === '' || text.length > 200) return MEANS_NOTHING;
    const plain = written(text);
    const meanings = plain.length > 0 ? plain : withCode(text, written);
    const then = meanings.filter((meaning) => existed(ids.get(meaning.id), year));
    return { meanings: then.length > 0 ? then : meanings };
  };
}

function meaningOf({ id, name, from, to, codes }: Area): AreaMeaning {
  const years = from !== undefined ? ` from ${from}` : to !== undefined ? ` until ${to}` : '';
  const code = codes.find(({ scheme }) => scheme === 'dfe')?.code;
  return { id, name: years === '' ? name : `${name}${years}, code ${code ?? id}`, from, to };
}

function existed(area: AreaMeaning | undefined, year: number | undefined): boolean {
  if (area === undefined || year === undefined) return true;
  return year >= (area.from ?? -Infinity) && year <= (area.to ?? Infinity);
}

/** `855 Leicestershire`, `Leicestershire (E10000018)`: what both say. */
function withCode(text: string, written: (text: string) => readonly Meaning[]): readonly Meaning[] {
  const [, code1, name1] = /^(\d{3}|[A-Z]\d{8})\s*[-–:]?\s+(.+)$/.exec(text) ?? [];
  const [, name2, code2] = /^(.+?)\s*[-–:(]\s*(\d{3}|[A-Z]\d{8})\)?$/.exec(text) ?? [];
  const [code, name] = [code1 ?? code2, name1 ?? name2];
  if (code === undefined || name === undefined) return [];
  const [byCode, byName] = [written(code), written(name)];
  const agreed = byCode.filter(({ id }) => byName.some((other) => other.id === id));
  return agreed.length > 0 ? agreed : distinct([...byCode, ...byName]);
}

/**
 * How old a reader must be for words: by Flesch-Kincaid (Kincaid and others, 1975), which counts syllables, and by the
 * Automated Readability Index (Smith and Senter, 1967), which counts letters, so that no one way of counting decides alone.
 * Both give a school year of the United States, whose pupils are five years older than its number.
 *
 * What no writer can choose is counted as an easy word, and never as none: a number, and a name of a place however many words
 * it has, as one word of two syllables and six letters; and no word of a term that the page itself explains as more than that.
 * Items of a list parted by semicolons, such as the values of a chart, are read one by one, each as a sentence.
 */
import { syllable } from 'syllable';

export interface Reading {
  readonly words: number;
  readonly sentences: number;
  /** Ages in years. */
  readonly bySyllables: number;
  readonly byLetters: number;
  /** By the harder of the two. */
  readonly age: number;
}

/** What counts as easy in a text: names of places, and words of terms that are explained beside it. */
export interface Easy {
  readonly names: readonly string[];
  readonly terms: readonly string[];
}

const EASY = { syllables: 2, letters: 6 };
const YEARS = 5;
const SENTENCE = /(?<=[.?!][”’)]*)\s+(?=[“(]?[\p{Lu}\d])/u;
const WORD = /[+−-]?[\p{L}\p{N}][\p{L}\p{N}.,’'%]*/gu;

/** Whole sentences, and of a list parted by semicolons its items. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(SENTENCE)
    .flatMap((sentence) => (sentence.split('; ').length > 2 ? sentence.split('; ') : [sentence]))
    .filter((sentence) => countWords(sentence) > 0);
}

export const countWords = (text: string): number => text.match(WORD)?.length ?? 0;

/** `names` and `terms` in whatever case; the longest is found first. */
function anyOf(words: readonly string[]): RegExp {
  const found = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return found.length === 0
    ? /(?!)/g
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${found.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** How hard texts are together, each of them a sentence or more. Throws where there is no word. */
export function readingOf(
  texts: readonly string[],
  { names, terms }: Easy = { names: [], terms: [] }
): Reading {
  const [name, term] = [anyOf(names), anyOf(terms)];
  let [words, sentences, syllables, letters] = [0, 0, 0, 0];
  for (const sentence of texts.flatMap(sentencesOf)) {
    sentences += 1;
    const capped = new Set<number>();
    const plain = sentence.replace(name, (found) => '0'.padEnd(found.length, '0'));
    for (const { index, 0: found } of plain.matchAll(term))
      for (const word of found.matchAll(WORD)) capped.add(index + word.index);
    for (const { index, 0: word } of plain.matchAll(WORD)) {
      const size = {
        syllables: Math.max(1, syllable(word)),
        letters: word.replace(/[^\p{L}\p{N}]/gu, '').length
      };
      const easy = /\d/.test(word);
      words += 1;
      syllables += easy
        ? EASY.syllables
        : capped.has(index)
          ? Math.min(EASY.syllables, size.syllables)
          : size.syllables;
      letters += easy
        ? EASY.letters
        : capped.has(index)
          ? Math.min(EASY.letters, size.letters)
          : size.letters;
    }
  }
  if (words === 0) throw new Error('no words to measure');
  const bySyllables = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59 + YEARS;
  const byLetters = 4.71 * (letters / words) + 0.5 * (words / sentences) - 21.43 + YEARS;
  return { words, sentences, bySyllables, byLetters, age: Math.max(bySyllables, byLetters) };
}

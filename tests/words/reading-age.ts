/** Years of schooling that a text asks for (Flesch and Kincaid), from counts of words, sentences and syllables. */
export function gradeOf(text: string): number {
  const words = text.match(/[A-Za-z’']+/g) ?? [];
  const sentences = text.match(/[^.!?:;]+[.!?:;]?/g)?.filter((part) => /[A-Za-z]/.test(part)) ?? [];
  const syllables = words.reduce((all, word) => {
    const groups = word
      .toLowerCase()
      .replace(/e$/, '')
      .match(/[aeiouy]+/g);
    return all + Math.max(1, groups?.length ?? 0);
  }, 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Names in which a full stop ends no sentence. */
const ABBREVIATED = /\b(?:St|Mr|Ms|Dr|No)\.$/;

/** The first sentence of a text, and the rest; the rest is empty where there is one sentence. */
export function firstSentence(text: string): readonly [first: string, rest: string] {
  for (const { index, 0: gap } of text.matchAll(/(?<=[.!?])\s+(?=[“A-Z0-9])/g)) {
    const first = text.slice(0, index);
    if (!ABBREVIATED.test(first)) return [first, text.slice(index + gap.length)];
  }
  return [text, ''];
}

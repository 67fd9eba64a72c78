/** Gathers the notes of a page as they are first needed, and numbers them in that order. */
export interface NoteBook {
  /** The numbers of these notes; a text that was noted before keeps its number. */
  add(...texts: readonly string[]): readonly number[];
  all(): readonly { readonly number: number; readonly text: string }[];
}

export function noteBook(): NoteBook {
  const texts: string[] = [];
  return {
    add: (...added) =>
      added.map((text) => {
        const at = texts.indexOf(text);
        return at >= 0 ? at + 1 : texts.push(text);
      }),
    all: () => texts.map((text, index) => ({ number: index + 1, text }))
  };
}

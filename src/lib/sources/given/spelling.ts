/** What somebody may have meant by a text: an id of ours, several, or none. */

export interface Meaning {
  readonly id: string;
  /** What it is called in words. */
  readonly name: string;
}

/** `dated` where a spreadsheet took what was typed for a date. */
export interface Spelt {
  readonly meanings: readonly Meaning[];
  readonly dated?: boolean;
}

export const MEANS_NOTHING: Spelt = { meanings: [] };

/** Words alone: without case, accents, apostrophes and marks. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’‘`]/g, '')
    .replace(/[^a-z0-9+<>*%~:]+/g, ' ')
    .trim();
}

/** Each meaning once. */
export function distinct(meanings: readonly Meaning[]): Meaning[] {
  return [...new Map(meanings.map((meaning) => [meaning.id, meaning])).values()];
}

/** Many meanings by their spellings; a spelling that several share has all of them. */
export class SpellingBook {
  readonly #meanings = new Map<string, Meaning[]>();

  add(spelling: string, meaning: Meaning): void {
    const key = fold(spelling);
    if (key === '') return;
    const held = this.#meanings.get(key) ?? [];
    if (held.some(({ id }) => id === meaning.id)) return;
    this.#meanings.set(key, [...held, meaning]);
  }

  of(text: string): readonly Meaning[] {
    return this.#meanings.get(fold(text)) ?? [];
  }
}

/** `a “neglect” (Neglect) or “multiple” (More than one)`: several meanings, for a problem. */
export function inTurn(meanings: readonly Meaning[]): string {
  return meanings.map(({ id, name }) => (name === id ? `“${id}”` : `“${id}” (${name})`)).join(' or ');
}

/** What is worked out for a report once and kept: answers of pages, and drawings. */
import type { Draw } from '#lib/exports/pack-html-parts.ts';
import type { ChartSpec } from '#lib/views/model.ts';

/** Answers by name, each asked for once. */
export class Answers<T> {
  #asked = new Map<string, Promise<T>>();
  #settled = new Set<string>();

  once(name: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#asked.get(name);
    if (known !== undefined) return known;
    const coming = ask().finally(() => {
      if (this.#asked.get(name) === coming) this.#settled.add(name);
    });
    this.#asked.set(name, coming);
    return coming;
  }

  /** How many of these are answered, and how many there are with this one. */
  among(names: readonly string[], name: string): { readonly done: number; readonly all: number } {
    const all = new Set([...names, name]);
    return { done: [...all].filter((each) => this.#settled.has(each)).length, all: all.size };
  }

  forget(which: (name: string) => boolean): void {
    for (const name of [...this.#asked.keys()].filter(which)) {
      this.#asked.delete(name);
      this.#settled.delete(name);
    }
  }
}

/** Draws a chart once for each size and id: a word that was changed draws nothing again. */
export function drawnOnce(draw: Draw): Draw {
  const drawings = new WeakMap<ChartSpec, Map<string, string>>();
  return (spec, size, id) => {
    const known = drawings.get(spec) ?? new Map<string, string>();
    const drawing = known.get(`${size} ${id}`) ?? draw(spec, size, id);
    drawings.set(spec, known.set(`${size} ${id}`, drawing));
    return drawing;
  };
}

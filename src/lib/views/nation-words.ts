/** The words of a page as they are said in the nation whose figures it shows. */
import { saidIn, type Saying } from '#lib/domain/nation.ts';
import { nationOf } from '#lib/sources/nations.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import type { ViewModel } from './model.ts';

/** What the bundle wrote itself, or what is quoted: it stands as it was written. */
const AS_WRITTEN = /^(id|slug|sources|quote|edition|licence|newer|standing|area)$/;

/** Puts the sayings into every sentence and label of an object that is nobody else’s. */
function sayWithin(held: object, sayings: readonly Saying[], theirs: ReadonlySet<string>): void {
  for (const key of Reflect.ownKeys(held)) {
    if (typeof key === 'symbol' || AS_WRITTEN.test(key)) continue;
    const value: unknown = Reflect.get(held, key);
    if (typeof value === 'object' && value !== null) sayWithin(value, sayings, theirs);
    else if (typeof value === 'string' && value.includes(' ') && !theirs.has(value))
      Reflect.set(held, key, saidIn(sayings, value));
  }
}

/** The page in the words of its nation; the same one where they are the usual ones. */
export function inNationsWords(model: ViewModel, { manifest }: Pick<Catalogue, 'manifest'>): ViewModel {
  const sayings = nationOf(manifest.nation)?.sayings ?? [];
  if (sayings.length === 0) return model;
  const said = structuredClone(model);
  sayWithin(
    said,
    sayings,
    new Set([...manifest.notes.map(({ text }) => text), ...manifest.areas.map(({ name }) => name)])
  );
  return manifest.nation === undefined ? said : { ...said, nation: manifest.nation };
}

/** Identifiers of people in what a bundle says about its figures: notes, titles and commentary. */
import type { ProblemList } from './bundle-problem-list.ts';
import { MANIFEST } from './bundle-manifest.ts';
import { textsOf } from './bundle-words.ts';
import type { BundleFiles } from './bundle.ts';
import { identifiersIn, namesSomebody } from './people-words.ts';
import { REWRITE } from './people-refusal.ts';
import { decodeText } from './csv-decode.ts';

/**
 * An error for each kind of identifier in a line of commentary or in a text of bundle.json, and a warning where somebody
 * seems to be named. What was found is never repeated.
 */
export function checkSaid(files: BundleFiles, list: ProblemList): void {
  for (const [path, text] of textsOf(files))
    text.split(/\r?\n|\r/).forEach((line, at) => sayFound(path, { row: at + 1 }, line, list));
  const manifest = files.get(MANIFEST);
  if (manifest === undefined) return;
  for (const [place, text] of stringsIn(parsed(decodeText(manifest, MANIFEST).text ?? '')))
    if (!/url$/i.test(place)) sayFound(MANIFEST, { column: place }, text, list);
}

type Place = { readonly row: number } | { readonly column: string };

function sayFound(file: string, place: Place, text: string, list: ProblemList): void {
  for (const kind of identifiersIn(text))
    list.error('identifier-in-words', file, () => ({
      ...place,
      message: `the text holds ${kind}`,
      remedy: REWRITE
    }));
  if (namesSomebody(text))
    list.warning('person-named', file, () => ({
      ...place,
      message: 'the text seems to call somebody by a title and a name',
      remedy: 'Write the role instead, unless it is the title of a published report.'
    }));
}

function parsed(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text);
    return data;
  } catch {
    return undefined;
  }
}

/** Every text that may have been written by hand, with its path. */
function* stringsIn(data: unknown, path = ''): Generator<readonly [string, string]> {
  if (typeof data === 'string' && data.length >= 6) yield [path, data];
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    const step = Array.isArray(data) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    yield* stringsIn(value, step);
  }
}

/** Words that travel with a bundle’s figures and go along as they are. */
import type { BundleFiles } from './bundle.ts';
import { decodeText } from './csv-decode.ts';

/** Commentary and packs, among the files of a bundle. */
export function wordFiles(files: BundleFiles): BundleFiles {
  return new Map([...files].filter(([path]) => /^(commentary\/[^/]+\.md|packs\/[^/]+\.json)$/i.test(path)));
}

/** The text of each, by file. */
export function textsOf(files: BundleFiles): ReadonlyMap<string, string> {
  return new Map(
    [...wordFiles(files)].map(([path, content]) => [path, decodeText(content, path).text ?? ''])
  );
}

/** Packs in files of their own: JSON, with what was written about their parts. */
import { Pack, PackFile } from '#lib/domain/pack.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { schemaProblems } from './bundle-schema-problems.ts';

/** A pack with all its words is far smaller. */
export const LARGEST_PACK = 4_000_000;

export type PackReading =
  /** `whole`: with what was written about its parts, as the page “Report” saves it; else a pack of a bundle. */
  | { readonly file: PackFile; readonly whole: boolean; readonly problems: readonly Problem[] }
  | { readonly file?: undefined; readonly problems: readonly Problem[] };

const problem = (file: string, message: string, remedy: string): PackReading => ({
  problems: [{ severity: 'error', rule: 'not-a-pack', file, message, remedy }]
});

const FROM_REPORT = 'Choose a file that the page “Report” saved, or one of the folder packs of a bundle.';

/** The same pack with nothing in it that its schema does not know; what is wrong with it otherwise. Never throws. */
export function readPackFile(text: string, name: string): PackReading {
  if (text.length > LARGEST_PACK) return problem(name, 'the file is too large to be a pack', FROM_REPORT);
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return problem(name, 'the file is not JSON that can be read', FROM_REPORT);
  }
  if (typeof data !== 'object' || data === null || !('format' in data || 'parts' in data))
    return problem(name, 'the file holds no pack', FROM_REPORT);
  if (!('format' in data)) {
    const pack = Pack.safeParse(data);
    return pack.success
      ? {
          file: { format: 'neglect-lens-pack', version: 1, pack: pack.data, commentary: [] },
          whole: false,
          problems: []
        }
      : { problems: schemaProblems(name, pack.error, data) };
  }
  const file = PackFile.safeParse(data);
  return file.success
    ? { file: file.data, whole: true, problems: [] }
    : { problems: schemaProblems(name, file.error, data) };
}

export const writePackFile = (file: PackFile): string => `${JSON.stringify(file, null, 2)}\n`;

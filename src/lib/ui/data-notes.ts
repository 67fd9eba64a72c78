import type { BundleManifest } from '#lib/domain/bundle.ts';

/** What one note says, with the titles of the tables it is about; none where it is about all of them. */
export interface SaidNote {
  readonly text: string;
  readonly tables: readonly string[];
}

/**
 * Every note of a bundle once, in its order: the same words for several tables name them all, and what is about one
 * area alone stands together.
 */
export function groupNotes(
  manifest: Pick<BundleManifest, 'notes' | 'tables'>
): readonly (readonly SaidNote[])[] {
  const titles = new Map(manifest.tables.map(({ id, title }) => [id, title]));
  const groups = new Map<string, Map<string, string[]>>();
  for (const { text, table, areas } of manifest.notes) {
    const only = areas?.length === 1 ? areas[0] : undefined;
    const key = only ?? text;
    const texts = groups.get(key) ?? new Map<string, string[]>();
    groups.set(key, texts);
    const tables = texts.get(text) ?? [];
    texts.set(text, tables);
    const title = table === undefined ? undefined : (titles.get(table) ?? table);
    if (title !== undefined && !tables.includes(title)) tables.push(title);
  }
  return [...groups.values()].map((texts) => [...texts].map(([text, tables]) => ({ text, tables })));
}

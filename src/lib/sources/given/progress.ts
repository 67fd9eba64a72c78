/** How far the reading of given files is. */

export interface GivenProgress {
  /** From 0 to 1. */
  readonly part: number;
  readonly words: string;
}

/** Says that this much of a file was read. */
export type Say = (file: string, part: number) => void;

/** Progress over files of these sizes, read one after another. */
export function progressOver(
  sizes: ReadonlyMap<string, number>,
  onProgress: (progress: GivenProgress) => void
): Say {
  const total = Math.max(
    1,
    [...sizes.values()].reduce((sum, size) => sum + size, 0)
  );
  const parts = new Map<string, number>();
  return (file, part) => {
    parts.set(file, part);
    const done = [...parts].reduce((sum, [name, own]) => sum + own * (sizes.get(name) ?? 0), 0);
    onProgress({ part: Math.min(1, done / total), words: `Reading ${file}` });
  };
}

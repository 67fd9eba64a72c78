/** The pack that a reader puts together, kept in this tab of the browser so that a page loaded anew loses nothing. */
import type { PackFile } from '#lib/domain/pack.ts';
import { z } from '#lib/domain/zod.ts';
import { holdsOwn } from '#lib/selection/pack-edit.ts';
import { readPackFile } from '#lib/sources/pack-file.ts';

const KEPT = 'neglect-lens-report';
const UNSAVED = 'neglect-lens-report-unsaved';
const RESTORED = 'neglect-lens-report-restored';

const Restored = z.array(z.object({ part: z.string(), notice: z.string() }));
/** A part that was put back into the pack with nothing written to it, and the sentence that says so. */
export type Restored = z.infer<typeof Restored>[number];

export interface KeptPack {
  readonly file: PackFile;
  /** Whether words were written that are in no file yet. */
  readonly unsaved: boolean;
  readonly restored: readonly Restored[];
}

/** What this tab holds; undefined where it holds none, or the browser keeps nothing. */
export function keptPack(): KeptPack | undefined {
  try {
    const text = sessionStorage.getItem(KEPT);
    const { file } = text === null ? {} : readPackFile(text, KEPT);
    if (file === undefined) return undefined;
    const restored = Restored.safeParse(JSON.parse(sessionStorage.getItem(RESTORED) ?? '[]'));
    return {
      file,
      unsaved: sessionStorage.getItem(UNSAVED) !== null,
      restored: restored.data ?? []
    };
  } catch {
    return undefined;
  }
}

/** False where the browser keeps nothing, or has no room. */
export function keepPack({ file, unsaved, restored }: KeptPack): boolean {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(file));
    if (unsaved) sessionStorage.setItem(UNSAVED, 'yes');
    else sessionStorage.removeItem(UNSAVED);
    if (restored.length > 0) sessionStorage.setItem(RESTORED, JSON.stringify(restored));
    else sessionStorage.removeItem(RESTORED);
    return true;
  } catch {
    return false;
  }
}

export function dropPack(): void {
  try {
    sessionStorage.removeItem(KEPT);
    sessionStorage.removeItem(UNSAVED);
    sessionStorage.removeItem(RESTORED);
  } catch {
    // A browser that keeps nothing has nothing to let go of.
  }
}

/** Lets go of a pack that takes figures which were loaded and are forgotten now. */
export function dropOwnPack(): void {
  const kept = keptPack();
  if (kept !== undefined && holdsOwn(kept.file.pack)) dropPack();
}

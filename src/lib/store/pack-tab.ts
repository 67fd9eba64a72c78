/** The pack that a reader puts together, kept in this tab of the browser so that a page loaded anew loses nothing. */
import type { PackFile } from '#lib/domain/pack.ts';
import { holdsOwn } from '#lib/selection/pack-edit.ts';
import { readPackFile } from '#lib/sources/pack-file.ts';

const KEPT = 'neglect-lens-report';
const UNSAVED = 'neglect-lens-report-unsaved';

export interface KeptPack {
  readonly file: PackFile;
  /** Whether words were written that are in no file yet. */
  readonly unsaved: boolean;
}

/** What this tab holds; undefined where it holds none, or the browser keeps nothing. */
export function keptPack(): KeptPack | undefined {
  try {
    const text = sessionStorage.getItem(KEPT);
    const { file } = text === null ? {} : readPackFile(text, KEPT);
    return file === undefined ? undefined : { file, unsaved: sessionStorage.getItem(UNSAVED) !== null };
  } catch {
    return undefined;
  }
}

/** False where the browser keeps nothing, or has no room. */
export function keepPack({ file, unsaved }: KeptPack): boolean {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(file));
    if (unsaved) sessionStorage.setItem(UNSAVED, 'yes');
    else sessionStorage.removeItem(UNSAVED);
    return true;
  } catch {
    return false;
  }
}

export function dropPack(): void {
  try {
    sessionStorage.removeItem(KEPT);
    sessionStorage.removeItem(UNSAVED);
  } catch {
    // A browser that keeps nothing has nothing to let go of.
  }
}

/** Lets go of a pack that takes figures which were loaded and are forgotten now. */
export function dropOwnPack(): void {
  const kept = keptPack();
  if (kept !== undefined && holdsOwn(kept.file.pack)) dropPack();
}

/** A bundle out of files as a reader gives them, and everything that is wrong with it, where the reader wrote it. */
import type { Problem } from '#lib/domain/problem.ts';
import type { Bundle, BundleFiles } from '../bundle.ts';
import { readBundle, tidyFiles } from '../bundle-read.ts';
import { toldOnce } from './told-once.ts';
import { checkField, type FieldContext } from '../rules/rules.ts';
import { givenBundle, type GivenContext, type GivenFile, type GivenFiles, type Preview } from './given.ts';

export interface ReadContext extends GivenContext {
  /** Given where somebody who knows the field is to be asked too: what they find wrong is an error as any other. */
  readonly field?: FieldContext;
}

export interface ReadGiven extends Pick<GivenFiles, 'recognised' | 'placed'> {
  /** Absent where anything is an error. */
  readonly bundle?: Bundle;
  /** The files of the bundle, without what file systems leave behind. */
  readonly files: BundleFiles;
  /** Errors and warnings, at the places that the reader knows. */
  readonly problems: readonly Problem[];
  /** The written rows of the first so many problems, in their order. */
  readonly previews: (most: number) => readonly (Preview | undefined)[];
}

/** Reads what was given as one bundle, against the dictionary of cubes. Never throws on what the files hold. */
export function readGiven(given: readonly GivenFile[], { field, ...context }: ReadContext): ReadGiven {
  const { problems: raw, recognised, placed, preview, ...gathered } = givenBundle(given, context);
  const files = tidyFiles(gathered.files);
  const nothing = files.size === 0 && hasErrors(raw);
  const { bundle, problems } = nothing ? { problems: [] } : readBundle(files, context.cubes);
  const asked = bundle === undefined || field === undefined ? [] : checkField(bundle, field);
  const read = [...problems, ...asked];
  const all = toldOnce([
    ...raw.map((problem) => ({ problem, at: problem })),
    ...read.map((each) => ({ problem: placed(each), at: each }))
  ]);
  const told = all.map(({ problem }) => problem);
  return {
    ...(bundle === undefined || hasErrors(told) ? {} : { bundle }),
    files,
    problems: told,
    recognised,
    placed,
    previews: (most) => all.slice(0, most).map(({ at }) => preview(at))
  };
}

const hasErrors = (problems: readonly Problem[]) => problems.some(({ severity }) => severity === 'error');

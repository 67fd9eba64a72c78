/** What the pages of a draft say, apart from what words/disclosure.ts says of releases and leaks. */
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { standingOf } from '#lib/domain/standing.ts';
import { writeCsv } from '#lib/sources/csv.ts';
import type { Recognised } from '#lib/sources/given/given.ts';
import type { NoRelease, Progress, ReadBundle, SafeRelease } from '#lib/store/draft-messages.ts';
import { namesOf, stageInWords, type Names } from '#lib/words/disclosure.ts';
import { markedFile } from '#lib/words/standing.ts';
import type { Loaded } from './protect-journey.svelte.ts';

const count = (number: number) => number.toLocaleString('en-GB');

/** `3 problems`, `1 problem`. */
export const counted = (number: number, one: string, many = `${one}s`) =>
  `${count(number)} ${number === 1 ? one : many}`;

/** What is being done, for eyes and ears. */
export function progressText({ stage, done, of }: Progress): string {
  if (stage === 'reading') return 'Reading the files.';
  return stageInWords({ stage, done: Math.round(done), of: of > 1 ? of : 0 });
}

/** What a spelling was read as; with its code where the file is a table of codes, and not where it is a sheet of words. */
export function readAs({ name, to, file }: Pick<Recognised, 'name' | 'to' | 'file'>): string {
  return to === '' || to === name || file.includes(' › ') ? name : `${name} (${to})`;
}

/** `1 minute 5 seconds`. */
export function timeText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const rest = counted(seconds % 60, 'second');
  return minutes === 0 ? rest : `${counted(minutes, 'minute')} ${rest}`;
}

/** Names for everything that a draft and what it is held against can speak of. */
export function draftNames(loaded: Loaded, others: readonly ReadBundle[]): Names {
  const all = [loaded.bundle, ...others, ...(loaded.official === undefined ? [] : [loaded.official])];
  return namesOf(
    all.map(({ manifest, cubes }) => ({ manifest, cubes: new Map(cubes.map((cube) => [cube.id, cube])) }))
  );
}

/** Every problem as a file for a spreadsheet. */
export function problemsCsv(problems: readonly Problem[]): string {
  return writeCsv(
    ['severity', 'file', 'row', 'column', 'value', 'problem', 'what to do'],
    problems.map(({ severity, file, row, column, value, message, remedy }) => [
      severity,
      file,
      row ?? '',
      column ?? '',
      value ?? '',
      message,
      remedy
    ])
  );
}

/** The name of the file that is saved. A restricted or made-up one says so before anything else. */
export function fileNameOf({ manifest }: Pick<SafeRelease, 'manifest'>): string {
  const name = `${manifest.id}-${manifest.disclosure?.release ?? 'protected'}.zip`;
  return markedFile(name, standingOf(manifest));
}

/** A rule that could be relaxed so that something may be published. */
export interface Relaxation {
  readonly label: string;
  readonly settings: DisclosureSettings;
}

/** The rules that stand in the way, each with the settings that let go of it; the likeliest first. */
export function relaxationsOf(
  refusal: NoRelease,
  settings: DisclosureSettings,
  names: Names
): readonly Relaxation[] {
  if (refusal.outcome !== 'no safe set') return [];
  const own = (change: Partial<DisclosureSettings>) => ownRules({ ...settings, ...change });
  const tables = new Set(refusal.keep.map((id) => id.split('|')[0] ?? ''));
  const named = settings.keep.filter(({ table }) => tables.has(table));
  if (named.length > 0)
    return named.map(({ table }) => ({
      label: `Let the totals of ${names.table(table)} be withheld`,
      settings: own({ keep: settings.keep.filter((each) => each.table !== table) })
    }));
  const less = Math.floor(settings.minimumWidth / 2);
  const relaxed: readonly (Relaxation | undefined)[] = [
    settings.keep.length > 0
      ? { label: 'Let every total be withheld', settings: own({ keep: [] }) }
      : undefined,
    settings.minimumWidth > 1
      ? {
          label: `Ask only that the highest possible number is ${less} more than the lowest`,
          settings: own({ minimumWidth: less })
        }
      : undefined,
    settings.smallGroup > 0
      ? {
          label: 'Let it be shown that all or none of a small group is something',
          settings: own({ smallGroup: 0 })
        }
      : undefined
  ];
  return relaxed.filter((each) => each !== undefined);
}

/** Rules that are no preset any more. */
export function ownRules(settings: DisclosureSettings): DisclosureSettings {
  return {
    ...settings,
    id: 'own',
    name: 'Rules of our own',
    about: 'Rules that this partnership chose for itself.'
  };
}

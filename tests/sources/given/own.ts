/** Files of a reader’s own, and what becomes of them. */
import { readFileSync } from 'node:fs';
import { Area } from '#lib/domain/area.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { z } from '#lib/domain/zod.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { givenBundle, type GivenFiles, type Recognised } from '#lib/sources/given/given.ts';
import { cubes } from '../../fixtures/bundles/small-bundle.ts';

export { cubes };

/** Official areas, as the site has them. */
export const areas = z
  .object({ areas: z.array(Area) })
  .parse(JSON.parse(readFileSync('data/published/bundle.json', 'utf8'))).areas;

export const ABOUT = [
  'key,value',
  'title,Neglect in our area',
  'publisher,Our partnership',
  'audience,restricted',
  'supplied on,2024-07-15'
].join('\n');

export const HEADER = 'area,period,measure,age,value,status,flags';

type Content = string | Uint8Array;

export const bytesOf = (content: Content) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

export function give(
  files: Readonly<Record<string, Content>>,
  official: readonly Area[] = areas
): GivenFiles {
  return givenBundle(
    Object.entries(files).map(([path, content]) => ({ path, content: bytesOf(content) })),
    { cubes, areas: official }
  );
}

export interface Loaded {
  readonly bundle: Bundle | undefined;
  readonly given: GivenFiles;
  /** Errors, from the reading of the files and of the bundle. */
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly rules: readonly string[];
  readonly recognised: readonly Recognised[];
}

/** Gives files and reads what they came to, as every caller does. */
export function load(files: Readonly<Record<string, Content>>, official: readonly Area[] = areas): Loaded {
  const given = give(files, official);
  const read = given.files.size === 0 ? { problems: [] } : readBundle(given.files, cubes);
  const problems = [...given.problems, ...read.problems.map((problem) => given.placed(problem))];
  const errors = problems.filter(({ severity }) => severity === 'error');
  return {
    bundle: errors.length > 0 || !('bundle' in read) ? undefined : read.bundle,
    given,
    errors,
    warnings: problems.filter(({ severity }) => severity === 'warning'),
    rules: errors.map(({ rule }) => rule),
    recognised: given.recognised
  };
}

/** One table of plans by age, with what is said of it. */
export function loadPlans(...lines: readonly string[]): Loaded {
  return load({ 'about.csv': ABOUT, 'plans.csv': [HEADER, ...lines].join('\n') });
}

/** `area period measure members value` of every figure, for short. */
export function figures({ bundle }: Loaded): string[] {
  return (bundle?.tables ?? []).flatMap(({ observations }) =>
    observations.map(({ area, period, measure, members, cell }) =>
      [area, period, measure, ...members, cell.kind === 'known' ? String(cell.value) : cell.reason].join(' ')
    )
  );
}

/** `from → to` of what was recognised. */
export function said({ recognised }: Pick<Loaded, 'recognised'>): string[] {
  return recognised.map(({ from, to }) => `${from} → ${to}`);
}

import { count } from './dfe-grouping.ts';
import { missingColumns } from './dfe-match.ts';
import type { UnknownValue } from './dfe-observations.ts';
import type { Release } from './dfe-release.ts';
import { DFE_TABLES } from './dfe-tables.ts';

/**
 * What the views will lack of a release, one line a thing, tables for areas first; empty where everything was found
 * and read.
 */
export function lackingIn(
  release: Release,
  mids: readonly number[],
  years: readonly number[],
  unknown: readonly UnknownValue[]
): string[] {
  const tables = DFE_TABLES.toSorted(
    (a, b) => Number(a.reach === 'england') - Number(b.reach === 'england')
  ).flatMap((dfe) => {
    const read = release.tables.find((table) => table.dfe === dfe);
    return dfe.outputs.flatMap((output) => {
      if (read === undefined) return [`${output.title} (no file holds table ${dfe.code})`];
      const names = missingColumns(read.file, dfe, output).map((spec) => spec.spellings[0] ?? '');
      return names.length === 0
        ? []
        : [`${output.title}: ${names.join(', ')} (not among the columns of ${read.file.name})`];
    });
  });
  const without = years.filter((year) => !mids.includes(year - 1));
  const rates =
    without.length === 0
      ? []
      : [`Rates per 10,000 children of ${without.join(', ')} (no estimate of the population)`];
  const cells = unknown.reduce((sum, { times }) => sum + times, 0);
  const unread =
    cells === 0 ? [] : [`${count(cells)} ${cells === 1 ? 'figure' : 'figures'} that could not be read`];
  return [...tables, ...rates, ...unread];
}

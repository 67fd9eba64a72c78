import { readdirSync, readFileSync } from 'node:fs';
import { ProblemsError } from '#lib/domain/problem.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { parseCubes } from '#lib/sources/cubes.ts';
import { GeographyChanges } from '#lib/sources/dfe-changes.ts';
import type { RawFile } from '#lib/sources/dfe-file.ts';
import { importDfe, type ImportInput } from '#lib/sources/dfe-import.ts';

const ROOT = new URL('../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

export const CUBES = parseCubes(
  Object.fromEntries(
    readdirSync(new URL('data/cubes/', ROOT))
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, text(`data/cubes/${name}`)])
  )
);

export const CHANGES = GeographyChanges.parse(JSON.parse(text('data/geography/changes.json')));

/** The texts of the small release under `tests/fixtures/dfe/release`, by file name. */
export function smallRelease(): Map<string, string> {
  const folder = 'tests/fixtures/dfe/release/';
  const names = readdirSync(new URL(folder, ROOT)).toSorted();
  return new Map(names.map((name) => [name, text(folder + name)]));
}

export function raw(name: string, content: string): RawFile {
  return { name, bytes: new TextEncoder().encode(content) };
}

export function importTexts(
  texts: ReadonlyMap<string, string>,
  more: Partial<Pick<ImportInput, 'neighbours' | 'population' | 'ages' | 'newer'>> = {}
) {
  const files = [...texts].map(([name, content]) => raw(name, content));
  return importDfe({ files, changes: CHANGES, cubes: CUBES, ...more });
}

/** Rules of the errors an import stops with; empty where it does not stop. */
export function rulesOf(
  texts: ReadonlyMap<string, string>,
  more: Parameters<typeof importTexts>[1] = {}
): string[] {
  try {
    importTexts(texts, more);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return [...new Set(error.problems.map(({ rule }) => rule))];
  }
}

export function rowsOf(bundle: Bundle, table: string): readonly Observation[] {
  return bundle.tables.find((known) => known.table.id === table)?.observations ?? [];
}

/** One value of a table, or the reason why there is none, or undefined where there is no row. */
export function valueOf(
  bundle: Bundle,
  table: string,
  key: { area: string; period: string; measure: string; members?: readonly string[] }
): number | string | undefined {
  const found = rowsOf(bundle, table).find(
    (row) =>
      row.area === key.area &&
      row.period === key.period &&
      row.measure === key.measure &&
      row.members.join() === (key.members ?? []).join()
  );
  if (found === undefined) return undefined;
  return found.cell.kind === 'known' ? found.cell.value : found.cell.reason;
}

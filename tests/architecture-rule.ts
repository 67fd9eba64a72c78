import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** The pipeline: a file may import from its own folder and from those before it. */
export const FOLDERS = [
  'domain',
  'selection',
  'stats',
  'disclosure',
  'sources',
  'db',
  'store',
  'queries',
  'indicators',
  'words',
  'views',
  'charts',
  'exports',
  'ui'
];

export interface Source {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every file of these kinds under a folder. */
export function readSources(root: string, folder: string, kinds: RegExp): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && kinds.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: file
        .slice(root.length + 1)
        .split('\\')
        .join('/'),
      text: readFileSync(file, 'utf8')
    }))
    .sort((a, b) => a.path.localeCompare(b.path));
}

/** What a file imports, statically, dynamically, as types or by glob, as it is written there. */
export function importsOf({ path, text }: Source): string[] {
  const code = path.endsWith('.svelte') ? scriptsOf(text) : text;
  const globs = [...code.matchAll(/import\.meta\.glob(?:<[^(]*>)?\(([^)]*)\)/g)].flatMap(([, args]) =>
    [...(args ?? '').matchAll(/['"`]!?([^'"`]+\/[^'"`]*)['"`]/g)].map(([, glob]) => glob ?? '')
  );
  const found = ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
  return [...found, ...globs];
}

const scriptsOf = (svelte: string) =>
  [...svelte.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code ?? '').join('\n');

/** The path an import leads to where it is one of ours, by the `imports` of package.json. */
export function target(from: string, specifier: string, aliases: Record<string, string[]>): string[] {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return [posix.normalize(posix.join(posix.dirname(from), bare))];
  if (bare.startsWith('/')) return [bare.slice(1)];
  if (bare.startsWith('$lib')) return [bare.replace('$lib', 'src/lib')];
  return Object.entries(aliases).flatMap(([alias, paths]) => {
    if (alias === bare) return paths;
    if (!alias.endsWith('*') || !bare.startsWith(alias.slice(0, -1))) return [];
    return paths.map((path) => path.replace('*', bare.slice(alias.length - 1)));
  });
}

const folderOf = (path: string) => /^src\/lib\/([^/]+)\//.exec(path)?.[1];

/**
 * Every import under src/lib that points down the pipeline, out of src/lib, or at a package its folder may not use;
 * one sentence each.
 */
export function importProblems(sources: readonly Source[], aliases: Record<string, string[]>): string[] {
  return sources.flatMap((source) => {
    const folder = folderOf(source.path);
    const rank = FOLDERS.indexOf(folder ?? '');
    if (folder === undefined || rank < 0) return [`${source.path} is in no folder of the pipeline`];
    return importsOf(source).flatMap((specifier) => {
      const paths = target(source.path, specifier, aliases);
      if (paths.length === 0) return packageProblems(source.path, folder, specifier);
      return paths.flatMap((path) => {
        if (!path.startsWith('src/'))
          return /^(data|static)\//.test(path) ? [] : [`${source.path} imports ${path}`];
        const other = FOLDERS.indexOf(folderOf(path) ?? '');
        return other >= 0 && other <= rank
          ? []
          : [`${source.path} imports ${path}, which comes after ${folder}`];
      });
    });
  });
}

function packageProblems(path: string, folder: string, specifier: string): string[] {
  if (folder === 'domain' && specifier !== 'zod')
    return [`${path} imports ${specifier}; domain may import zod only`];
  if (specifier.startsWith('@duckdb/') && folder !== 'db')
    return [`${path} imports ${specifier}; only db may import DuckDB`];
  return [];
}

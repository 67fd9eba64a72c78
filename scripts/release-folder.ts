import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Problem, ProblemsError } from '#lib/domain/problem.ts';
import type { RawFile } from '#lib/sources/dfe-file.ts';

/** A release as a download of it unpacks: its CSV files, and the names of everything else there. */
export interface ReleaseFolder {
  readonly files: readonly RawFile[];
  readonly others: readonly string[];
}

const LITTER = /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini|~\$[^/]*)(\/|$)/i;

/**
 * Every CSV file in a folder and the folders in it.
 * @throws {ProblemsError} where it is no folder, or naming every file that may not be read.
 */
export function readReleaseFolder(folder: string): ReleaseFolder {
  if (!existsSync(folder)) throw refused([problemOf(folder, 'there is no such folder')]);
  if (!statSync(folder).isDirectory())
    throw refused([
      isZip(folder)
        ? problemOf(
            folder,
            'the file is a zip, and a folder is needed',
            'Unzip it first, and give the folder that it makes'
          )
        : problemOf(
            folder,
            'a folder is needed, and this is a file',
            'Give the folder that holds the CSV files of the release'
          )
    ]);
  const names = namesIn(folder).filter((name) => !LITTER.test(name));
  const problems: Problem[] = [];
  const files = names.filter(isCsv).flatMap((name) => {
    try {
      return [{ ...readRaw(join(folder, name)), name }];
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      problems.push(...error.problems.map((found) => ({ ...found, file: name })));
      return [];
    }
  });
  if (problems.length > 0) throw refused(problems);
  return { files, others: names.filter((name) => !isCsv(name)) };
}

/** @throws {ProblemsError} where there is no such file, or it may not be read. */
export function readRaw(path: string): RawFile {
  if (!existsSync(path)) throw refused([problemOf(path, 'there is no such file')]);
  if (!statSync(path).isFile())
    throw refused([problemOf(path, 'a file is needed, and this is a folder', 'Give the CSV file inside it')]);
  try {
    return { name: basename(path), bytes: readFileSync(path) };
  } catch (error) {
    throw unreadable(path, error);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() ?? false)
      .map((name) => name.replaceAll('\\', '/'))
      .toSorted();
  } catch (error) {
    throw unreadable(folder, error);
  }
}

const isCsv = (name: string) => /\.csv$/i.test(name);
const isZip = (name: string) => /\.zip$/i.test(name);

function unreadable(path: string, error: unknown): ProblemsError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const refusal = code === 'EACCES' || code === 'EPERM';
  const message = refusal ? 'you may not read it' : `it could not be read (${code || String(error)})`;
  const remedy = refusal
    ? 'Ask for the right to, or copy it to a place of your own'
    : 'Copy it to a place of your own';
  return refused([{ ...problemOf(path, message, remedy), rule: 'unreadable' }]);
}

function problemOf(file: string, message: string, remedy = 'Check how it is spelled'): Problem {
  return { severity: 'error', rule: 'not-there', file, message, remedy };
}

function refused(problems: readonly Problem[]): ProblemsError {
  return new ProblemsError('the release cannot be imported', problems);
}

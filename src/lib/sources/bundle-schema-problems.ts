import type { z } from 'zod';
import type { Problem } from '#lib/domain/problem.ts';

type Path = readonly PropertyKey[];

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).find(([name]) => name === String(key))?.[1];
  }, data);
}

/** A list or an object is not repeated: whatever it holds, it is not one value. */
function shown(value: unknown): string | undefined {
  if (value === undefined || (typeof value === 'object' && value !== null)) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** `areas[3].slug`, as the reader of a JSON file would write the place. */
export function placeOf(path: Path): string {
  return path.reduce<string>(
    (place, key) =>
      typeof key === 'number' ? `${place}[${key}]` : place === '' ? String(key) : `${place}.${String(key)}`,
    ''
  );
}

/** The name that an object on the way to the place goes by, so that entry 117 of a list can be found. */
function nameOnTheWay(data: unknown, path: Path): string {
  for (let depth = path.length - 1; depth > 0; depth -= 1) {
    const id = valueAt(data, [...path.slice(0, depth), 'id']);
    if (typeof id === 'string') return ` (of “${id}”)`;
  }
  return '';
}

function remedyOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'Correct its spelling or take it out.';
    case 'invalid_value':
      return `Write one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return 'Fill it in.';
    default:
      return 'Correct it and load the file again.';
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'words',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object'
};

/** What is wrong, in words of ours: those of the schema are for programmers. Its own rules have their words already. */
function wrongText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `it should be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return 'it is none of the words that may stand here';
    case 'too_small':
      return issue.origin === 'string'
        ? 'it is empty or too short'
        : `it is less than ${String(issue.minimum)}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `it is longer than ${String(issue.maximum)} letters`
        : `it is more than ${String(issue.maximum)}`;
    case 'invalid_union':
      return 'it is of no kind that may stand here';
    case 'invalid_format':
      return issue.message.startsWith('Invalid') ? 'it is not written as it should be' : issue.message;
    default:
      return issue.message;
  }
}

/** What a schema has against a JSON file: the path stands as the column. */
export function schemaProblems(file: string, error: z.ZodError, data: unknown, under: Path = []): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const path = [...under, ...issue.path];
    const name = nameOnTheWay(data, path);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        severity: 'error',
        rule: 'unknown-key',
        file,
        column: placeOf([...path, key]),
        value: key,
        message: `the key is not part of the format${name}`,
        remedy: remedyOf(issue)
      }));
    const value = valueAt(data, path);
    const text = shown(value);
    return [
      {
        severity: 'error',
        rule: value === undefined ? 'missing-key' : 'bad-value',
        file,
        column: placeOf(path),
        ...(text === undefined ? {} : { value: text }),
        message: `${value === undefined ? 'it is missing' : wrongText(issue)}${name}`,
        remedy: value === undefined ? 'Add it.' : remedyOf(issue)
      }
    ];
  });
}

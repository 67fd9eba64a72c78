import type { Problem } from '#lib/domain/problem.ts';
import type { UnknownValue } from './dfe-observations.ts';

const SHOWN = 3;

/** `3 of 1,967`-style numbers in the report. */
export function count(value: number): string {
  return value.toLocaleString('en-GB');
}

/** The first few, and how many more: `a, b, c and 97 more`. */
export function firstFew(items: readonly string[], shown = SHOWN): string {
  const rest = items.length - shown;
  return `${items.slice(0, shown).join(', ')}${rest > 0 ? ` and ${count(rest)} more` : ''}`;
}

/** One problem in place of many that differ only in their row and value: the first, with how many and where. */
export function groupProblems(problems: readonly Problem[]): readonly Problem[] {
  const groups = new Map<string, Problem[]>();
  for (const found of problems) {
    // A message may name a row of its own (“what row 3 says already”); digits do not make another problem.
    const message = found.message.replace(/\d+/g, '#');
    const key = JSON.stringify([found.severity, found.rule, found.file, found.column, message, found.remedy]);
    const group = groups.get(key);
    if (group) group.push(found);
    else groups.set(key, [found]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined || group.length <= SHOWN ? group : [inOne(first, group)];
  });
}

function inOne(first: Problem, group: readonly Problem[]): Problem {
  const places = group.map(({ row, value }) =>
    [row === undefined ? '' : `row ${row}`, value === undefined || value === '' ? '' : `“${value}”`]
      .filter(Boolean)
      .join(' ')
  );
  const { value: _said, ...rest } = first;
  return {
    ...rest,
    message: `${first.message} (${count(group.length)} times: ${firstFew(places)})`
  };
}

/** Unknown values by file and column, one line each. */
export function unknownInWords(unknown: readonly UnknownValue[]): readonly string[] {
  const columns = new Map<string, UnknownValue[]>();
  for (const found of unknown) {
    const key = `${found.file}, column “${found.column}”`;
    const group = columns.get(key);
    if (group) group.push(found);
    else columns.set(key, [found]);
  }
  return [...columns].map(([place, group]) => {
    const cells = group.reduce((sum, { times }) => sum + times, 0);
    const values = group.map(
      ({ value, row, times }) => `“${value}” (row ${row}${times > 1 ? `, ${count(times)} times` : ''})`
    );
    return `${place}: ${count(cells)} ${cells === 1 ? 'cell' : 'cells'}, ${firstFew(values)}`;
  });
}

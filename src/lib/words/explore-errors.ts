/** What the engine says of a query that it cannot run, in plain words. */

export interface SqlFault {
  readonly words: string;
  /** Line and column, from 1. */
  readonly at?: { readonly line: number; readonly column: number };
  /** What the engine said, for those who know it. */
  readonly engine?: string;
}

/** Tables of the engine itself, which are none of ours. */
const INNER = /^(pg_|duckdb_|sqlite_|information_schema|words_|pragma_)/;
/** No column of ours has a capital letter or a space. */
const WORD = /[A-Z\s]/;

const RULES: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [
    /Table with name "?([^"\s!]+)"? does not exist[\s\S]*?(?:Did you mean "([^"]+)"|$)/i,
    ([, name = '', like]) =>
      `There is no view called “${name}”.${like === undefined || INNER.test(like) ? ' The views are listed beside the box.' : ` Did you mean “${like}”?`}`
  ],
  [
    /(?:Referenced column|column) "([^"]+)" not found[\s\S]*?(?:Candidate bindings: "?([^\n]+?)"?\s*(?:\n|$)|$)/i,
    ([, name = '', like]) =>
      WORD.test(name)
        ? `None of the views used has a column called “${name}”. A word to look for stands in single quotes: '${name}'.`
        : `None of the views used has a column called “${name}”.${like === undefined ? '' : ` Near it: ${like.replaceAll('"', '')}.`}`
  ],
  [
    /Values list "([^"]+)" does not have a column named "([^"]+)"|Table "([^"]+)" does not have a column named "([^"]+)"/i,
    ([, a, b, c, d]) => `“${a ?? c ?? ''}” has no column called “${b ?? d ?? ''}”.`
  ],
  [
    /syntax error at or near "([^"]*)"/i,
    ([, near = '']) => `It cannot be read from “${near}” on. Look just before that.`
  ],
  [/syntax error at end of input/i, () => 'It stops too early: something is missing at the end.'],
  [
    /column "([^"]+)" must appear in the GROUP BY/i,
    ([, name = '']) =>
      `“${name}” must stand in GROUP BY, or in something that adds it up such as sum(…). GROUP BY ALL does that for you.`
  ],
  [/Cannot prepare multiple statements/i, () => 'This box runs one SELECT at a time.'],
  [
    /file system operations are disabled|permission error|external access|Cannot open file|No files found/i,
    () => 'A query reads the views listed beside the box, and no file or address.'
  ],
  [
    /Ambiguous reference to column name "([^"]+)"/i,
    ([, name = '']) => `More than one view has a column “${name}”: write which, as in view.${name}.`
  ],
  [
    /(?:Scalar|Table|Aggregate)? ?Function with name "?([^"\s]+)"? (?:does not exist|is not in the catalog)/i,
    ([, name = '']) => `There is no function called “${name}” here.`
  ],
  [
    /No function matches[^']*'([^']+)'/i,
    ([, call = '']) => `“${call}” does not work with values of this kind.`
  ],
  [
    /Could not convert string '([^']*)' to (\w+)/i,
    ([, value = '', kind = '']) =>
      `“${value}” is no ${kind === 'DATE' ? 'date (write it as 2024-03-31)' : 'number'}.`
  ],
  [
    /(?:date|timestamp|time) field value out of range: "([^"]*)"|invalid (?:date|timestamp|time) field format: "([^"]*)"/i,
    ([, value, other]) => `“${value ?? other ?? ''}” is no date. Write it as 2024-03-31.`
  ],
  [
    /Out of Range Error|Overflow in/i,
    () => 'A number grows too large for its kind. Make it one with decimals first: value::DOUBLE.'
  ],
  [
    /More than one row returned by a subquery/i,
    () => 'A query in brackets that stands for one value gives several rows. Filter it, or add LIMIT 1.'
  ],
  [/LIMIT\/OFFSET cannot be negative/i, () => 'LIMIT and OFFSET take a number from 0 up.'],
  [
    /Conversion Error|Mismatch Type|Cannot compare values of type/i,
    () => 'Two values of different kinds are compared or joined: words in single quotes, numbers without.'
  ],
  [
    /(?:engine|worker) that runs the figures stopped/i,
    () =>
      'The query took more memory than this browser has, and was ended. Ask for less. The next one starts afresh.'
  ],
  [
    /out of memory|Out of Memory|failed to allocate/i,
    () => 'The answer is too large for this browser. Filter with WHERE, or add up with GROUP BY.'
  ]
];

/** `LINE 3: …` and the caret under it. */
function placeOf(message: string): SqlFault['at'] {
  const found = /^LINE (\d+): (.*)\n( *)\^/m.exec(message);
  if (found === null) return undefined;
  const [whole, line = '1', , indent = ''] = found;
  const lead = /^LINE \d+: (\.\.\.)?/.exec(whole);
  const cut = lead?.[1] !== undefined;
  return cut
    ? undefined
    : { line: Number(line), column: Math.max(1, indent.length - `LINE ${line}: `.length + 1) };
}

/** What is wrong, and where. */
export function sqlFault(message: string): SqlFault {
  const rule = RULES.flatMap(([pattern, words]) => {
    const found = pattern.exec(message);
    return found === null ? [] : [words(found)];
  })[0];
  const at = placeOf(message);
  const engine = (message.split('\n')[0] ?? '').trim();
  return {
    words: rule ?? 'The query could not be run.',
    ...(at === undefined ? {} : { at }),
    ...(engine === '' ? {} : { engine })
  };
}

/** The line and column of a place in a text, from 1. */
export function placeIn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

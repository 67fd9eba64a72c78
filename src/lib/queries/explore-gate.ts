/**
 * Lets exactly one SELECT through. It reads the text as DuckDB does, strings and comments left out, and is the first of
 * three doors: the engine then prepares what passed (several statements are refused), and runs it as a subquery in a
 * database that can read nothing from outside.
 */

export type Gate = { readonly sql: string } | { readonly refused: string; readonly at?: number };

/** A word, a sign, or a quoted name of a text, and where it begins. */
interface Token {
  readonly kind: 'word' | 'sign' | 'name';
  readonly text: string;
  readonly at: number;
}

const PATTERNS: readonly (readonly [Token['kind'] | 'skip', RegExp])[] = [
  ['skip', /\s+/y],
  ['skip', /--[^\n]*/y],
  ['skip', /[eE]'(?:[^'\\]|''|\\[\s\S])*'/y],
  ['skip', /'(?:[^']|'')*'/y],
  ['skip', /\$([A-Za-z_][A-Za-z0-9_]*)?\$[\s\S]*?\$\1\$/y],
  ['name', /"(?:[^"]|"")*"/y],
  ['word', /[\p{L}_][\p{L}\p{N}_$]*/uy],
  ['skip', /\d[\w.]*/y],
  ['sign', /[\s\S]/y]
];

/** The end of a block comment, which may hold others; undefined where it never ends. */
function afterComment(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text.startsWith('/*', at)) {
      depth += 1;
      at += 1;
    } else if (text.startsWith('*/', at)) {
      depth -= 1;
      at += 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

/** What a text is made of; undefined where a string, a quoted name or a comment never ends. */
export function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (text.startsWith('/*', at)) {
      const after = afterComment(text, at);
      if (after === undefined) return undefined;
      at = after;
      continue;
    }
    const found = PATTERNS.flatMap(([kind, pattern]) => {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      return match === null ? [] : [{ kind, text: match[0] }];
    })[0];
    if (found === undefined) return undefined;
    if (found.kind === 'sign' && (found.text === "'" || found.text === '"')) return undefined;
    if (found.kind !== 'skip') tokens.push({ kind: found.kind, text: found.text, at });
    at += found.text.length;
  }
  return tokens;
}

const BEGINS = new Set(['select', 'with', 'from', 'values', 'pivot', 'unpivot']);
const OUTSIDE =
  /^(read_\w+|scan_\w+|\w+_scan|sniff_csv|glob|parquet_\w+|sqlite_\w+|getenv|query|query_table|duckdb_\w+|pragma_\w+|force_checkpoint|checkpoint|load_aws_credentials|which_secret|add_parquet_key|current_setting|set_config)$/;

const ONE = 'This box runs one SELECT at a time.';

/** Passes a text that is one SELECT, without the semicolon at its end; says of any other why it is refused. */
export function oneSelect(text: string): Gate {
  const tokens = tokensOf(text);
  if (tokens === undefined) return { refused: 'A quotation mark or a comment is opened and never closed.' };
  const words = tokens.filter(({ text: sign }) => sign !== ';');
  const [first] = words;
  if (first === undefined) return { refused: 'There is no query yet. Write a SELECT, or press an example.' };
  const last = words.at(-1);
  const semicolon = tokens.find((token) => token.text === ';' && token.at < (last?.at ?? 0));
  if (semicolon !== undefined)
    return {
      refused: `${ONE} There is more after the semicolon: run one, then the other.`,
      at: semicolon.at
    };
  const start = words.find(({ text: sign }) => sign !== '(');
  if (start === undefined || start.kind !== 'word' || !BEGINS.has(start.text.toLowerCase()))
    return {
      refused: `${ONE} Begin with SELECT, WITH or FROM. “${start?.text ?? '('}” is not run here: the figures can be read, and nothing else.`,
      at: start?.at ?? first.at
    };
  let depth = 0;
  for (const { text: sign, at } of words) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth < 0) return { refused: 'There is a closing bracket too many.', at };
  }
  if (depth > 0) return { refused: 'A bracket is opened and never closed.' };
  const outside = words.find(
    ({ kind, text: word }, i) =>
      kind !== 'sign' && words[i + 1]?.text === '(' && OUTSIDE.test(word.replaceAll('"', '').toLowerCase())
  );
  if (outside !== undefined)
    return {
      refused: `“${outside.text}” is not run here. A query reads the views listed beside the box, and no file, address or setting.`,
      at: outside.at
    };
  const end = tokens.find(({ text: sign }) => sign === ';');
  return {
    sql: end === undefined ? text : `${text.slice(0, end.at)}${text.slice(end.at).replaceAll(';', ' ')}`
  };
}

/** Rows that a result may have. */
export const MOST_ROWS = 1_000;

/** A SELECT as a subquery that gives one row more than are shown, so that it is known whether there are more. */
export function wrapped(select: string): string {
  return `SELECT * FROM (\n${select}\n) AS result LIMIT ${String(MOST_ROWS + 1)}`;
}

/** Whether it adds rows up, or works anything else out of several. */
export function aggregates(select: string): boolean {
  const tokens = tokensOf(select) ?? [];
  return tokens.some(
    ({ kind, text }, i) =>
      kind === 'word' &&
      (/^(group|over)$/i.test(text) ||
        (tokens[i + 1]?.text === '(' &&
          /^(sum|avg|mean|median|min|max|count|quantile\w*|stddev\w*|var\w*|regr_\w+|corr|first|last|list|string_agg|mode|arg_\w+|\w+_agg)$/i.test(
            text
          )))
  );
}

/** Whether it takes one number from another or adds them. */
export const reckons = (select: string): boolean =>
  aggregates(select) || (tokensOf(select) ?? []).some(({ text }) => text === '-' || text === '+');

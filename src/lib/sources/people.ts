/** Rows about single people, wherever they turn up: nothing of such a file may be drawn, stored or said again. */
import Papa from 'papaparse';
import { REGISTERS } from '#lib/domain/register.ts';
import type { ProblemList } from './bundle-problem-list.ts';
import { personalColumn, safeColumnName, tellsOfPlaces } from './people-columns.ts';
import { columnSigns, type ColumnSign } from './people-column.ts';
import { refuseSigns } from './people-refusal.ts';
import { returnIn } from './people-return.ts';
import type { PersonalSign } from './people-sign.ts';
import { decodeText } from './csv-decode.ts';

export type { PersonalKind, PersonalSign } from './people-sign.ts';
export { refuseSigns } from './people-refusal.ts';

/** `words`: registers, notes and what is said of a bundle, where dates and sentences belong; identifiers never do. */
export type PersonalScope = 'figures' | 'words';

type Rows = readonly (readonly string[])[];

/** Headers may stand below a title and a few notes. */
const TOP_ROWS = 30;

/**
 * Signs that rows are about single people, by the names of columns and by what is in them; none for counts.
 * `header` may be the first row of a sheet that has its real header further down: `rows` are looked through for it.
 */
export function personalIn(
  header: readonly string[],
  rows: Rows,
  scope: PersonalScope = scopeOf(header)
): readonly PersonalSign[] {
  const named = namedSigns(header, rows);
  const isNamed = new Set(named.map(({ column }) => column));
  const namedAt = new Set(named.flatMap(({ at }) => at ?? []));
  const width = rows.reduce((most, row) => Math.max(most, row.length), header.length);
  const signs = [...named];
  for (let at = 0; at < width; at += 1) {
    const name = (header[at] ?? '').trim();
    const column = safeColumnName(name, at);
    if (isNamed.has(column) || namedAt.has(at)) continue;
    for (const { kind, rows: seen, first } of columnSigns(name, rows, at)) {
      if (scope === 'words' && BELONG_IN_WORDS.has(kind)) continue;
      if (kind === 'names' && tellsOfPlaces([name])) continue;
      const isOfWords = scope === 'words' && (kind === 'identifiers in words' || seen < A_LIST);
      signs.push({ kind, row: first + 2, at, column, rows: seen, ...(isOfWords ? { inWords: true } : {}) });
    }
  }
  return signs;
}

/** So many cells that are identifiers are a list of people, wherever they stand. */
const A_LIST = 3;

const BELONG_IN_WORDS: ReadonlySet<ColumnSign['kind']> = new Set([
  'days',
  'free text',
  'names',
  'one row each'
]);

/** Registers and notes are known by their columns. */
function scopeOf(header: readonly string[]): PersonalScope {
  const names = header.map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
  const isNotes = names.length > 0 && names.every((name) => NOTE_COLUMNS.has(name));
  const isRegister = Object.values(REGISTERS).some((schema) => {
    const columns = Object.keys(schema.shape);
    return names.length > 1 && names.every((name) => columns.includes(name));
  });
  return isNotes || isRegister ? 'words' : 'figures';
}

const NOTE_COLUMNS = new Set(['key', 'value', 'note', 'notes', 'id', 'text', 'about', 'what', 'write here']);

/** Columns that their names give away, in the header or in a row further down that is one. */
function namedSigns(header: readonly string[], rows: Rows): PersonalSign[] {
  const top = header.flatMap((name) => name.split(/[;|\t]/)).map((name) => name.trim());
  const places = tellsOfPlaces(top);
  const isSplit = top.length !== header.length;
  const signs = top.flatMap((column, at): PersonalSign[] => {
    const isPersonal =
      personalColumn(column) === 'strong' ||
      (!places && /^names?([ _-]?of[ _-]?(child|person))?$/i.test(column));
    return isPersonal ? [{ kind: 'column', row: 1, column, ...(isSplit ? {} : { at }) }] : [];
  });
  if (signs.length > 0) return signs;
  const below = rows.slice(0, TOP_ROWS).findIndex(isHeaderOfPeople);
  if (below >= 0)
    return (rows[below] ?? []).flatMap((cell, at) =>
      personalColumn(cell.trim()) === 'strong'
        ? [{ kind: 'column', row: below + 2, at, column: cell.trim() }]
        : []
    );
  return downTheSide(header, rows);
}

function isHeaderOfPeople(row: readonly string[]): boolean {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length >= 3 && filled.some((cell) => personalColumn(cell) === 'strong');
}

/** A form about one person has its labels down the first column. */
function downTheSide(header: readonly string[], rows: Rows): PersonalSign[] {
  const labels = [header, ...rows.slice(0, 200)].map((row) => (row[0] ?? '').replace(/:\s*$/, '').trim());
  const found = labels.flatMap((column, at): PersonalSign[] =>
    personalColumn(column) === 'strong' ? [{ kind: 'column', row: at + 1, column }] : []
  );
  return found.length >= 2 ? found : [];
}

/**
 * Refuses a file (its bytes or text, or the cells of a sheet, header first) that is about single people. Call it on
 * every file and sheet before anything else looks at them, and keep nothing where it returns true. Workbooks and zips
 * are not opened here: hand over what is in them.
 */
export function refusePeople(
  file: string,
  content: Uint8Array | string | Rows,
  list: ProblemList,
  scope?: PersonalScope
): boolean {
  if (typeof content !== 'string' && !(content instanceof Uint8Array))
    return refuseSigns(file, personalIn(content[0] ?? [], content.slice(1), scope), list);
  const text = decodeText(content, file).text ?? '';
  const inReturn = returnIn(text);
  if (inReturn !== undefined) return refuseSigns(file, inReturn, list);
  const [header = [], ...rows] = Papa.parse<string[]>(text.trimStart(), {
    delimiter: separatorOf(text)
  }).data;
  return refuseSigns(file, personalIn(header, rows, scope), list);
}

function separatorOf(text: string): string {
  const lines = text
    .trimStart()
    .slice(0, 4000)
    .split(/\r?\n|\r/, 10);
  const most = [',', ';', '\t', '|'].map((sign) => ({
    sign,
    times: lines.reduce((all, line) => all + line.split(sign).length - 1, 0)
  }));
  return most.toSorted((a, b) => b.times - a.times)[0]?.sign ?? ',';
}

/**
 * How a sheet shaped as a pivot is laid out: rows named in words, periods across. Workbooks are made and read by these
 * words alone, so that rows and columns may be moved, sorted, put in and taken out.
 */
import { REASON_WORDS, reasonOf, STATUS_CODES, type StatusCode } from '#lib/domain/cell.ts';
import { ALL, type Cube, type Dimension } from '#lib/domain/cube.ts';
import { periodOf } from '#lib/domain/period.ts';

/** The sheets beside those with figures. */
export const SHEETS = { about: 'About', starter: 'Starter', notes: 'Notes', lists: 'Lists' } as const;

/** The columns of a pivot that are neither a dimension nor a period. */
export const COLUMNS = {
  table: 'Table',
  area: 'Area',
  counted: 'What is counted',
  /** In sheets of many tables: the members of each dimension that is not “all”, in words. */
  whom: 'Of whom',
  part: 'Count or out of'
} as const;

/** What stands in the column “Count or out of”. */
export const PARTS = { value: 'count', of: 'out of' } as const;

/** The total of a dimension, as a sheet says it. */
export const EVERYONE = 'All';

/** Why there is no figure, as a sheet says it: `notsupplied` has no status, its row is left out. */
export const NO_FIGURE: ReadonlyMap<string, StatusCode | 'notsupplied'> = new Map([
  [REASON_WORDS.notSupplied, 'notsupplied' as const],
  ...STATUS_CODES.map((code) => [REASON_WORDS[reasonOf(code)], code] as const)
]);

/** The words offered where a figure belongs, those needed most first. */
export const OFFERED: readonly string[] = [
  REASON_WORDS.notSupplied,
  REASON_WORDS.notApplicable,
  REASON_WORDS.withheld,
  REASON_WORDS.notAvailable,
  REASON_WORDS.late,
  REASON_WORDS.notSubmitted,
  REASON_WORDS.noCode
];

/** Two texts that a reader would call the same: case, spaces and marks left aside. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]/gu, '');
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function named<T extends Named>(items: readonly T[], text: string): T | undefined {
  const wanted = plain(text);
  return items.find(({ id }) => plain(id) === wanted) ?? items.find(({ name }) => plain(name) === wanted);
}

export function cubeNamed(cubes: ReadonlyMap<string, Cube>, text: string): Cube | undefined {
  return named([...cubes.values()], text);
}

export function measureNamed(cube: Cube, text: string): string | undefined {
  return named(cube.measures, text)?.id;
}

export function dimensionNamed(cube: Cube, text: string): Dimension | undefined {
  return named(cube.dimensions, text);
}

/** The id of a member by its id or name; text that is neither stays as it is, for others to recognise. */
export function memberNamed(dimension: Dimension, text: string): string {
  if (text === '' || /^(all|total|everyone)$/.test(plain(text))) return ALL;
  return named(dimension.members, text)?.id ?? text;
}

/** A member in words; an id that the cube does not have, such as a local agency’s, stays as it is. */
export function memberName(dimension: Dimension, id: string): string {
  if (id === ALL) return EVERYONE;
  return dimension.members.find((member) => member.id === id)?.name ?? id;
}

const BETWEEN = '; ';

/** `Latest category: Neglect; Age: 7 to 15`; “All” where every dimension is. */
export function whomText(cube: Cube, members: Readonly<Record<string, string>>): string {
  const said = cube.dimensions.flatMap((dimension) => {
    const member = members[dimension.id] ?? ALL;
    return member === ALL ? [] : [`${dimension.name}: ${memberName(dimension, member)}`];
  });
  return said.length === 0 ? EVERYONE : said.join(BETWEEN);
}

/** The members that a text of `whomText` names, by dimension, or the piece of it that names no dimension. */
export function whomOf(
  cube: Cube,
  text: string
): { readonly members: Readonly<Record<string, string>> } | { readonly bad: string } {
  const members: Record<string, string> = {};
  if (plain(text) === '' || plain(text) === plain(EVERYONE)) return { members };
  for (const piece of text.split(';').map((part) => part.trim())) {
    if (piece === '') continue;
    const [, name = '', member = ''] = /^([^:]*):(.*)$/.exec(piece) ?? [];
    const dimension = dimensionNamed(cube, name);
    if (dimension === undefined || members[dimension.id] !== undefined) return { bad: piece };
    members[dimension.id] = memberNamed(dimension, member.trim());
  }
  return { members };
}

/** The id of a period as a header spells it, spaces and case aside: `2024 q3` → `2024Q3`. */
export function periodId(text: string): string | undefined {
  const tight = text.replace(/\s+/g, '');
  const id = tight
    .replace(/^(\d{4})([qm])(\d{1,2})$/i, (_, year: string, kind: string, number: string) =>
      kind.toLowerCase() === 'q' ? `${year}Q${Number(number)}` : `${year}M${number.padStart(2, '0')}`
    )
    .replace(/^(at|mid|to|round)(?=\d)/i, (prefix) => prefix.toLowerCase());
  return periodOf(id) !== undefined || /^round\d+$/.test(id) ? id : undefined;
}

/** The id a table of a cube has in a bundle: `primary_need` → `primary-need`. */
export function tableName(cube: Cube): string {
  return cube.id.replaceAll('_', '-');
}

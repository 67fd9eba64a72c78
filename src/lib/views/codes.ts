/** The codes behind the words of tables, for files that programs read: areas, dates, indicators and what things are sorted by. */
import type { Area } from '#lib/domain/area.ts';
import { dateInWords } from '#lib/domain/period.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import type { ChartModel, Codes, TableFigure, TableModel, TableRows, ViewModel } from './model.ts';

/** How a column of words can be put in codes. */
interface Coding {
  /** The end of the code column’s name: `Area_code`. */
  readonly ending: 'code' | 'date';
  readonly of: ReadonlyMap<string, string>;
}

/** The ONS code that an area has now or had last, else DfE’s; undefined for areas of a partnership’s own. */
export function officialCode({ codes }: Pick<Area, 'codes'>): string | undefined {
  return (codes.findLast(({ scheme }) => scheme === 'ons') ?? codes.at(-1))?.code;
}

/** Names that two things have stand for neither. */
function unambiguous(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const twice = new Set<string>();
  for (const [name, code] of pairs) {
    if (codes.has(name) && codes.get(name) !== code) twice.add(name);
    codes.set(name, code);
  }
  for (const name of twice) codes.delete(name);
  return codes;
}

function codingsOf({ manifest, cubes }: Catalogue): readonly Coding[] {
  const areas = manifest.areas.flatMap((area): [string, string][] => {
    const code = officialCode(area);
    return code === undefined ? [] : [[area.name, code]];
  });
  const dates = manifest.periods.flatMap(({ id, label, end }): [string, string][] => [
    [id, end],
    [label, end],
    [dateInWords(end), end]
  ]);
  const dimensions = new Map(
    cubes.flatMap(({ dimensions: all }) =>
      all.map(({ id, members }): [string, [string, string][]] => [
        id,
        members.map((member) => [member.name, member.id])
      ])
    )
  );
  return [
    { ending: 'code', of: unambiguous(areas) },
    { ending: 'date', of: unambiguous(dates) },
    ...[...dimensions.values()].map((members) => ({ ending: 'code' as const, of: unambiguous(members) }))
  ];
}

/** Worked out once for each set of figures: they are asked for with every page. */
const found = new WeakMap<Catalogue, readonly Coding[]>();

function codingsFor(catalogue: Catalogue): readonly Coding[] {
  const codings = found.get(catalogue) ?? codingsOf(catalogue);
  found.set(catalogue, codings);
  return codings;
}

/** The codes of a column: by the way of coding that knows most of its words, and at least half of them. */
function codesOf(words: readonly string[], codings: readonly Coding[]): Omit<Codes, 'label'> | undefined {
  let best: Coding | undefined;
  let most = 0;
  for (const coding of codings) {
    const known = words.filter((word) => coding.of.has(word)).length;
    if (known > most) [best, most] = [coding, known];
  }
  return best === undefined || most * 2 < words.length
    ? undefined
    : { ending: best.ending, values: words.map((word) => best.of.get(word) ?? '') };
}

function coded<T extends TableRows>(table: T, codings: readonly Coding[]): T {
  const codes = table.columns.flatMap(({ key, label, kind }) => {
    if (kind !== 'text') return [];
    const words = table.rows.map((row) => {
      const word = row[key];
      return typeof word === 'string' ? word : '';
    });
    const codes = codesOf(words, codings);
    return codes === undefined ? [] : [[key, { label, ...codes }] as const];
  });
  return codes.length === 0 ? table : { ...table, codes: Object.fromEntries(codes) };
}

/** As it is shown, and as files hold it. */
function codedBoth({ forFiles, ...table }: TableModel, codings: readonly Coding[]): TableModel {
  return {
    ...coded(table, codings),
    ...(forFiles === undefined ? {} : { forFiles: coded(forFiles, codings) })
  };
}

/** The page with the codes of its tables: nothing that is shown changes. */
export function withCodes(model: ViewModel, catalogue: Catalogue): ViewModel {
  const codings = codingsFor(catalogue);
  const both = <T extends ChartModel | TableFigure>(figures: readonly T[]): readonly T[] =>
    figures.map((figure) => ({ ...figure, table: codedBoth(figure.table, codings) }));
  return {
    ...model,
    slots: model.slots.map((slot) => ({
      ...slot,
      charts: both(slot.charts),
      ...(slot.tables === undefined ? {} : { tables: both(slot.tables) })
    }))
  };
}

/** The codes behind the words of tables, for files that programs read: areas, dates, indicators and what things are sorted by. */
import type { Area } from '#lib/domain/area.ts';
import { dateInWords } from '#lib/domain/period.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import type { ChartModel, Codes, TableFigure, TableModel, ViewModel } from './model.ts';

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
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const [name, code] of pairs) {
    if (found.has(name) && found.get(name) !== code) twice.add(name);
    found.set(name, code);
  }
  for (const name of twice) found.delete(name);
  return found;
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

/** The codes of a column: by the way of coding that knows most of its words, and at least half of them. */
function codesOf(words: readonly string[], codings: readonly Coding[]): Omit<Codes, 'label'> | undefined {
  const known = ({ of }: Coding) => words.filter((word) => of.has(word)).length;
  const [best] = [...codings].sort((a, b) => known(b) - known(a));
  return best === undefined || known(best) === 0 || known(best) * 2 < words.length
    ? undefined
    : { ending: best.ending, values: words.map((word) => best.of.get(word) ?? '') };
}

function coded(table: TableModel, codings: readonly Coding[]): TableModel {
  const codes = table.columns.flatMap(({ key, label, kind }) => {
    if (kind !== 'text') return [];
    const words = table.rows.map((row) => {
      const word = row[key];
      return typeof word === 'string' ? word : '';
    });
    const found = codesOf(words, codings);
    return found === undefined ? [] : [[key, { label, ...found }] as const];
  });
  return codes.length === 0 ? table : { ...table, codes: Object.fromEntries(codes) };
}

/** The page with the codes of its tables: nothing that is shown changes. */
export function withCodes(model: ViewModel, catalogue: Catalogue): ViewModel {
  const codings = codingsOf(catalogue);
  const both = <T extends ChartModel | TableFigure>(figures: readonly T[]): readonly T[] =>
    figures.map((figure) => ({ ...figure, table: coded(figure.table, codings) }));
  return {
    ...model,
    slots: model.slots.map((slot) => ({
      ...slot,
      charts: both(slot.charts),
      ...(slot.tables === undefined ? {} : { tables: both(slot.tables) })
    }))
  };
}

import { z } from '#lib/domain/zod.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { ProblemList } from './bundle-problem-list.ts';

const Text = z.string().min(1).optional().catch(undefined);
const Texts = z.array(Text).optional().catch(undefined);
const Day = z.iso.date().optional().catch(undefined);

function itemsOf<S extends z.ZodRawShape>(shape: S) {
  return z
    .array(z.unknown().transform((item) => z.object(shape).safeParse(item).data))
    .optional()
    .catch(undefined);
}

/**
 * As much of a manifest as refers or is referred to, whatever else is wrong with it: a value that is none, or of
 * another kind, is left out, and the schema says so.
 */
const Loose = z.object({
  areas: itemsOf({ id: Text, slug: Text, parent: Text, predecessors: Texts }),
  periods: itemsOf({ id: Text, start: Day, end: Day }),
  tiers: itemsOf({ id: Text, contains: Texts, mapsTo: Text }),
  agencies: itemsOf({ id: Text }),
  categories: itemsOf({ id: Text }),
  ageBands: itemsOf({ id: Text }),
  sources: itemsOf({ id: Text }),
  tables: itemsOf({ id: Text, file: Text, cube: Text, source: Text, dimensions: Texts }),
  notes: itemsOf({ id: Text, table: Text, areas: Texts, periods: Texts })
});
type Loose = z.infer<typeof Loose>;

const KEYS = [
  ['areas', 'id'],
  ['areas', 'slug'],
  ['periods', 'id'],
  ['tiers', 'id'],
  ['agencies', 'id'],
  ['categories', 'id'],
  ['ageBands', 'id'],
  ['sources', 'id'],
  ['tables', 'id'],
  ['tables', 'file'],
  ['notes', 'id']
] as const;

type Item = { readonly id?: string | undefined } | undefined;

/** Ids that may be referred to; undefined where their list could not be read. */
type Known = ReadonlySet<string> | undefined;

function ids(items: readonly Item[] | undefined): Known {
  return items && new Set(items.flatMap((item) => item?.id ?? []));
}

/** Checks of one manifest, each named by its path in it. */
class References {
  readonly #file: string;
  readonly #list: ProblemList;
  constructor(file: string, list: ProblemList) {
    this.#file = file;
    this.#list = list;
  }

  refer(column: string, value: string | undefined, known: Known, what: string): void {
    if (value === undefined || known === undefined || known.has(value)) return;
    this.#list.error('unknown-reference', this.#file, () => ({
      column,
      value,
      message: `no ${what} has this id`,
      remedy: `Correct it, or add the ${what}.`
    }));
  }

  referAll(place: string, values: readonly (string | undefined)[] = [], known: Known, what: string): void {
    values.forEach((value, index) => this.refer(`${place}[${index}]`, value, known, what));
  }

  noTwice(place: string, key: string, values: readonly (string | undefined)[]): void {
    values.forEach((value, index) => {
      const first = values.indexOf(value);
      if (value === undefined || first === index) return;
      this.#list.error('given-twice', this.#file, () => ({
        column: `${place}[${index}].${key}`,
        value,
        message: `the ${key} is that of ${place}[${first}] too`,
        remedy: 'Keep one of them, or give it another.'
      }));
    });
  }

  inOrder(period: NonNullable<Loose['periods']>[number], index: number): void {
    const { id, start, end } = period ?? {};
    if (start === undefined || end === undefined || start <= end) return;
    this.#list.error('period-backwards', this.#file, () => ({
      column: `periods[${index}].end`,
      value: end,
      message: `period “${id ?? index}” ends before it starts`,
      remedy: 'Exchange the two dates, or correct one.'
    }));
  }
}

/** Finds every id of a manifest that is given twice or that nothing has, and periods whose dates are exchanged. */
export function checkReferences(
  data: unknown,
  file: string,
  cubes: ReadonlyMap<string, Cube>,
  list: ProblemList
): void {
  const parsed = Loose.safeParse(data);
  if (!parsed.success) return;
  const loose = parsed.data;
  const check = new References(file, list);
  for (const [place, key] of KEYS) {
    const items: readonly (Readonly<Record<string, unknown>> | undefined)[] = loose[place] ?? [];
    const values = items.map((item) => item?.[key]);
    check.noTwice(
      place,
      key,
      values.map((value) => (typeof value === 'string' ? value : undefined))
    );
  }
  const [areas, periods, tables, sources] = [loose.areas, loose.periods, loose.tables, loose.sources].map(
    ids
  );
  loose.areas?.forEach((area, index) => {
    check.refer(`areas[${index}].parent`, area?.parent, areas, 'area');
    check.referAll(`areas[${index}].predecessors`, area?.predecessors, areas, 'area');
  });
  loose.periods?.forEach((period, index) => check.inOrder(period, index));
  const shared = (cubes.get('known')?.dimensions[0]?.members ?? []).map((member) => member.id);
  const tiers = new Set([...(ids(loose.tiers) ?? []), ...shared]);
  loose.tiers?.forEach((tier, index) => {
    check.referAll(`tiers[${index}].contains`, tier?.contains, tiers, 'tier');
    check.refer(`tiers[${index}].mapsTo`, tier?.mapsTo, tiers, 'tier');
  });
  loose.tables?.forEach((table, index) => {
    const place = `tables[${index}]`;
    check.refer(`${place}.cube`, table?.cube, new Set(cubes.keys()), 'cube');
    check.refer(`${place}.source`, table?.source, sources, 'source');
    check.noTwice(`${place}.dimensions`, 'name', table?.dimensions ?? []);
    const cube = cubes.get(table?.cube ?? '');
    if (cube)
      check.referAll(
        `${place}.dimensions`,
        table?.dimensions,
        ids(cube.dimensions),
        `dimension of cube “${cube.id}”`
      );
  });
  loose.notes?.forEach((note, index) => {
    check.refer(`notes[${index}].table`, note?.table, tables, 'table');
    check.referAll(`notes[${index}].areas`, note?.areas, areas, 'area');
    check.referAll(`notes[${index}].periods`, note?.periods, periods, 'period');
  });
}

/** Small tables of a partnership of three authorities, protected and read by the auditor. */
import { auditBundle } from '#lib/disclosure/audit-bundle.ts';
import { protectBundle } from '#lib/disclosure/protect-bundle.ts';
import { cellId, type Frame, type ReleasedTable } from '#lib/disclosure/relations.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { known, missing } from '#lib/domain/cell.ts';
import { reportingYear, type Period } from '#lib/domain/period.ts';
import { readDictionary } from '../../scripts/dictionary.ts';

const dictionary = await readDictionary();
export const settings = { ...PRESETS.dfe, minimumWidth: 1 };

const quarters = [1, 2, 3, 4].map((number): Period => ({
  id: `q${number}`,
  kind: 'quarter',
  start: ['2023-04-01', '2023-07-01', '2023-10-01', '2024-01-01'][number - 1] ?? '',
  end: ['2023-06-30', '2023-09-30', '2023-12-31', '2024-03-31'][number - 1] ?? '',
  label: `quarter ${number}`
}));

export const frame: Frame = {
  areas: [
    { id: 'llr', slug: 'llr', kind: 'partnership', name: 'Joint', codes: [] },
    ...['city', 'county', 'rutland'].map((id) => ({
      id,
      slug: id,
      kind: 'authority' as const,
      name: id,
      codes: [],
      parent: 'llr'
    }))
  ],
  periods: [reportingYear(2023), reportingYear(2024), ...quarters],
  tiers: []
};

/** Rows as “area period measure member member …: value”, with the members in the order of the dimensions. */
export function tableOf(
  id: string,
  cube: string,
  dimensions: readonly string[],
  rows: Readonly<Record<string, number>>,
  release?: ReleasedTable['release']
): ReleasedTable {
  const declared = dictionary.get(cube);
  if (!declared) throw new Error(`no cube “${cube}”`);
  return {
    table: { id, file: `cubes/${id}.csv`, cube, source: 'made', title: id, dimensions: [...dimensions] },
    cube: declared,
    observations: Object.entries(rows).map(([key, value]) => {
      const [area = '', period = '', measure = '', ...members] = key.split(' ');
      return { area, period, measure, members, cell: known(value) };
    }),
    ...(release === undefined ? {} : { release })
  };
}

export const rowsOf = (prefix: string, values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([member, value]) => [`${prefix} ${member}`, value]));

export function without(tables: readonly ReleasedTable[], withheld: ReadonlySet<string>): ReleasedTable[] {
  return tables.map((table) => ({
    ...table,
    observations: table.observations.map((row) =>
      withheld.has(cellId(table, { ...row, face: 'value' })) ? { ...row, cell: missing('withheld') } : row
    )
  }));
}

export async function leaksOf(
  tables: readonly ReleasedTable[],
  withheld: readonly string[],
  beside: readonly ReleasedTable[]
): Promise<readonly string[]> {
  const { leaks } = await auditBundle({
    tables: without(tables, new Set(withheld)),
    frame,
    settings,
    beside
  });
  return leaks.map(({ cell }) => cell.id);
}

/** What the auditor finds with only small figures withheld, and with all that the protector withholds. */
export async function tried(tables: readonly ReleasedTable[], beside: readonly ReleasedTable[] = []) {
  const done = await protectBundle({ tables, frame, settings, beside });
  return {
    done,
    bare: await leaksOf(tables, done.primary, beside),
    released: await leaksOf(tables, [...done.primary, ...done.complementary], beside)
  };
}

/** Small tables of a partnership of three authorities, protected and read by the auditor. */
import { auditBundle } from '#lib/disclosure/audit-bundle.ts';
import { protectBundle } from '#lib/disclosure/protect-bundle.ts';
import type { Frame, ReleasedTable } from '#lib/disclosure/relations.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { reportingYear } from '#lib/domain/period.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { quarterOf } from './made-periods.ts';
import { JOINT, tablesOf, without } from './small-tables.ts';

const make = tablesOf(await readDictionary());
export const settings = { ...PRESETS.dfe, minimumWidth: 1 };

export const frame: Frame = {
  areas: JOINT,
  periods: [
    reportingYear(2023),
    reportingYear(2024),
    ...[1, 2, 3, 4].map((number) => quarterOf(2024, number, `q${number}`))
  ],
  tiers: []
};

/** Rows as “area period measure member member …: value”, with the members in the order of the dimensions. */
export const tableOf = (
  id: string,
  cube: string,
  dimensions: readonly string[],
  rows: Readonly<Record<string, number>>,
  release?: ReleasedTable['release']
): ReleasedTable =>
  make(
    id,
    [cube],
    dimensions,
    Object.entries(rows).map(([key, value]) => {
      const [area = '', period = '', measure = '', ...members] = key.split(' ');
      return { area, period, measure, members, value };
    }),
    release
  );

export const rowsOf = (prefix: string, values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([member, value]) => [`${prefix} ${member}`, value]));

export async function leaksOf(
  tables: readonly ReleasedTable[],
  withheld: readonly string[],
  beside: readonly ReleasedTable[]
): Promise<readonly string[]> {
  const { leaks } = await auditBundle({
    tables: without(tables, withheld),
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

/** Small tables of a partnership with localities, and what is withheld of them. */
import { protectBundle } from '#lib/disclosure/protect-bundle.ts';
import type { Frame, ReleasedTable } from '#lib/disclosure/relations.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import type { Area } from '#lib/domain/area.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { reportingYear } from '#lib/domain/period.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { quarterOf, toDateOf } from './made-periods.ts';
import { JOINT, tablesOf } from './small-tables.ts';

export const tableOf = tablesOf(await readDictionary());

export const frame: Frame = {
  areas: [
    ...JOINT,
    ...['East', 'West'].map((name): Area => {
      const id = name.toLowerCase();
      return { id, slug: id, kind: 'locality', name, codes: [], parent: 'city' };
    })
  ],
  periods: [
    reportingYear(2024),
    ...[1, 2, 3, 4].map((number) => quarterOf(2024, number, `q${number}`)),
    ...[2, 3, 4].map((number) => toDateOf(2024, number))
  ],
  tiers: []
};

export const exactOnly: DisclosureSettings = { ...PRESETS.dfe, minimumWidth: 1 };
export const plans = ['plans', 'open'] as const;

export const protect = (
  tables: readonly ReleasedTable[],
  settings = exactOnly,
  beside: readonly ReleasedTable[] = []
) => protectBundle({ tables, frame, settings, beside });

/** Every figure that is given away, as a file for whoever asked for it. */
import type { BundleLeak } from '#lib/disclosure/audit-bundle.ts';
import { writeCsv } from '#lib/sources/csv.ts';
import type { Found } from './check-report.ts';

const COLUMNS = [
  'bundle',
  'kind',
  'release',
  'table',
  'measure',
  'area',
  'period',
  'members',
  'face',
  'lower',
  'upper',
  'by_others',
  'because',
  'withhold'
];

interface Row extends BundleLeak {
  readonly bundle: string;
  /** What is out already gives it away, whatever is withheld. */
  readonly byOthers: boolean;
}

function rowsOf(found: readonly Found[]): Row[] {
  return found.flatMap(({ bundle: { manifest }, audit }) => [
    ...audit.leaks.map((leak) => ({ ...leak, bundle: manifest.id, byOthers: false })),
    ...audit.givenAway.map((leak) => ({ ...leak, bundle: manifest.id, byOthers: true }))
  ]);
}

export function leaksAsJson(found: readonly Found[]): string {
  return `${JSON.stringify(rowsOf(found), null, 2)}\n`;
}

export function leaksAsCsv(found: readonly Found[]): string {
  return writeCsv(
    COLUMNS,
    rowsOf(found).map(({ bundle, kind, cell, interval, byOthers, relations, withhold = [] }) => [
      bundle,
      kind,
      cell.release ?? '',
      cell.table,
      cell.measure,
      cell.area,
      cell.period,
      Object.entries(cell.members)
        .map(([dimension, member]) => `${dimension}=${member}`)
        .join(' '),
      cell.face,
      String(interval?.lower ?? ''),
      String(interval?.upper ?? ''),
      byOthers ? 'yes' : 'no',
      relations
        .map(({ total, parts, sense }) => `${total} ${sense === 'equal' ? '=' : '>='} ${parts.join(' + ')}`)
        .join('; '),
      withhold.map(({ id }) => id).join('; ')
    ])
  );
}

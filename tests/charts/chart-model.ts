/** A spec with everything around it that a chart needs, for fixtures. */
import { known, missing, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { controlTable } from '#lib/views/control-table.ts';
import type { ChartModel, ChartSpec, Column, Point, TableModel } from '#lib/views/model.ts';

export const WITHHELD = missing('withheld');
/** `c` is withheld, `x` not available, `none` not supplied. */
export type Given = number | 'c' | 'x' | 'none';

const cellOf = (value: Given): Cell =>
  value === 'c'
    ? WITHHELD
    : value === 'x'
      ? missing('notAvailable')
      : value === 'none'
        ? NOT_SUPPLIED
        : known(value);

/** Points from a first year on, with ranges of a share of each value. */
export function points(first: number, values: readonly Given[], spread = 0): Point[] {
  return values.map((value, i) => ({
    year: first + i,
    cell: cellOf(value),
    ...(typeof value === 'number' && spread > 0
      ? { lower: Math.max(0, value * (1 - spread)), upper: value * (1 + spread) }
      : {})
  }));
}

/** A standard that a round did not ask. */
const NOT_ASKED = { n: missing('notApplicable'), of: missing('notApplicable') };

const NUMBER: Omit<Column, 'key' | 'label'> = { kind: 'number' };

function tableOf(spec: ChartSpec, caption: string): TableModel {
  switch (spec.kind) {
    case 'series': {
      const years = [...new Set(spec.series.flatMap((s) => s.points.map((p) => p.year)))].sort();
      const band = spec.band;
      return {
        caption,
        columns: [
          { key: 'year', label: 'At 31 March', kind: 'text' },
          ...spec.series.map((s) => ({
            key: s.id,
            label: s.name,
            ...NUMBER,
            decimals: spec.decimals,
            unit: spec.unit
          })),
          ...(band
            ? [{ key: 'band', label: band.name, ...NUMBER, decimals: spec.decimals, unit: spec.unit }]
            : [])
        ],
        rows: years.map((year) => ({
          year: String(year),
          ...Object.fromEntries(
            spec.series.map((s) => [s.id, s.points.find((p) => p.year === year)?.cell ?? NOT_SUPPLIED])
          ),
          ...(band ? { band: band.points.find((p) => p.year === year)?.upper ?? NOT_SUPPLIED } : {})
        }))
      };
    }
    case 'ladder':
      return {
        caption,
        columns: [
          { key: 'tier', label: 'Tier', kind: 'text' },
          { key: 'all', label: 'All children', ...NUMBER, decimals: 0, unit: 'children' },
          { key: 'neglect', label: 'Of them, neglect recorded', ...NUMBER, decimals: 0, unit: 'children' }
        ],
        rows: spec.rungs.map(({ label, all, neglect }) => ({ tier: label, all, neglect }))
      };
    case 'nested':
      return {
        caption,
        columns: [
          { key: 'area', label: 'Area', kind: 'text' },
          { key: 'total', label: 'All plans', ...NUMBER, decimals: 0 },
          { key: 'certain', label: 'Certain', ...NUMBER, decimals: 0 },
          { key: 'recorded', label: 'Recorded', ...NUMBER, decimals: 0 },
          { key: 'possible', label: 'Possible', ...NUMBER, decimals: 0 }
        ],
        rows: spec.rows.map(({ label, total, certain, recorded, possible }) => ({
          area: label,
          total,
          certain,
          recorded,
          possible
        }))
      };
    case 'bars':
    case 'strip':
      return {
        caption,
        columns: [
          { key: 'area', label: 'Area', kind: 'text' },
          { key: 'value', label: 'Figure', ...NUMBER, decimals: spec.decimals, unit: spec.unit }
        ],
        rows: spec.rows.map(({ label, cell }) => ({ area: label, value: cell }))
      };
    case 'control':
      return controlTable(spec, caption);
    case 'funnel':
      return {
        caption,
        columns: [
          { key: 'area', label: 'Area', kind: 'text' },
          { key: 'size', label: spec.sizeUnit, ...NUMBER, decimals: 0 },
          { key: 'value', label: 'Figure', ...NUMBER, decimals: spec.decimals, unit: spec.unit }
        ],
        rows: spec.areas.map(({ label, size, value }) => ({
          area: label,
          size: known(size),
          value: known(value)
        }))
      };
    case 'tiles':
      return {
        caption,
        columns: [
          { key: 'area', label: 'Area', kind: 'text' },
          { key: 'value', label: 'Figure', ...NUMBER, decimals: spec.decimals, unit: spec.unit }
        ],
        rows: spec.tiles.map(({ label, cell }) => ({ area: label, value: cell }))
      };
    case 'heat':
      return {
        caption,
        columns: [
          { key: 'standard', label: 'Standard', kind: 'text' },
          ...spec.columns.flatMap(({ id, label }) => [
            { key: `${id}-n`, label: `${label}: met`, ...NUMBER, decimals: 0 },
            { key: `${id}-of`, label: `${label}: of`, ...NUMBER, decimals: 0 }
          ])
        ],
        rows: spec.rows.map(({ label, places }) => ({
          standard: label,
          ...Object.fromEntries(
            spec.columns.flatMap(({ id }) => {
              const { n, of } = places.find(({ column }) => column === id) ?? NOT_ASKED;
              // An N beside a withheld n is not drawn.
              return [
                [`${id}-n`, n],
                [`${id}-of`, n.kind === 'known' ? of : n]
              ];
            })
          )
        }))
      };
    case 'waterfall': {
      const { from, steps, to, decimals, unit } = spec;
      return {
        caption,
        columns: [
          { key: 'step', label: 'Step', kind: 'text' },
          { key: 'value', label: 'Figure or change', ...NUMBER, decimals, unit }
        ],
        rows: [
          { step: from.label, value: known(from.value) },
          ...steps.map(({ label, change }) => ({ step: label, value: known(change) })),
          { step: to.label, value: known(to.value) }
        ]
      };
    }
    case 'flow': {
      const name = (id: string) => spec.tiers.find((tier) => tier.id === id)?.label ?? id;
      return {
        caption,
        columns: [
          { key: 'move', label: 'Move', kind: 'text' },
          { key: 'children', label: spec.unit, ...NUMBER, decimals: 0 }
        ],
        rows: spec.moves.map(({ from, to, cell }) => ({
          move: `${name(from)} to ${name(to)}`,
          children: cell
        }))
      };
    }
    case 'pyramid':
      return {
        caption,
        columns: [
          { key: 'age', label: 'Age', kind: 'text' },
          ...spec.sides.map(({ id, name }) => ({
            key: id,
            label: name,
            ...NUMBER,
            decimals: spec.decimals,
            unit: spec.unit
          }))
        ],
        rows: spec.rows.map(({ label, bars }) => ({
          age: label,
          ...Object.fromEntries(spec.sides.map(({ id }, i) => [id, bars[i]?.cell ?? NOT_SUPPLIED]))
        }))
      };
    case 'states':
      return {
        caption,
        columns: [
          { key: 'source', label: 'Source', kind: 'text' },
          ...spec.columns.map(({ id, label }) => ({ key: id, label, kind: 'text' as const }))
        ],
        rows: spec.rows.map(({ label, group, places }) => ({
          source: group === undefined ? label : `${group}: ${label}`,
          ...Object.fromEntries(places.map(({ column, text }) => [column, text]))
        }))
      };
    case 'multiples': {
      const years = [...new Set(spec.panels.flatMap((p) => p.points.map(({ year }) => year)))].sort();
      const { decimals, unit } = spec;
      return {
        caption,
        columns: [
          { key: 'year', label: 'Year to 31 March', kind: 'text' },
          ...spec.panels.map(({ id, label }) => ({ key: id, label, ...NUMBER, decimals, unit }))
        ],
        rows: years.map((year) => ({
          year: String(year),
          ...Object.fromEntries(
            spec.panels.map((p) => [
              p.id,
              p.points.find((point) => point.year === year)?.cell ?? NOT_SUPPLIED
            ])
          )
        }))
      };
    }
  }
}

export function chart(id: string, title: string, subtitle: string, spec: ChartSpec): ChartModel {
  return {
    id,
    title,
    subtitle,
    description: `${title} ${subtitle}`,
    mark: 'neglect',
    spec,
    table: tableOf(spec, subtitle),
    notes: [1],
    covers: '31 March 2024',
    sources: [
      'Department for Education, Children in need, Reporting year 2024. Open Government Licence v3.0.'
    ],
    file: id
  };
}

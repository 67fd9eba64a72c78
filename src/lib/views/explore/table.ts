/** The table of what is chosen in Explore. */
import { COUNTED_LABELS } from '#lib/domain/mark.ts';
import type { Picked } from '#lib/selection/explore.ts';
import { momentText } from '#lib/words/explore.ts';
import type { Column, TableModel } from '../model.ts';
import type { Figure } from './marks.ts';
import type { Settled } from './settled.ts';

interface Columns {
  readonly columns: readonly Column[];
  readonly rows: TableModel['rows'];
  /** By row, what each of its cells filters by. */
  readonly rowPicks: readonly Readonly<Record<string, Picked>>[];
}

/** The unit, where the name of the measure does not say it already. */
function unitOf({ name, unit }: Settled['measure']): Pick<Column, 'unit'> {
  return name.toLowerCase() === unit.many.toLowerCase() ? {} : { unit: unit.many };
}

/** What is the same in every row is in the caption; a column of it would push the figures out of sight on a phone. */
export function tableOf(
  settled: Settled,
  figures: readonly Figure[],
  vary: readonly string[],
  decimals: number,
  rateUnit?: string
): Columns {
  const { cube, measure, by } = settled;
  const name = (id: string) => cube.dimensions.find((each) => each.id === id)?.name ?? id;
  const marks = new Set(figures.map(({ mark }) => mark));
  const told = (figure: Figure) => [figure.area, ...figure.members, figure.period];
  return {
    columns: [
      ...(vary.includes('area') || vary.length === 0
        ? [{ key: 'area', label: 'Area', kind: 'text' as const }]
        : []),
      ...by.map((id): Column => ({ key: `by-${id}`, label: name(id), kind: 'text' })),
      ...(vary.includes('period') ? [{ key: 'period', label: 'When', kind: 'text' as const }] : []),
      {
        key: 'value',
        label: measure.name,
        kind: 'number',
        decimals,
        ...(rateUnit === undefined ? unitOf(measure) : { unit: rateUnit })
      },
      ...(rateUnit === undefined
        ? []
        : [
            {
              key: 'count',
              label: measure.name,
              kind: 'number' as const,
              decimals: 0,
              unit: measure.unit.many
            },
            { key: 'people', label: 'Children who live there', kind: 'number' as const, decimals: 0 }
          ]),
      ...(cube.outOf ? [{ key: 'of', label: 'Out of', kind: 'number' as const, decimals: 0 }] : []),
      ...(marks.size > 1 ? [{ key: 'mark', label: 'What it counts', kind: 'text' as const }] : [])
    ],
    rows: figures.map((figure) => ({
      area: figure.area.label,
      ...Object.fromEntries(figure.members.map(({ aspect, label }) => [`by-${aspect}`, label])),
      period: momentText(figure.at, measure),
      value: figure.cell,
      ...(figure.of === undefined ? {} : { of: figure.of }),
      ...(figure.per ?? {}),
      ...(marks.size > 1 ? { mark: COUNTED_LABELS[figure.mark] } : {})
    })),
    rowPicks: figures.map((figure) =>
      Object.fromEntries(
        told(figure).map(({ aspect, value }) => [
          aspect === 'area' || aspect === 'period' ? aspect : `by-${aspect}`,
          { aspect, value }
        ])
      )
    )
  };
}

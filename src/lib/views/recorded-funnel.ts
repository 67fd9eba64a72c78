/** Recorded neglect of every authority by how many assessments it has: whether chance could make them differ so. */
import { isKnown } from '#lib/domain/cell.ts';
import { PERCENTAGE_NEEDS } from '#lib/stats/which-chart.ts';
import { captionText } from '#lib/words/caption.ts';
import { liesText } from '#lib/words/funnel.ts';
import type { Position } from '#lib/stats/funnel.ts';
import type { Context } from './context.ts';
import { notesOf } from './figures.ts';
import { funnelChart } from './funnel.ts';
import type { ChartModel } from './model.ts';
import { sourcesOf, tablesOf } from './provenance.ts';

const SHARE = 'assessments-neglect-share';

export interface RecordedFunnel {
  readonly chart: ChartModel;
  /** Where the area of the page lies. */
  readonly position: Position;
}

/** Undefined for an area that is no authority, or has too few assessments for a share. */
export function recordedFunnel(context: Context): RecordedFunnel | undefined {
  const { area, period } = context;
  const own = context.result(SHARE);
  if (area.kind !== 'authority' || !isKnown(own.value) || !isKnown(own.denominator)) return undefined;
  if (own.denominator.value < PERCENTAGE_NEEDS) return undefined;
  const subtitle = captionText(
    'Share of assessments with any factor that recorded neglect, by how many there were',
    'Each authority',
    period.label
  );
  const drawn = funnelChart(
    context.authorities(SHARE).map(({ id, name, numerator, denominator }) => ({
      id,
      label: name,
      x: numerator,
      n: denominator,
      ...(id === area.id ? { role: 'focus' as const } : {})
    })),
    {
      kind: 'proportion',
      unit: '% of assessments with any factor',
      decimals: own.indicator.decimals,
      sizeUnit: 'Assessments with any factor recorded',
      eventUnit: 'Assessments that recorded neglect'
    },
    `${subtitle}. Listed: ${area.name}, similar areas, and any that stand out`,
    new Set([area.id, ...context.neighbours])
  );
  if (!drawn) return undefined;
  const { spec, table, said, focus } = drawn;
  const position = focus ?? 'inside';
  const title = liesText(area.name, position, spec.adjusted);
  const chart: ChartModel = {
    id: 'recorded-funnel',
    title,
    subtitle,
    description: `${title}. ${said}`,
    mark: 'neglect',
    spec,
    table,
    notes: [...notesOf(context, own), ...context.notes.add(said)],
    covers: period.label,
    sources: sourcesOf(context, tablesOf(context, SHARE)),
    file: `recorded-funnel-${area.slug}-${period.id}`
  };
  return { chart, position };
}

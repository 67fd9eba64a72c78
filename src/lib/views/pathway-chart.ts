/** The way from a referral to a plan for neglect, drawn beside England's or beside the area's own year before. */
import { recoding } from './category-series.ts';
import type { Context } from './context.ts';
import type { ChartModel, Statement } from './model.ts';
import { pathwayCells } from './pathway.ts';
import { pathwayWaterfall, type PathwaySide } from './pathway-waterfall.ts';
import { coversYears, sourcesOf } from './provenance.ts';
import { EXTRA_TERMS } from './terms.ts';

/** Whom the area is set beside. */
export type PathwayAgainst = 'england' | 'past';

const NOT_SHARED = 'The change in plans started for neglect cannot be shared over its steps:';

function sideOf(context: Context, against: PathwayAgainst): PathwaySide | undefined {
  const { area, england, period, previous } = context;
  if (against === 'england')
    return area.id === england.id
      ? undefined
      : { name: england.name, role: 'england', cells: pathwayCells(context, england.id, period) };
  return previous === undefined
    ? undefined
    : {
        name: `${area.name} a year earlier`,
        role: 'second',
        cells: pathwayCells(context, area.id, previous)
      };
}

/** Across a change in the use of “multiple”, the last step would describe recording as neglect. */
function recoded(context: Context): string | undefined {
  const { previous, period } = context;
  switch (previous === undefined ? 'none' : recoding(context, previous, period)) {
    case 'none':
      return undefined;
    case 'moved':
      return `${NOT_SHARED} the use of “multiple” changed between the two years.`;
    case 'unknown':
      return `${NOT_SHARED} how many plans are “multiple” is not known for both years, so a change of recording cannot be told from a change in neglect.`;
  }
}

/** The drawing, or the sentence that says why there is none; undefined where there is nothing to set it beside. */
export function pathwayChart(
  context: Context,
  against: PathwayAgainst = 'england'
): { readonly chart: ChartModel } | { readonly statement: Statement } | undefined {
  const { area, period, previous } = context;
  const there = sideOf(context, against);
  if (!there) return undefined;
  const unlike = against === 'past' ? recoded(context) : undefined;
  if (unlike !== undefined) return { statement: { text: unlike, mark: 'includes' } };
  const here: PathwaySide = { name: area.name, role: 'focus', cells: pathwayCells(context, area.id, period) };
  const drawn = pathwayWaterfall(here, there);
  if (drawn.status === 'withheld') return { statement: { text: drawn.why, mark: 'includes' } };
  return {
    chart: {
      id: `pathway-${against}`,
      title: drawn.title,
      subtitle: `${drawn.spec.unit}, in steps: ${there.name} and ${area.name}, ${period.label}`,
      description: drawn.description,
      mark: 'includes',
      spec: drawn.spec,
      table: drawn.table,
      notes: context.notes.add(...drawn.notes),
      covers: coversYears(against === 'past' && previous ? [previous, period] : [period], 'flow'),
      sources: sourcesOf(context, ['population', ...EXTRA_TERMS.map(({ table }) => table)]),
      file: `pathway-${against}-${area.slug}-${period.id}`
    }
  };
}

/** The way from a referral to a plan for neglect, drawn beside England's or beside the area's own year before. */
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { isKnown, isThere, known, missing } from '#lib/domain/cell.ts';
import { middleOf } from '#lib/indicators/comparators.ts';
import { middleChain, pathwayEnd } from '#lib/stats/pathway.ts';
import { inWords, sentence } from '#lib/words/number.ts';
import { areaInSentence, countryInSentence } from '#lib/words/place.ts';
import { recoding } from './category-series.ts';
import type { Context } from './context.ts';
import type { ChartModel, Statement } from './model.ts';
import { rateBeside, pathwayCells, PATHWAY_CAPTION, pathwayResult } from './pathway.ts';
import { pathwayWaterfall, type PathwaySide } from './pathway-waterfall.ts';
import { coversYears, sourcesOf } from './provenance.ts';
import { EXTRA_TERMS } from './terms.ts';

/** Whom the area is set beside. */
export type PathwayAgainst = 'england' | 'past' | 'region' | 'neighbours';

const NOT_SHARED = 'The change in plans started for neglect cannot be shared over its steps.';

/** The counts of the similar area whose own way lies in the middle, and of how many; undefined where the middle cannot be told. */
function middleWay(context: Context) {
  const ways = context.neighbours.map((at) => {
    const way = pathwayCells(context, at, context.period);
    return { way, result: pathwayResult(way) };
  });
  const chains = ways.flatMap(({ way, result }) =>
    result.status === 'known' ? [{ way, pathway: result.pathway }] : []
  );
  const { value } = middleOf(
    ways.map(({ way, result }) =>
      result.status === 'known'
        ? known(pathwayEnd(result.pathway))
        : missing(Object.values(way).some(isWithheld) ? 'withheld' : 'notAvailable')
    )
  );
  const middle = isKnown(value) ? middleChain(chains) : undefined;
  return middle && { way: middle.way, areas: chains.length, before: Math.floor((chains.length - 1) / 2) };
}

interface Beside {
  readonly side: PathwaySide;
  readonly notes: readonly string[];
}

function besideOf(context: Context, against: PathwayAgainst): Beside | undefined {
  const { area, england, region, period, previous } = context;
  switch (against) {
    case 'england':
      return area.id === england.id
        ? undefined
        : {
            side: {
              name: countryInSentence(england.name),
              label: england.name,
              role: 'england',
              way: pathwayCells(context, england.id, period)
            },
            notes: []
          };
    case 'region':
      return region === undefined || region.id === area.id
        ? undefined
        : {
            side: {
              name: areaInSentence(region),
              label: region.name,
              role: 'region',
              way: pathwayCells(context, region.id, period)
            },
            notes: []
          };
    case 'neighbours': {
      const middle = middleWay(context);
      return (
        middle && {
          side: {
            name: 'the similar area in the middle',
            label: 'The similar area in the middle',
            role: 'neighbours',
            way: middle.way
          },
          notes: [
            `The similar area in the middle is one area, not named. Of the ${inWords(middle.areas)} similar areas with every figure of this way, ${inWords(middle.before)} end lower and ${inWords(middle.areas - middle.before - 1)} end higher. It is in the middle by that end alone, and not by each step.`
          ]
        }
      );
    }
    case 'past':
      return previous === undefined
        ? undefined
        : {
            side: {
              name: `${countryInSentence(area.name)} a year earlier`,
              role: 'second',
              isPast: true,
              way: pathwayCells(context, area.id, previous)
            },
            notes: []
          };
  }
}

/** Across a change in the use of “multiple”, the last step would describe recording as neglect. */
function recoded(context: Context): string | undefined {
  const { previous, period } = context;
  switch (previous === undefined ? 'none' : recoding(context, previous, period)) {
    case 'none':
      return undefined;
    case 'moved':
      return `${NOT_SHARED} The use of “multiple” changed between the two years.`;
    case 'unknown':
      return `${NOT_SHARED} How many plans are “multiple” is not known for both years. So a change of recording cannot be told from a change in neglect.`;
  }
}

/** Nothing of it is in these figures, so that nobody can be set beside it. */
const isNowhere = ({ way }: PathwaySide) => Object.values(way).every((cell) => !isThere(cell));

/** The drawing, or the sentence that says why there is none; undefined where there is nothing to set it beside. */
export function pathwayChart(
  context: Context,
  against: PathwayAgainst = 'england'
): { readonly chart: ChartModel } | { readonly statement: Statement } | undefined {
  const { area, period, previous } = context;
  const beside = besideOf(context, against);
  if (!beside || isNowhere(beside.side)) return undefined;
  const there: PathwaySide = { ...beside.side, isClose: rateBeside(context, against)?.close === true };
  const here: PathwaySide = {
    name: countryInSentence(area.name),
    label: area.name,
    role: 'focus',
    way: pathwayCells(context, area.id, period)
  };
  const drawn = pathwayWaterfall(here, there);
  if (drawn.status === 'withheld') return { statement: { text: drawn.why, mark: 'includes' } };
  const unlike = against === 'past' ? recoded(context) : undefined;
  if (unlike !== undefined) return { statement: { text: unlike, mark: 'includes' } };
  return {
    chart: {
      id: `pathway-${against}`,
      title: drawn.title,
      subtitle: `${drawn.spec.unit}. ${there.label === undefined ? sentence(there.name) : there.label} and ${area.name}, ${period.label}. ${PATHWAY_CAPTION}`,
      description: drawn.description,
      mark: 'includes',
      spec: drawn.spec,
      table: drawn.table,
      notes: context.notes.add(...drawn.notes, ...beside.notes),
      covers: coversYears(against === 'past' && previous ? [previous, period] : [period], 'flow'),
      sources: sourcesOf(context, ['population', ...EXTRA_TERMS.map(({ table }) => table)]),
      file: `pathway-${against}-${area.slug}-${period.id}`
    }
  };
}

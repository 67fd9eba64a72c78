/** What a funnel says of its areas, in place of a league table. */
import type { Funnel, Position } from '#lib/stats/funnel.ts';
import { number } from './number.ts';

const POSITIONS: Readonly<Record<Position, string>> = {
  below998: 'Below the 99.8% limits',
  below95: 'Below the 95% limits, within the 99.8% limits',
  inside: 'Within the 95% limits',
  above95: 'Above the 95% limits, within the 99.8% limits',
  above998: 'Above the 99.8% limits'
};

/** `Within the 95% limits`, for a table. */
export function positionText(position: Position): string {
  return POSITIONS[position];
}

const LIES: Readonly<Record<Position, string>> = {
  below998: 'below',
  below95: 'at the lower edge of',
  inside: 'within',
  above95: 'at the upper edge of',
  above998: 'above'
};

/** `Leeds lies within limits that allow for different ways of recording`; `adjusted` limits allow for that. */
export function liesText(name: string, position: Position, adjusted: boolean): string {
  const limits = adjusted ? 'limits that allow for different ways of recording' : 'the limits of chance';
  return `${name} lies ${LIES[position]} ${limits}`;
}

/** Why a rate among the lowest or highest and a share within its limits do not contradict each other. */
export function twoMeasuresText(side: 'low' | 'high'): string {
  return `The rate is ${side} beside other authorities, and the share is not far out. These are two measures: the rate is of all children who live here, and so depends on how many assessments there are. The share is of assessments alone.`;
}

type Said = Pick<Funnel, 'plainLimits' | 'outside998'> & { readonly points: readonly unknown[] };

/** Whether plain limits mean anything, and how far `adjusted` ones are drawn. */
export function funnelSentences({ plainLimits, outside998, points }: Said, adjusted: boolean): string {
  const outside = `Of ${number(points.length)} areas, ${number(outside998)} ${outside998 === 1 ? 'lies' : 'lie'} outside plain 99.8% limits. Chance alone would put about 1 in 500 there.`;
  const widened = adjusted
    ? ' The limits drawn are wider, to allow for that. An area outside them stands out even so.'
    : '';
  switch (plainLimits) {
    case 'hold':
      return 'Areas differ about as much as chance alone would make them. An area outside the 99.8% limits stands out.';
    case 'overDispersed':
      return `Areas differ more than chance alone would make them. They may record in different ways. ${outside}${widened}`;
    case 'meaningless':
      return `Plain limits mean nothing here. ${outside} That says that areas record in different ways, not that each stands out.${widened}`;
  }
}

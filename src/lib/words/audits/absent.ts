/** Why a page has no audits, and where there are some. */
import { NOT_THERE, type Lack } from '../absence.ts';
import { chooseLater } from '../later.ts';

/** @param round `November 2022`; @param position ISO date of the first position that has it */
export function laterRoundText(area: string, round: string, position: string | undefined): string {
  return `No audit round of ${area} is as early as this date. The first is of ${round}. ${chooseLater(position)}`;
}

export function wholeText(area: string, whole: string): string {
  return `Audits are loaded for ${whole} as a whole, and not for ${area} alone: see the page of ${whole}.`;
}

export interface OwnBoard {
  /** What its nation calls the board. */
  readonly board: string;
  /** The partnership that the area is, or belongs to. */
  readonly partnership: string | undefined;
  readonly area: string;
  /** In other nations than England a board is of a region or of the whole, and no authority’s own. */
  readonly abroad: boolean;
  readonly lack: Lack;
}

/** Nobody publishes them, or nobody supplied them; of other nations no more is known than that they are not loaded. */
export function canSupplyText({ board, partnership, area, abroad, lack }: OwnBoard): string {
  const who = partnership ?? (abroad ? `the ${board}` : `the ${board} of ${area}`);
  const why = `${NOT_THERE[lack]}${lack === 'published' ? ' for any area' : ''}`;
  return `What audits find is ${why}; ${who} can supply its own.`;
}

/** Of a country or region, where there are no audits of the whole. */
export function heldByAreaText(name: string, lack: Lack): string {
  return `Audits are held area by area, and ${lack === 'published' ? `none is published for ${name}` : `none of ${name} is in these figures`}.`;
}

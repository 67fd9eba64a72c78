/** How long, and how many times, do children live with neglect before and after help? */
import type { Area } from '#lib/domain/area.ts';
import { isThere } from '#lib/domain/cell.ts';
import type { Context } from './context.ts';
import { answersOfMoves } from './journey/moves-answer.ts';
import { DRIFT_ROLES, driftSlot } from './journey/drift.ts';
import { DURATION_ROLES, durationsSlot } from './journey/durations.ts';
import { journeyHeadline } from './journey/headline.ts';
import { historiesOf, type HistoriesAt } from './journey/history-cells.ts';
import { historySlot } from './journey/history.ts';
import { movesOf, type MovesAt } from './journey/moves.ts';
import { movesSlot } from './journey/moves-slot.ts';
import { journeyQuestions, sideQuestions } from './journey/questions.ts';
import { RETURN_ROLES, returningSlot } from './journey/returning.ts';
import { sideHeadline, sidesOf } from './journey/side.ts';
import { RESTARTS, STOP_START_ROLES, stopStartSlot } from './journey/stop-start.ts';
import { unknownSlot, type Lacking } from './journey/unknown.ts';
import { waySlot } from './journey/way.ts';
import { wholeOf } from './lacking.ts';
import type { ViewMaker } from './maker.ts';
import type { Slot } from './model.ts';
import { noteBook } from './notebook.ts';
import { PATHWAY_RATE } from './pathway.ts';
import { EXTRA_TERMS } from './terms.ts';

const ROLES = [
  ...STOP_START_ROLES,
  ...RETURN_ROLES,
  ...DURATION_ROLES,
  'naming-acting',
  'plans-rate',
  PATHWAY_RATE,
  'plans-multiple-share',
  'plans-neglect-share'
];

/** The same page of another area, which leaves no note on this one. */
const aside = (context: Context, area: Area): Context => ({ ...context, area, notes: noteBook() });

function lackingAt(
  context: Context,
  histories: HistoriesAt,
  moves: MovesAt,
  { id }: Area,
  drift: Slot | undefined
): Lacking {
  return {
    history: histories(id).length === 0,
    movements: moves(id) === undefined,
    roles: [...(isThere(context.result(RESTARTS, id).value) ? [] : [RESTARTS]), ...(drift ? [] : DRIFT_ROLES)]
  };
}

export const JOURNEY: ViewMaker = {
  needs: { roles: ROLES, terms: EXTRA_TERMS, tiers: true },
  make: async (context) => {
    const [asked, moving] = [historiesOf(context), movesOf(context)];
    const [histories, moves, sides, answer, stopStart, returning, durations, drift] = await Promise.all([
      asked,
      moving,
      sidesOf(context, asked, moving),
      answersOfMoves(context),
      stopStartSlot(context),
      returningSlot(context),
      durationsSlot(context),
      driftSlot(context)
    ]);
    const history = historySlot(context, histories);
    const moved = movesSlot(context, moves, answer());
    const authority = wholeOf(context);
    const whole = authority && {
      ...lackingAt(context, histories, moves, authority, await driftSlot(aside(context, authority))),
      name: authority.name
    };
    const lacking = lackingAt(context, histories, moves, context.area, drift);
    const told = [
      sides?.history?.slot ?? history,
      moved,
      stopStart,
      returning,
      durations,
      drift,
      waySlot(context),
      sides?.rest
    ];
    return {
      headline: sides
        ? sideHeadline(context, sides)
        : journeyHeadline(context, histories(), whole?.history === false ? whole.name : undefined),
      slots: [
        ...told,
        sides ? undefined : unknownSlot(context, { ...lacking, ...(whole ? { whole } : {}) })
      ].filter((slot) => slot !== undefined),
      questions: sides ? sideQuestions(context, histories) : journeyQuestions(context, histories)
    };
  }
};

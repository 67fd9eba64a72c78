/** What changed in each authority of a partnership since the year before, side by side; across a recoding, nothing. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import { amountOf } from '#lib/indicators/evaluate.ts';
import { multipleShare, recodingOf } from '#lib/indicators/recoding.ts';
import { recodingSentence } from '#lib/words/recoding.ts';
import { changeSize, judgeChange, type ChangeVerdict } from '#lib/stats/usual-change.ts';
import { countChange, howUsual, isLittle, notShownText } from '#lib/words/change.ts';
import type { Context } from '../context.ts';
import type { Slot, Statement } from '../model.ts';
import { authoritiesOf } from '../side-by-side.ts';
import { placedTerms, PLANS_MULTIPLE, PLANS_NEGLECT, PLANS_TOTAL } from '../terms.ts';

const NEGLECT = 'plans-neglect-rate';

/** How unusual a change is, by the yardstick of every authority and year; undefined where there is none. */
function verdictOf({ catalogue }: Context, from: Answer, to: Answer): ChangeVerdict | undefined {
  const [before, after] = [amountOf(from), amountOf(to)];
  const size = before && after ? changeSize(before, after) : undefined;
  const usual = catalogue.usualChange[to.indicator.id];
  return size === undefined || usual === undefined ? undefined : judgeChange(size, usual);
}

/** As on the page of the authority itself: a change that is little needs no word on how usual it is. */
function changeText(from: number, to: number, verdict: ChangeVerdict | undefined): string {
  const said = `children on a plan for neglect ${countChange(from, to, verdict)}.`;
  return verdict === undefined || isLittle(from, to, verdict) ? said : `${said} ${howUsual(verdict)}`;
}

/** Undefined where no authority has plans for neglect, shown or withheld. */
export async function partnershipChange(context: Context): Promise<Slot | undefined> {
  const { previous, period } = context;
  if (!previous) return undefined;
  const indicator = context.indicator(NEGLECT);
  const placed = placedTerms(context.catalogue);
  const [ofNeglect, ofMultiple, ofAll] = [
    placed.get(PLANS_NEGLECT) ?? PLANS_NEGLECT,
    placed.get(PLANS_MULTIPLE) ?? PLANS_MULTIPLE,
    placed.get(PLANS_TOTAL) ?? PLANS_TOTAL
  ];
  const [cellAt, answers] = await Promise.all([
    context.reading.cells([ofNeglect, ofMultiple, ofAll]),
    context.reading.answers([indicator])
  ]);
  const statements = authoritiesOf(context).flatMap(({ id, name }): Statement[] => {
    const from = cellAt(ofNeglect, id, previous.id);
    const to = cellAt(ofNeglect, id, period.id);
    if (!isThere(from) && !isThere(to)) return [];
    if (!isKnown(from)) return [{ text: `${name}: ${notShownText(previous.id, from)}`, mark: 'neglect' }];
    if (!isKnown(to)) return [{ text: `${name}: ${notShownText(period.id, to)}`, mark: 'neglect' }];
    const multiple = (year: string) => multipleShare(cellAt(ofMultiple, id, year), cellAt(ofAll, id, year));
    const moved = recodingOf(multiple(previous.id), multiple(period.id));
    const verdict = verdictOf(context, answers(indicator, id, previous), answers(indicator, id, period));
    const text =
      moved === 'none'
        ? changeText(from.value, to.value, verdict)
        : recodingSentence(moved, previous.id, period.id, 'neglect');
    return [{ text: `${name}: ${text}`, mark: 'neglect' }];
  });
  if (statements.length === 0) return undefined;
  const judged = context.catalogue.usualChange[indicator.id] !== undefined;
  return {
    id: 'change',
    heading: judged ? 'What changed unusually' : 'What changed',
    statements,
    figures: [],
    charts: []
  };
}

/** What changed in each authority of a partnership since the year before, side by side; across a recoding, nothing. */
import { isKnown } from '#lib/domain/cell.ts';
import { multipleShare, recodingOf } from '#lib/indicators/recoding.ts';
import { recodingSentence } from '#lib/words/recoding.ts';
import { countChange } from '#lib/words/change.ts';
import type { Context } from '../context.ts';
import type { Slot, Statement } from '../model.ts';
import { authoritiesOf } from '../side-by-side.ts';
import { PLANS_MULTIPLE, PLANS_NEGLECT, PLANS_TOTAL } from '../terms.ts';

/** Undefined where no authority has plans for neglect in both years. */
export async function partnershipChange(context: Context): Promise<Slot | undefined> {
  const { previous, period } = context;
  if (!previous) return undefined;
  const cellAt = await context.reading.cells([PLANS_NEGLECT, PLANS_MULTIPLE, PLANS_TOTAL]);
  const statements = authoritiesOf(context).flatMap(({ id, name }): Statement[] => {
    const [from, to] = [previous, period].map((year) => cellAt(PLANS_NEGLECT, id, year.id));
    if (!from || !to || !isKnown(from) || !isKnown(to)) return [];
    const multiple = (year: string) =>
      multipleShare(cellAt(PLANS_MULTIPLE, id, year), cellAt(PLANS_TOTAL, id, year));
    const moved = recodingOf(multiple(previous.id), multiple(period.id));
    const text =
      moved === 'none'
        ? `children on a plan for neglect ${countChange(from.value, to.value, undefined)}.`
        : recodingSentence(moved, previous.id, period.id, 'neglect');
    return [{ text: `${name}: ${text}`, mark: 'neglect' }];
  });
  if (statements.length === 0) return undefined;
  const unusual: Statement = {
    text: 'Whether a change is unusual is said on each authority’s own page.'
  };
  return {
    id: 'change',
    heading: 'What changed unusually',
    statements: [...statements, unusual],
    figures: [],
    charts: []
  };
}

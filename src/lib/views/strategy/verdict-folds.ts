/** Which milestones of the table of verdicts stand open. */
import { counted, number } from '#lib/words/number.ts';
import type { Fold, TableModel } from '../model.ts';

/** Where there is nothing to set beside a figure. */
export const NONE = '–';

/** A milestone stands open where any of its figures is set beside others’; the first where none is. */
export function foldsOf(rows: TableModel['rows']): readonly Fold[] {
  const names = [...new Set(rows.map(({ since }) => String(since)))];
  const own = (group: string) => rows.filter(({ since }) => since === group);
  const compared = (group: string) =>
    own(group).filter(({ others }) => others !== NONE && others !== undefined);
  const none = names.every((group) => compared(group).length === 0);
  return names.map((group, index) => {
    const many = compared(group).length;
    return {
      group,
      open: many > 0 || (none && index === 0),
      says: `${counted(own(group).length, 'figure', 'figures')}. ${many === 0 ? 'None' : number(many)} can be set beside other areas.`
    };
  });
}

/** What categories alone can say of neglect on plans: what is certain, and what “multiple” may hold. */
import { isKnown } from '#lib/domain/cell.ts';
import { absence } from '#lib/words/absence.ts';
import { ALL_TOLD, certainSentence, COMBINED, untoldSentence } from '#lib/words/hidden-neglect.ts';
import { counted, number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import type { Statement } from '../model.ts';
import { hasNoMultiple, namesAll, plansOf, tellsCombined } from '../plans-by-category.ts';

/** `, and none has been since 2016`: since when “multiple” has been empty in every year. */
function sinceText(context: Context): string {
  const empty = context.years.slice(0, context.years.indexOf(context.period) + 1).map((year) => {
    const { multiple } = plansOf(context, context.area.id, year);
    return { year, none: isKnown(multiple) && multiple.value === 0 };
  });
  const before = empty.findLastIndex(({ none }) => !none);
  const first = empty[before + 1];
  return first && before >= 0 && first.year !== context.period
    ? `, and none has been since ${first.year.id}`
    : '';
}

/** Why every category that may hold neglect is counted as neglect; undefined where one may hold it without saying so. */
export function namedText(context: Context, plans = plansOf(context)): string | undefined {
  if (hasNoMultiple(plans.multiple)) return COMBINED;
  return namesAll(context, plans) ? ALL_TOLD : undefined;
}

export function publishedStatements(context: Context): readonly Statement[] {
  const plans = plansOf(context);
  const { total, neglect, multiple } = plans;
  if (!isKnown(total))
    return [{ text: `How many children were on a plan ${absence(total.reason)}.`, mark: 'all' }];
  if (total.value === 0)
    return [{ text: 'No child was on a plan on that date, so no category can hide anything.', mark: 'all' }];
  if (!isKnown(neglect))
    return [
      {
        text: `Of ${counted(total.value, 'child', 'children')} on a plan, how many for neglect ${absence(neglect.reason)}. No range can be given.`,
        mark: 'neglect'
      }
    ];
  const certain: Statement = { text: certainSentence(neglect.value, total.value), mark: 'neglect' };
  const named = namedText(context, plans);
  if (named !== undefined) return [certain, { text: named, mark: 'neglect' }];
  if (tellsCombined(context))
    return [certain, { text: untoldSentence(neglect.value, multiple), mark: 'includes' }];
  const more: Statement = !isKnown(multiple)
    ? { text: `How many are in the category “multiple” ${absence(multiple.reason)}.`, mark: 'includes' }
    : multiple.value === 0
      ? { text: `None are in the category “multiple”${sinceText(context)}.`, mark: 'includes' }
      : {
          text: `${number(multiple.value)} more ${multiple.value === 1 ? 'is' : 'are'} in the category “multiple”, which may include neglect: at least ${number(neglect.value)} children, and ${number(neglect.value + multiple.value)} if all of those do.`,
          mark: 'includes'
        };
  return [certain, more];
}

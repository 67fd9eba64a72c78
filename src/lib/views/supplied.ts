/** What a partnership supplied where nobody publishes anything, in the place where a page says what is missing. */
import { isKnown } from '#lib/domain/cell.ts';
import { valueSentence } from '#lib/words/figure.ts';
import { wholeYears } from '#lib/words/whole-years.ts';
import type { Context } from './context.ts';
import { notesOf } from './figures.ts';
import type { Slot, Statement } from './model.ts';

type Box = NonNullable<Slot['notSupplied']>;

/**
 * The figures of the indicators that play these parts, a sentence each; without any, what to supply. Figures that are
 * there for other dates alone are not called missing.
 */
export function suppliedOr(
  context: Context,
  roles: readonly string[],
  box: Box
): { readonly statements: readonly Statement[]; readonly notSupplied?: Box } {
  const results = roles.map((role) => context.result(role)).filter(({ indicator }) => indicator.supplied);
  const statements = results
    .filter(({ value }) => isKnown(value))
    .map((result): Statement => ({
      text: valueSentence(result),
      mark: result.indicator.mark,
      notes: notesOf(context, result),
      indicator: result.indicator.id
    }));
  if (statements.length > 0) return { statements };
  const elsewhere = context.catalogue.own?.notByYear ?? [];
  const held =
    results.length > 0 || roles.some((role) => elsewhere.includes(context.result(role).indicator.id));
  return {
    statements,
    notSupplied: held
      ? {
          what: `Supplied, and not for ${context.area.name} in this year. ${wholeYears(context.catalogue.manifest.disclosure)}`,
          remedy: 'What is loaded lists every figure by its date.'
        }
      : box
  };
}

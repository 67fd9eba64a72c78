/** How much of a bundle is withheld, as it was published. */
import type { Cell } from '#lib/domain/cell.ts';
import { isWithheld } from '#lib/disclosure/may-say.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { releaseHash } from '#lib/sources/bundle-release.ts';
import type { Withholding } from './catalogue.ts';

/** Figures are counted with the N of n of N; what is missing for another reason than protection is none. */
export function withholdingOf(bundle: Bundle): Withholding {
  return {
    tables: Object.fromEntries(
      bundle.tables.map(({ table, observations }) => {
        const cells = observations.flatMap(({ cell, of }): Cell[] =>
          of === undefined ? [cell] : [cell, of]
        );
        const withheld = cells.filter(isWithheld).length;
        const shown = cells.filter(({ kind }) => kind === 'known').length;
        return [table.id, { figures: shown + withheld, withheld }];
      })
    ),
    ...(bundle.manifest.disclosure === undefined ? {} : { hash: releaseHash(bundle) })
  };
}

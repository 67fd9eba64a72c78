/** What each row of a kind of count holds of neglect, as a column of its labelled view. */
import { ALL, type Cube } from '#lib/domain/cube.ts';
import { COUNTED_LABELS, type Counted } from '#lib/domain/mark.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { markOf, STRENGTH } from '../counted.ts';

interface Read {
  readonly cube: Cube;
  readonly dimensions: readonly string[];
}

/** SQL of the words by the codes of the dimensions: the strongest that any of them says, else what the whole cube is. */
export function countsSql(
  { dictionary, indicators }: Pick<Catalogue, 'dictionary' | 'indicators'>,
  { cube, dimensions }: Read
): string {
  const whole = markOf(cube, {}, indicators);
  const said = dimensions.flatMap((dimension) =>
    (dictionary.members[dimension] ?? [ALL]).flatMap((member, code) => {
      const counts = member === ALL ? whole : markOf(cube, { [dimension]: member }, indicators);
      return counts === whole ? [] : [{ counts, dimension, code }];
    })
  );
  const when = (counts: Counted) => {
    const tests = dimensions.flatMap((dimension) => {
      const codes = said.filter((each) => each.counts === counts && each.dimension === dimension);
      return codes.length === 0
        ? []
        : [`c."${dimension}" IN (${codes.map(({ code }) => String(code)).join(', ')})`];
    });
    return tests.length === 0 ? '' : `WHEN ${tests.join(' OR ')} THEN '${COUNTED_LABELS[counts]}' `;
  };
  const cases = STRENGTH.map(when).join('');
  return cases === '' ? `'${COUNTED_LABELS[whole]}'` : `CASE ${cases}ELSE '${COUNTED_LABELS[whole]}' END`;
}

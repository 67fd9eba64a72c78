/** What a release must be to be kept beside the one that a site shows. */
import { leadSources, type Catalogue } from '../src/lib/db/catalogue.ts';
import { isWithheld } from '../src/lib/disclosure/may-say.ts';
import { isKnown, type Cell } from '../src/lib/domain/cell.ts';
import { ProblemsError } from '../src/lib/domain/problem.ts';
import type { Bundle } from '../src/lib/sources/bundle.ts';
import { breakdown } from '../src/lib/sources/diff-cells.ts';

/** What an address can name, and a folder be called. */
const NAMEABLE = /^[A-Za-z0-9][A-Za-z0-9.-]{0,23}$/;

/** The vintage of the figures that a release brings itself, official ones beside it left out. */
function vintageOf(catalogue: Catalogue): string {
  const sources = leadSources(catalogue);
  const own = catalogue.own?.sources;
  return (own === undefined ? sources[0] : sources.find(({ id }) => own.includes(id)))?.vintage ?? '';
}

const cellsOf = ({ tables }: Bundle): ReadonlyMap<string, Cell> =>
  new Map(
    tables.flatMap((table) =>
      table.observations.map((row): [string, Cell] => {
        const { area, period, measure, cell } = row;
        return [[table.table.id, area, period, measure, ...breakdown(table, row)].join('|'), cell];
      })
    )
  );

/** How many figures an earlier release shows that the present one withholds. */
export function withheldSince(earlier: Bundle, present: Bundle): number {
  const now = cellsOf(present);
  return [...cellsOf(earlier)].filter(([key, cell]) => {
    const after = now.get(key);
    return isKnown(cell) && after !== undefined && isWithheld(after);
  }).length;
}

/**
 * The vintage by which a link names an earlier release.
 * @throws {ProblemsError} where no link can, or where it would name another
 */
export function editionOf(
  edition: Catalogue,
  {
    named,
    present,
    editions
  }: { readonly named: string; readonly present: Catalogue; readonly editions: readonly string[] }
): string {
  const vintage = vintageOf(edition);
  const wrong = (why: string) =>
    new ProblemsError(`${named} cannot be kept as an earlier release: ${why}`, []);
  if (!NAMEABLE.test(vintage))
    throw wrong(
      `its first source has the vintage “${vintage}”, and a link can name only letters, digits, dots and hyphens`
    );
  if (leadSources(present).some((source) => source.vintage === vintage))
    throw wrong(`its vintage is ${vintage}, which is that of the figures the site shows`);
  if (editions.includes(vintage)) throw wrong(`another one has the vintage ${vintage} too`);
  return vintage;
}

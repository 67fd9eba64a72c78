/** The grades that audits gave: by standard and round, each a count of its own. */
import { giveOneAway, WITHHELD } from '#lib/disclosure/may-say.ts';
import { isKnown, isThere, type Cell } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import { membersOf, type Member } from '#lib/indicators/breakdown.ts';
import type { CellLookup } from '#lib/queries/cells.ts';
import type { Context } from '../context.ts';

const CUBE = 'grades';
const STANDARD = 'standard';
const GRADE = 'grade';
const ROUND = 'round';
/** Not a grade: nobody could judge. */
const UNJUDGED = 'notseen';

export interface Graded {
  readonly standard: Member;
  readonly round?: string;
  readonly period: Period;
  readonly grades: readonly (Member & { readonly cell: Cell })[];
  readonly of: Cell;
  /** `families`, `audits`. */
  readonly unit: string;
}

export interface GradesAsked {
  readonly terms: readonly PlacedTerm[];
  /** Of an area, for periods; in the order of standards, then of rounds. */
  read(lookup: CellLookup, area: string, periods: readonly Period[]): readonly Graded[];
}

/** What to ask for; nothing where no table holds grades by standard. */
export function gradesAsked({ catalogue }: Pick<Context, 'catalogue'>): GradesAsked {
  const [table] = catalogue.manifest.tables
    .filter(
      ({ cube, dimensions }) => cube === CUBE && [STANDARD, GRADE].every((each) => dimensions.includes(each))
    )
    .sort((a, b) => Number(b.dimensions.includes(ROUND)) - Number(a.dimensions.includes(ROUND)));
  if (!table) return { terms: [], read: () => [] };
  const names = new Map(catalogue.indicators.map(({ id, name }) => [id.toLowerCase(), name]));
  const standards = membersOf(catalogue, CUBE, STANDARD).map(({ id, name }) => ({
    id,
    name: names.get(id) ?? name
  }));
  const grades = membersOf(catalogue, CUBE, GRADE);
  const rounds: readonly (string | undefined)[] = table.dimensions.includes(ROUND)
    ? membersOf(catalogue, CUBE, ROUND).map(({ id }) => id)
    : [undefined];
  const measures = (catalogue.dictionary.measures ?? []).filter((id) => id === 'families' || id === 'audits');
  const asked = standards.flatMap((standard) =>
    rounds.flatMap((round) =>
      measures.map((measure) => {
        const term = (grade?: string): PlacedTerm => ({
          cube: CUBE,
          table: table.id,
          measure,
          members: {
            [STANDARD]: standard.id,
            ...(grade === undefined ? {} : { [GRADE]: grade }),
            ...(round === undefined ? {} : { [ROUND]: round })
          }
        });
        return { standard, round, measure, all: term(), each: grades.map(({ id }) => term(id)) };
      })
    )
  );
  return {
    terms: asked.flatMap(({ all, each }) => [all, ...each]),
    read: (lookup, area, periods) =>
      asked.flatMap(({ standard, round, measure, all, each }) =>
        periods.flatMap((period): Graded[] => {
          const cells = each.map((term) => lookup(term, area, period.id));
          const of = lookup(all, area, period.id);
          if (!isThere(of) && !cells.some(isThere)) return [];
          const told = giveOneAway(cells.filter(isThere)) ? cells.map(untold) : cells;
          return [
            {
              standard,
              ...(round === undefined ? {} : { round }),
              period,
              grades: grades.flatMap((grade, index) => {
                const cell = told[index];
                return cell && isThere(cell) && !emptyUnjudged(grade.id, cell) ? [{ ...grade, cell }] : [];
              }),
              of,
              unit: measure
            }
          ];
        })
      )
  };
}

const untold = (cell: Cell): Cell => (isThere(cell) ? WITHHELD : cell);

/** That everybody could be judged need not be said. */
function emptyUnjudged(grade: string, cell: Cell): boolean {
  return grade === UNJUDGED && isKnown(cell) && cell.value === 0;
}

/** The scale of a round, as far as the grades that were given tell it. */
export function scaleOf(graded: readonly Graded[]): readonly string[] {
  return [...new Set(graded.flatMap(({ grades }) => grades.map(({ id }) => id)))].filter(
    (id) => id !== UNJUDGED
  );
}

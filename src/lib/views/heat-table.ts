/** What audits found, by standard and round: n of N in every place, and a share only where N carries one. */
import { isKnown, missing, REASON_WORDS, type Cell } from '#lib/domain/cell.ts';
import { firstMissing } from '#lib/disclosure/may-say.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { number } from '#lib/words/number.ts';
import type { ChartSpec, HeatPlace, TableModel } from './model.ts';

export type HeatSpec = Extract<ChartSpec, { kind: 'heat' }>;

/** One standard in one round. */
export interface Finding {
  readonly standard: string;
  readonly round: string;
  /** How many met the standard. */
  readonly n: Cell;
  /** Of how many that were looked at. */
  readonly of: Cell;
  /** False where question, scale, sampling or tier differ from the round before. */
  readonly comparable?: boolean;
  /** What stands in place of n of N where one of them is missing; the reason unless given. */
  readonly said?: string;
}

export interface Labelled {
  readonly id: string;
  readonly label: string;
  /** One that should not be met says so, since its shade runs the other way. */
  readonly fewerIsBetter?: boolean;
}

/** After the name of what should not be met. */
export const FEWER_IS_BETTER = ' (fewer is better)';

export interface HeatWords {
  /** What the shade says: `share of audits that met the standard`. */
  readonly shade: string;
  /** What n and N count, as heads of columns: `met`, `audits`. */
  readonly met: string;
  readonly audits: string;
  readonly caption: string;
  /** What a rule between two columns says, where they are not rounds one after another. */
  readonly apart?: string;
}

/** `27 of 44`, with its share from 20 on; the reason, and nothing of the other count, where either is missing. */
function placeOf({ round, n, of, comparable, said }: Finding, first: boolean): HeatPlace {
  const breaks = comparable === false && !first ? { breaks: true } : {};
  const absent = firstMissing([n, of]);
  if (absent || !isKnown(n) || !isKnown(of))
    return { column: round, n, of, text: said ?? REASON_WORDS[absent?.reason ?? 'notSupplied'], ...breaks };
  if (!(n.value >= 0 && n.value <= of.value))
    throw new RangeError(`n must lie between 0 and N: ${n.value} of ${of.value}`);
  const share = shareAs(of.value) === 'percentage' ? { share: n.value / of.value } : {};
  return { column: round, n, of, text: `${number(n.value)} of ${number(of.value)}`, ...share, ...breaks };
}

/**
 * The heat table of audits and the table behind it. Standards and rounds come in the order given; a standard that a
 * round did not ask has no place there and is `notApplicable` in the table. Throws for an n beyond its N, for an N
 * that is no whole number, and for two findings of one standard and round.
 */
export function heatTable(
  findings: readonly Finding[],
  standards: readonly Labelled[],
  rounds: readonly Labelled[],
  { shade, met, audits, caption, apart }: HeatWords
): { readonly spec: HeatSpec; readonly table: TableModel } {
  const found = new Map<string, Finding>();
  const key = (standard: string, round: string) => JSON.stringify([standard, round]);
  for (const finding of findings) {
    const at = key(finding.standard, finding.round);
    if (found.has(at))
      throw new RangeError(`two findings of one standard and round: ${finding.standard}, ${finding.round}`);
    found.set(at, finding);
  }
  const rows = standards.map(({ id, label, fewerIsBetter = false }) => {
    const asked = rounds.flatMap((round) => found.get(key(id, round.id)) ?? []);
    return {
      id,
      label: `${label}${fewerIsBetter ? FEWER_IS_BETTER : ''}`,
      places: asked.map((finding, i) => placeOf(finding, i === 0)),
      ...(fewerIsBetter ? { fewerIsBetter } : {})
    };
  });
  const notAsked = missing('notApplicable');
  return {
    spec: { kind: 'heat', columns: rounds, rows, shade, ...(apart === undefined ? {} : { apart }) },
    table: {
      caption,
      columns: [
        { key: 'standard', label: 'Standard', kind: 'text' },
        ...rounds.flatMap(({ id, label }) => [
          { key: `${id}-n`, label: `${label}: ${met}`, kind: 'number' as const, decimals: 0 },
          { key: `${id}-of`, label: `${label}: ${audits}`, kind: 'number' as const, decimals: 0 }
        ])
      ],
      rows: rows.map(({ label, places }) => ({
        standard: label,
        ...Object.fromEntries(
          rounds.flatMap(({ id }) => {
            const place = places.find(({ column }) => column === id);
            return [
              [`${id}-n`, place?.n ?? notAsked],
              [`${id}-of`, place?.of ?? notAsked]
            ];
          })
        )
      }))
    }
  };
}

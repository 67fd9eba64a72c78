import type { Area } from '#lib/domain/area.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { GeographyChanges } from './dfe-changes.ts';
import { problem } from './dfe-file.ts';
import type { PlacedRow } from './dfe-rows.ts';

/** Counts how often each value stands beside each key. */
class Tally {
  readonly #counts = new Map<string, Map<string, number>>();

  add(key: string, value: string): void {
    const counts = this.#counts.get(key) ?? new Map<string, number>();
    this.#counts.set(key, counts.set(value, (counts.get(value) ?? 0) + 1));
  }

  /** What stands beside the key most often; of equals, what was met first. */
  commonest(key: string): string | undefined {
    const counts = [...(this.#counts.get(key) ?? [])];
    return counts.reduce<[string, number] | undefined>(
      (best, entry) => (best !== undefined && best[1] >= entry[1] ? best : entry),
      undefined
    )?.[0];
  }
}

const codeOf = (row: PlacedRow) => (row.level === 'authority' ? row.dfe : row.region);
const nameOf = (row: PlacedRow) => (row.level === 'authority' ? row.name : row.regionName);

/**
 * Rows whose code is another place's: the ONS code or the name beside it goes with another code in most rows of the
 * release. Two places that have changed places show in this way, and nothing else would tell.
 */
export function swappedPlaces(rows: readonly PlacedRow[]): Problem[] {
  const [dfeOfOns, codeOfName, nameOfCode] = [new Tally(), new Tally(), new Tally()];
  const told = rows.filter((row) => row.level !== 'country' && codeOf(row) !== '');
  for (const row of told) {
    const [code, name, when] = [codeOf(row), nameOf(row), `${row.level} ${row.year}`];
    if (row.level === 'authority' && row.ons !== '') dfeOfOns.add(row.ons, code);
    if (name === '') continue;
    codeOfName.add(`${when} ${name}`, code);
    nameOfCode.add(`${when} ${code}`, name);
  }
  return told.flatMap((row): Problem[] => {
    const [code, name, when] = [codeOf(row), nameOf(row), `${row.level} ${row.year}`];
    const byOns = row.level === 'authority' && row.ons !== '' ? dfeOfOns.commonest(row.ons) : code;
    const byName =
      name === '' || nameOfCode.commonest(`${when} ${code}`) === name
        ? code
        : codeOfName.commonest(`${when} ${name}`);
    const other = byOns !== code ? byOns : byName;
    if (other === undefined || other === code) return [];
    const whose = nameOfCode.commonest(`${when} ${code}`);
    const place = [name, row.ons].filter(Boolean).join(', ');
    const message =
      `the row is of ${place} and has the code ${code}` +
      (whose === undefined || whose === name ? '' : ` of ${whose}`) +
      `; in the rest of the release ${name || row.ons} is ${other}: two places may have been swapped`;
    return [
      problem(row.file, 'place-swapped', message, 'Download the file again, or correct the code', {
        row: row.row,
        value: [code, row.ons, name].filter(Boolean).join(', ')
      })
    ];
  });
}

/** What a change of areas may have left unsaid: new codes without a predecessor, ended ones without a successor, two names. */
export function areasToLookAt(
  areas: readonly Area[],
  rows: readonly PlacedRow[],
  facts: GeographyChanges
): Problem[] {
  const succeeded = new Set(facts.changes.flatMap(({ from }) => from.map((code) => `la${code}`)));
  const remedy = 'Add the change with its date to data/geography/changes.json, or its figures stand alone';
  const lone = areas.flatMap((area): Problem[] => {
    const code = area.id.slice(2);
    if (area.from !== undefined && area.predecessors === undefined)
      return [
        look(
          'new-area',
          `${area.name} (${code}) is new in ${area.from}, and no authority is named as its predecessor`,
          remedy
        )
      ];
    if (area.to !== undefined && !succeeded.has(area.id))
      return [
        look(
          'ended-area',
          `${area.name} (${code}) ends in ${area.to}, and no authority is named as its successor`,
          remedy
        )
      ];
    return [];
  });
  return [...lone, ...namedTwice(rows)];
}

/** Authorities that go by two names in their latest year of the tables. */
function namedTwice(rows: readonly PlacedRow[]): Problem[] {
  const latest = new Map<string, { year: number; names: Set<string> }>();
  for (const { level, dfe, name, year } of rows) {
    if (level !== 'authority' || dfe === '' || name === '') continue;
    const seen = latest.get(dfe);
    if (seen === undefined || year > seen.year) latest.set(dfe, { year, names: new Set([name]) });
    else if (year === seen.year) seen.names.add(name);
  }
  return [...latest].flatMap(([dfe, { year, names }]) =>
    names.size < 2
      ? []
      : [
          look(
            'two-names',
            `${dfe} goes by ${names.size} names in ${year}: ${[...names].join(', ')}`,
            'The name that most tables use was taken'
          )
        ]
  );
}

function look(rule: string, message: string, remedy: string): Problem {
  return { ...problem('the release', rule, message, remedy), severity: 'warning' };
}

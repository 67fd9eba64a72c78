import type { Area } from '#lib/domain/area.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { areaIdOf, type CodeBook } from './dfe-areas.ts';
import { type OpenFile, openFile, problem, type RawFile } from './dfe-file.ts';
import { cellOf, type UnknownValues } from './dfe-observations.ts';
import { type Population, type PopulationCount, readPopulation } from './dfe-population.ts';
import type { ReadTable, Release } from './dfe-release.ts';
import type { PlacedRow } from './dfe-rows.ts';

/** The one population file an import uses: the one given, else the release's own. Two are never mixed. */
export interface ChosenPopulation {
  readonly file?: string;
  readonly open?: OpenFile;
  /** True where it was given in place of the release's own. */
  readonly given?: boolean;
  readonly population?: Population;
  /** Its rows where it is in DfE's shape, so that areas known only from it are known too. */
  readonly rows: readonly PlacedRow[];
  readonly problems: readonly Problem[];
}

export function choosePopulation(
  release: Release,
  given: RawFile | undefined,
  vintage: number | undefined
): ChosenPopulation {
  if (given) return chooseGiven(given);
  const ofDfe = release.populations.filter(({ population }) => population.shape === 'dfe');
  const [first, second] = ofDfe.length > 0 ? ofDfe : release.populations;
  if (first === undefined) return { rows: [], problems: [] };
  const problems = [...first.population.problems];
  if (second) {
    const message = `the file and ${first.file.name} are both population estimates: two releases seem to be mixed`;
    problems.push(
      problem(second.file.name, 'two-files-one-table', message, 'Keep the files of one release in the folder')
    );
  }
  const last = Math.max(...first.population.counts.map(({ mid }) => mid));
  if (first.population.shape === 'dfe' && vintage !== undefined && last !== vintage - 1) {
    const message = `the estimates end in mid-${last}, while the release ends in ${vintage} and uses mid-${vintage - 1}: two releases are mixed`;
    problems.push(
      problem(
        first.file.name,
        'releases-mixed',
        message,
        'Keep the files of one release in the folder, or give --population'
      )
    );
  }
  return chosen(first.file, first.population, problems);
}

function chooseGiven(given: RawFile): ChosenPopulation {
  const { open, problems } = openFile(given);
  const population = open && readPopulation(open);
  if (open === undefined || population === undefined) {
    const message = 'the file has no population estimates by area';
    const remedy = 'Give the release’s own population file, or ONS estimates by single year of age';
    const none = open ? [problem(given.name, 'not-population', message, remedy)] : [];
    return { rows: [], problems: [...problems, ...none] };
  }
  return { ...chosen(open, population, population.problems), given: true };
}

function chosen(open: OpenFile, population: Population, problems: readonly Problem[]): ChosenPopulation {
  const file = open.name;
  const rows = population.counts.flatMap(({ place }) => ('file' in place ? [place] : []));
  const seen = new Map<string, number>();
  const doubled = population.counts.flatMap((count): Problem[] => {
    const key = `${keyOf(count)} ${count.mid}`;
    const earlier = seen.get(key);
    seen.set(key, earlier ?? count.row);
    if (earlier === undefined) return [];
    const message = `the row says again what row ${earlier} says already`;
    return [problem(file, 'duplicate-row', message, 'Keep one of the two rows', { row: count.row })];
  });
  return { file, open, population, rows, problems: [...problems, ...doubled, ...impossible(population)] };
}

/** Places with no children, or fewer than none. */
export function impossible({ file, column, counts }: Population): Problem[] {
  return counts
    .filter(({ reading, text }) =>
      reading.kind === 'number'
        ? reading.value === 0
        : reading.kind === 'unknown' && /^\s*[-−–]\s*\d/.test(text)
    )
    .map(({ row, text }) => {
      const message = 'the estimate is of no children or of fewer than none, and a rate divides by it';
      return problem(file, 'population-value', message, 'Download the file again', {
        row,
        column,
        value: text
      });
    });
}

/** Authorities of the release for which estimates in another shape than DfE's say nothing, by mid-year. */
export function unestimated(
  { population, open }: Pick<ChosenPopulation, 'population' | 'open'>,
  tables: readonly ReadTable[],
  codes: CodeBook
): Problem[] {
  if (population === undefined || open === undefined || population.shape === 'dfe') return [];
  const rows = tables.flatMap((table) => table.rows.filter(({ level }) => level === 'authority'));
  return [...new Set(population.counts.map(({ mid }) => mid))].toSorted().flatMap((mid): Problem[] => {
    const known = new Set(
      population.counts.flatMap(({ place, mid: own }) =>
        own === mid && !('file' in place) ? [codes.get(place.ons) ?? ''] : []
      )
    );
    const lacking = new Map(
      rows.filter(({ year, dfe }) => year === mid + 1 && !known.has(dfe)).map(({ dfe, name }) => [dfe, name])
    );
    if (lacking.size === 0) return [];
    const names = [...lacking.values()].toSorted((a, b) => a.localeCompare(b, 'en'));
    const some = names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
    const who = lacking.size === 1 ? '1 authority has' : `${lacking.size} authorities have`;
    const end = open.ended ? '' : ', and the last line has no end: the file was cut short';
    const message = `${who} figures for ${mid + 1} and no estimate of mid-${mid} (${some})${end}`;
    const found = problem(
      open.name,
      open.ended ? 'rows-missing' : 'truncated-file',
      message,
      'Download the file again; without an estimate an authority has no rate'
    );
    return [{ ...found, severity: open.ended ? 'warning' : 'error' }];
  });
}

function keyOf({ place }: PopulationCount): string {
  return 'file' in place ? `${place.level} ${place.dfe || place.ons || place.region}` : place.ons;
}

/** The population table: children aged 0 to 17 at each mid-year, for the areas of the release. */
export function populationObservations(
  { population }: ChosenPopulation,
  codes: CodeBook,
  areas: readonly Area[],
  unknown: UnknownValues
): Observation[] {
  const ids = new Map(areas.flatMap((area) => area.codes.map(({ code }) => [code, area.id] as const)));
  return (population?.counts ?? []).flatMap((count): Observation[] => {
    const { place, mid, reading, text, row } = count;
    const area = 'file' in place ? areaIdOf(place, codes) : ids.get(place.ons);
    if (area === undefined) return [];
    const cell = cellOf(reading);
    if (cell === undefined) {
      unknown.add(population?.file ?? '', row, population?.column ?? '', text);
      return [];
    }
    return [{ area, period: `mid${mid}`, measure: 'children', members: [], cell }];
  });
}

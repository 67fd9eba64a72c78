/** The same engine as the command line’s, over files that a reader gave: nothing of it is kept anywhere else. */
import type { Cube } from '#lib/domain/cube.ts';
import { isKnown, SHORTHAND, type Cell } from '#lib/domain/cell.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { InconsistentCellsError, NoSafeSetError } from '#lib/disclosure/protect-error.ts';
import { besideOfficial, standsAlone } from '#lib/db/beside-official.ts';
import { CATALOGUE_FILE, readCatalogue } from '#lib/db/catalogue.ts';
import { encodedAlone } from '#lib/db/encoded-alone.ts';
import { tableColumns, type Bundle, type BundleFiles } from '#lib/sources/bundle.ts';
import { settingsOf } from '#lib/sources/bundle-check.ts';
import { LeaksLeft, protectedRelease, type ProtectedRelease } from '#lib/sources/bundle-protected.ts';
import { readBundle, tidyFiles } from '#lib/sources/bundle-read.ts';
import { textsOf, wordFiles } from '#lib/sources/bundle-words.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { SumsDoNotAddUp } from '#lib/sources/bundle-wrong-sums.ts';
import { givenBundle, type GivenFile, type GivenFiles } from '#lib/sources/given/given.ts';
import { checkField } from '#lib/sources/rules/rules.ts';
import { readZip, writeZip } from '#lib/sources/bundle-zip.ts';
import { admitRead } from './admit.ts';
import type {
  Asked,
  Checked,
  DraftResults,
  DraftRows,
  NoRelease,
  OwnReady,
  Progress,
  Protection,
  ReadBundle,
  Role,
  SafeRelease,
  TableResult
} from './draft-messages.ts';
import { officialFigures } from './official.ts';

export interface DraftEngine {
  read(role: Role, files: readonly GivenFile[]): Promise<DraftResults['read']>;
  /** Lets go of the draft, or of every bundle of another role. */
  drop(role: Role): void;
  rows(table: string, from: number): DraftRows;
  protect(asked: Asked): Promise<Protection>;
  check(): Promise<Checked>;
  /** What was protected or checked last and found safe, made ready for the pages. */
  show(): Promise<OwnReady>;
  /** The same for a zip that was found safe before, and kept. @throws where it cannot be read any more */
  reopen(zip: Uint8Array<ArrayBuffer>): Promise<OwnReady>;
}

export interface DraftSources {
  readonly cubes: ReadonlyMap<string, Cube>;
  /** Reads a file of the official figures, by name. */
  readonly readOfficial: (name: string) => Promise<Uint8Array>;
  /** The day it is, as an ISO date. */
  readonly today: () => string;
  readonly onProgress?: (progress: Progress) => void;
}

/** Rows of a table that are shown at a time. */
export const ROWS_SHOWN = 50;

export function draftEngine({
  cubes,
  readOfficial,
  today,
  onProgress = () => {}
}: DraftSources): DraftEngine {
  const given: Record<Role, Bundle[]> = { draft: [], earlier: [], other: [] };
  let official: Bundle | undefined;
  let words: BundleFiles = new Map();
  let safe: Safe | undefined;

  const readyOf = async ({ bundle, zip }: Safe): Promise<OwnReady> => {
    onProgress({ stage: 'writing', done: 0, of: 1 });
    if (standsAlone(bundle)) return { encoded: encodedAlone(bundle), zip };
    const catalogue = readCatalogue(await readOfficial(CATALOGUE_FILE));
    const figures = await officialFigures(bundle.manifest.areas, cubes, readOfficial);
    return { encoded: besideOfficial(bundle, { catalogue, figures }), zip };
  };
  const draft = (): Bundle => {
    const [bundle] = given.draft;
    if (bundle === undefined) throw new Error('no figures have been read yet');
    return bundle;
  };
  const beside = () => ({
    official: official === undefined ? [] : [official],
    otherAudience: given.other
  });

  return {
    async read(role, files) {
      onProgress({ stage: 'reading', done: 0, of: 1 });
      const { areas } = readCatalogue(await readOfficial(CATALOGUE_FILE)).manifest;
      const gathered = givenBundle(files, {
        cubes,
        areas,
        onProgress: ({ part }) => onProgress({ stage: 'reading', done: part, of: 1 })
      });
      const { bundle, problems, ...found } = readGiven(gathered, cubes, { today: today(), official: areas });
      if (!bundle) return { problems, ...found };
      if (role !== 'draft' && bundle.manifest.protected === 'no')
        return { problems: [...problems, unprotected(bundle)], ...found };
      if (role !== 'draft') {
        given[role] = [...given[role], bundle];
        return { bundle: readOf(bundle), problems, ...found };
      }
      official = await officialFigures(bundle.manifest.areas, cubes, readOfficial);
      given.draft = [bundle];
      safe = undefined;
      words = wordFiles(tidyFiles(gathered.files));
      return { bundle: readOf(bundle), official: officialOf(official), problems, ...found };
    },

    drop(role) {
      given[role] = [];
    },

    rows: (table, from) => rowsOf(draft(), table, from),

    async protect(asked) {
      try {
        const release = await protectedRelease({
          ...asked,
          ...beside(),
          bundle: draft(),
          previous: given.earlier,
          texts: textsOf(words),
          onProgress
        });
        const made = safeRelease(release, words);
        safe = { bundle: release.bundle, zip: made.zip };
        return made;
      } catch (problem) {
        return refusalOf(problem);
      }
    },

    async check() {
      const bundle = draft();
      const admission = await admitRead(bundle, {
        ...beside(),
        earlier: given.earlier,
        repair: true,
        onProgress: (done, of) => onProgress({ stage: 'checking', done, of })
      });
      if (!('audit' in admission)) throw new Error('these figures are not protected yet');
      safe = admission.admitted
        ? { bundle, zip: writeZip(new Map([...words, ...writeBundle(bundle)])) }
        : undefined;
      return {
        safe: admission.admitted,
        audit: admission.audit,
        settings: settingsOf(bundle)
      };
    },

    async show() {
      if (safe === undefined) throw new Error('these figures were not found safe yet');
      return readyOf(safe);
    },

    async reopen(zip) {
      const { files, problems: broken } = readZip(zip, 'kept.zip');
      const { bundle } = broken.length > 0 ? {} : readBundle(files, cubes);
      if (bundle?.manifest.protected !== 'yes')
        throw new Error('what was kept on this machine cannot be read any more');
      return readyOf({ bundle, zip });
    }
  };
}

interface Safe {
  readonly bundle: Bundle;
  readonly zip: Uint8Array<ArrayBuffer>;
}

interface ReadGiven extends Found {
  /** Absent where anything is an error. */
  readonly bundle?: Bundle;
}

type Found = Pick<DraftResults['read'], 'problems' | 'previews' | 'recognised'>;

/** Problems beyond these are told without a look at their rows. */
const PREVIEWS = 200;

/** The bundle of given files, and everything that is wrong with it or worth knowing, where the reader wrote it. */
function readGiven(
  gathered: GivenFiles,
  cubes: ReadonlyMap<string, Cube>,
  context: Parameters<typeof checkField>[1]
): ReadGiven {
  const tell = (raw: readonly Problem[]): Found => {
    const problems = [...gathered.problems, ...raw.map((each) => gathered.placed(each))];
    const at = [...gathered.problems, ...raw];
    return {
      problems,
      previews: at.slice(0, PREVIEWS).map((each) => gathered.preview(each)),
      recognised: gathered.recognised.filter(({ from, name }) => plain(from) !== plain(name))
    };
  };
  if (gathered.files.size === 0) return tell([]);
  const { bundle, problems } = readBundle(gathered.files, cubes);
  const all = bundle === undefined ? problems : [...problems, ...checkField(bundle, context)];
  const refused = hasErrors([...gathered.problems, ...all]);
  return { ...tell(all), ...(bundle === undefined || refused ? {} : { bundle }) };
}

/** A name that is written as it is called was read as it was written. */
const plain = (text: string) => text.trim().toLowerCase();

const hasErrors = (problems: readonly Problem[]) => problems.some(({ severity }) => severity === 'error');

function unprotected({ manifest }: Bundle): Problem {
  return {
    severity: 'error',
    rule: 'unprotected-release',
    file: 'bundle.json',
    column: 'protected',
    value: 'no',
    message: `“${manifest.title}” is not protected, so it cannot have been published`,
    remedy: 'Choose the bundle that was published.'
  };
}

function readOf({ manifest, cubes, tables, releases = [] }: Bundle): ReadBundle {
  return {
    manifest,
    cubes: [...cubes.values()],
    rows: Object.fromEntries(tables.map(({ table, observations }) => [table.id, observations.length])),
    figures: tables.flatMap(({ observations }) => figuresOf(observations)).length,
    areas: [...new Set(tables.flatMap(({ observations }) => observations.map(({ area }) => area)))],
    releases: releases.map(({ id, bundle }) => `${bundle.manifest.title} (${id})`)
  };
}

/** What is shown or withheld, the N of n of N counted too: as the statement of a release counts. */
function figuresOf(observations: Bundle['tables'][number]['observations']): Cell[] {
  return observations
    .flatMap(({ cell, of }) => (of === undefined ? [cell] : [cell, of]))
    .filter((cell) => isKnown(cell) || cell.reason === 'withheld');
}

function officialOf({ manifest, cubes, tables }: Bundle): NonNullable<DraftResults['read']['official']> {
  const present = new Set(tables.flatMap(({ observations }) => observations.map(({ area }) => area)));
  return {
    manifest,
    cubes: [...cubes.values()],
    areas: manifest.areas.filter(({ id }) => present.has(id)).map(({ name }) => name)
  };
}

function rowsOf({ tables, manifest }: Bundle, id: string, from: number): DraftRows {
  const found = tables.find(({ table }) => table.id === id);
  if (found === undefined) throw new Error(`there is no table “${id}”`);
  const { table, cube, observations } = found;
  const names = new Map([
    ...manifest.areas.map((area) => [area.id, area.name] as const),
    ...manifest.periods.map((period) => [period.id, period.label] as const)
  ]);
  const named = (word: string) => names.get(word) ?? word;
  const shown = (cell: Cell) => (isKnown(cell) ? String(cell.value) : SHORTHAND[cell.reason]);
  return {
    columns: tableColumns(cube, table.dimensions).filter((name) => !/status|flags/.test(name)),
    rows: observations
      .slice(from, from + ROWS_SHOWN)
      .map(({ area, period, measure, members, cell, of }) => [
        named(area),
        named(period),
        measure,
        ...members,
        shown(cell),
        ...(of === undefined ? [] : [shown(of)])
      ]),
    of: observations.length
  };
}

function safeRelease(
  { bundle, hash, summary, givenAway, untrue, warnings }: ProtectedRelease,
  words: BundleFiles
): SafeRelease {
  return {
    outcome: 'safe',
    zip: writeZip(new Map([...words, ...writeBundle(bundle)])),
    manifest: bundle.manifest,
    hash,
    summary,
    tables: bundle.tables.map(({ table, observations }): TableResult => ({
      table: { id: table.id, title: table.title },
      cells: figuresOf(observations).length,
      withheld: figuresOf(observations).filter((cell) => !isKnown(cell)).length
    })),
    givenAway,
    untrue,
    warnings
  };
}

/** What stands in the way of a release. Anything else that went wrong is thrown on. */
function refusalOf(problem: unknown): NoRelease {
  if (problem instanceof NoSafeSetError)
    return { outcome: 'no safe set', cells: problem.cells, keep: problem.keep };
  if (problem instanceof LeaksLeft) return { outcome: 'leaks', audit: problem.audit };
  if (problem instanceof InconsistentCellsError || problem instanceof SumsDoNotAddUp)
    return { outcome: 'contradiction', message: problem.message };
  throw problem;
}

/** The same engine as the command line’s, over files that a reader gave: nothing of it is kept anywhere else. */
import type { Cube } from '#lib/domain/cube.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { besideOfficial, standsAlone } from '#lib/db/beside-official.ts';
import { CATALOGUE_FILE, readCatalogue, type Catalogue } from '#lib/db/catalogue.ts';
import { encodedAlone } from '#lib/db/encoded-alone.ts';
import type { Bundle, BundleFiles } from '#lib/sources/bundle.ts';
import { settingsOf, shownIn } from '#lib/sources/bundle-check.ts';
import { protectedRelease } from '#lib/sources/bundle-protected.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { textsOf, wordFiles } from '#lib/sources/bundle-words.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import type { GivenFile } from '#lib/sources/given/given.ts';
import { readGiven } from '#lib/sources/given/read-given.ts';
import { readZip, writeZip } from '#lib/sources/bundle-zip.ts';
import { admitRead } from './admit.ts';
import type {
  Asked,
  Checked,
  DraftResults,
  DraftRows,
  OwnReady,
  Progress,
  Protection,
  Role
} from './draft-messages.ts';
import { foundOf, officialOf, readOf, refusalOf, rowsOf, safeRelease } from './draft-told.ts';
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
  let catalogue: Catalogue | undefined;

  /** Fetched and parsed once; again only where that failed. */
  const catalogueOf = async (): Promise<Catalogue> =>
    (catalogue ??= readCatalogue(await readOfficial(CATALOGUE_FILE)));
  const officialBeside = async ({ manifest }: Bundle) =>
    officialFigures(manifest.areas, cubes, readOfficial, await catalogueOf());
  const readyOf = async ({ bundle, zip }: Safe): Promise<OwnReady> => {
    onProgress({ stage: 'writing', done: 0, of: 1 });
    if (standsAlone(bundle)) return { encoded: encodedAlone(bundle), zip };
    const figures = await officialBeside(bundle);
    return { encoded: besideOfficial(bundle, { catalogue: await catalogueOf(), figures }), zip };
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
      const { areas } = (await catalogueOf()).manifest;
      const read = readGiven(files, {
        cubes,
        areas,
        field: { today: today(), official: areas },
        onProgress: ({ part }) => onProgress({ stage: 'reading', done: part, of: 1 })
      });
      const { bundle } = read;
      const found = foundOf(read);
      if (!bundle) return found;
      if (role !== 'draft' && bundle.manifest.protected === 'no')
        return { ...found, problems: [...found.problems, unprotected(bundle)] };
      if (role !== 'draft') {
        given[role] = [...given[role], bundle];
        return { bundle: readOf(bundle), ...found };
      }
      official = await officialBeside(bundle);
      given.draft = [bundle];
      safe = undefined;
      words = wordFiles(read.files);
      return { bundle: readOf(bundle), official: officialOf(official), ...found };
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
        shown: shownIn({ bundle, earlier: given.earlier, ...beside() }, [
          ...admission.audit.contradictions,
          ...admission.audit.impossible.flat()
        ]),
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

/** Makes a release of raw aggregates: withheld and rounded by rules, checked with all that is out, or not made at all. */
import type { DisclosureRecord, DisclosureSettings } from '#lib/domain/disclosure.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { isSafe, type BundleAudit } from '#lib/disclosure/audit-bundle.ts';
import type { ProtectionSummary } from '#lib/disclosure/protect-bundle.ts';
import { InconsistentCellsError, NoSafeSetError } from '#lib/disclosure/protect-error.ts';
import { cellsOf, type Relation } from '#lib/disclosure/relations.ts';
import { settingsInWords } from '#lib/disclosure/settings.ts';
import { openSolver, type Solver } from '#lib/disclosure/solver.ts';
import { besideOf, type AllBeside } from './bundle-beside.ts';
import { auditsOf, together, type ReleasesToCheck } from './bundle-check.ts';
import { namedNumbers } from './bundle-named-numbers.ts';
import { freeId, releaseHash } from './bundle-release.ts';
import { publishedRounds, publishedTables } from './bundle-withheld.ts';
import type { Bundle } from './bundle.ts';
import { withholdingOf } from './bundle-withholding.ts';
import { SumsDoNotAddUp, sumWarnings, wrongSums, type WrongSum } from './bundle-wrong-sums.ts';

export { NoSafeSetError } from '#lib/disclosure/protect-error.ts';
export { UnprotectedRelease } from './bundle-release.ts';

export interface ProtectRequest {
  /** Raw aggregates. Releases that it keeps already count as earlier ones. */
  readonly bundle: Bundle;
  readonly settings: DisclosureSettings;
  readonly audience: 'public' | 'restricted';
  /** ISO date. */
  readonly madeOn: string;
  /** Earlier releases; the releases they keep count too. */
  readonly previous?: readonly Bundle[];
  /** What others publish of the same areas. */
  readonly official?: readonly Bundle[];
  /** The release for the other audience. */
  readonly otherAudience?: readonly Bundle[];
  /** Words that are published with the bundle (commentary), by file: looked through for withheld numbers. */
  readonly texts?: ReadonlyMap<string, string>;
  readonly signal?: AbortSignal;
  readonly solver?: Solver;
  /** May return a promise, so that whoever calls can let other work go on. */
  readonly onProgress?: (progress: ProtectProgress) => void | Promise<void>;
}

export interface ProtectProgress {
  readonly stage: 'comparing' | 'withholding' | 'checking' | 'writing';
  readonly done: number;
  readonly of: number;
}

export interface ProtectedRelease {
  /** What may be published. It keeps the earlier releases of its audience. */
  readonly bundle: Bundle;
  readonly hash: string;
  readonly summary: ProtectionSummary;
  /** Ids of figures that what is out gives away, whatever is withheld here. */
  readonly givenAway: readonly string[];
  /** Relations that should hold and do not in these figures. */
  readonly untrue: readonly Relation[];
  readonly audit: BundleAudit;
  /** Words in which somebody should look for withheld numbers. */
  readonly warnings: readonly Problem[];
}

/** The bundle is protected already: what was withheld cannot be weighed again. */
export class ProtectedAlready extends Error {
  constructor(title: string) {
    super(
      `“${title}” is protected already. Protect the figures as they were before any was withheld, and name this one as an earlier release if it is out.`
    );
    this.name = 'ProtectedAlready';
  }
}

/** The check of the protected figures found that some can be worked out: nothing may be published. */
export class LeaksLeft extends Error {
  readonly audit: BundleAudit;
  constructor(audit: BundleAudit) {
    const count = audit.leaks.length;
    super(
      count === 0
        ? 'nothing was made: the check found figures that contradict themselves, so that nothing can be proved of them'
        : `nothing was made: the check found ${count} ${count === 1 ? 'figure' : 'figures'} that can be worked out from what would be published`
    );
    this.name = 'LeaksLeft';
    this.audit = audit;
  }
}

/**
 * Protects and checks a bundle. A release for the public is protected for itself, and so that together with the
 * restricted one it gives none of what that withholds away; it keeps no restricted figure.
 * @throws {ProtectedAlready} of a bundle that is protected.
 * @throws {UnprotectedRelease} where what should be out is not protected.
 * @throws {SumsDoNotAddUp} where raw sums that do not add up stand in the way.
 * @throws {NoSafeSetError} where no set is safe, though raw sums add up. Nothing may be published then.
 * @throws {LeaksLeft} where the check finds a leak. Nothing may be published then.
 * @throws the signal's reason where it was aborted.
 */
export async function protectedRelease(request: ProtectRequest): Promise<ProtectedRelease> {
  const { bundle, settings, audience, signal } = request;
  if (bundle.manifest.protected === 'yes') throw new ProtectedAlready(bundle.manifest.title);
  const told = async (stage: ProtectProgress['stage'], done: number, of: number) => {
    signal?.throwIfAborted();
    await request.onProgress?.({ stage, done, of });
  };
  const effort = (stage: ProtectProgress['stage']) => ({
    ...(signal === undefined ? {} : { signal }),
    onProgress: (done: number, of: number) => told(stage, done, of)
  });
  await told('comparing', 0, 1);
  const wrong = wrongSums(bundle);
  const solver = request.solver ?? (await openSolver());
  const beside = besideOf(bundle, audience, request);
  await told('comparing', 1, 1);
  const done = await withholdingOf(bundle, beside, {
    settings,
    audience,
    solver,
    ...effort('withholding')
  }).catch((problem: unknown) => {
    const hangs = problem instanceof InconsistentCellsError || problem instanceof NoSafeSetError;
    throw hangs && wrong.length > 0 ? new SumsDoNotAddUp(wrong) : problem;
  });
  const { draft, audits, withheld } = await checkedDraft(
    request,
    beside,
    { ...done, wrong },
    { solver, ...effort('checking') }
  );
  const audit = audits.reduce(together);
  const release = withRecord(draft, audits[0] ?? audit);
  return {
    bundle: release,
    hash: releaseHash(release),
    summary: { ...done.summary, complementary: withheld.size - done.summary.primary, kept: audit.kept },
    givenAway: done.givenAway,
    untrue: done.untrue,
    audit,
    warnings: [...sumWarnings(wrong), ...namedNumbers(bundle, withheld, request.texts)]
  };
}

/** So many times what the check says would mend a leak is withheld too. */
const REPAIRS = 5;
/** In larger bundles looking for what mends a leak takes too long. */
const MENDED_UP_TO = 2000;

interface Chosen {
  readonly withheld: ReadonlySet<string>;
  readonly wrong: readonly WrongSum[];
}

/**
 * The release with what was chosen withheld, and, where the check finds that a reader could still work something out (for
 * one by taking what no table shows for nobody), with what mends that withheld as well.
 * @throws {SumsDoNotAddUp} where it is not safe, and raw sums with withheld figures do not add up.
 * @throws {LeaksLeft}
 */
async function checkedDraft(
  request: ProtectRequest,
  beside: AllBeside,
  { withheld: chosen, wrong }: Chosen,
  effort: Pick<ReleasesToCheck, 'solver' | 'signal' | 'onProgress'>
) {
  const { bundle, settings, previous, official, otherAudience } = request;
  const withheld = new Set(chosen);
  const own = new Set(bundle.tables.flatMap(cellsOf).map(({ id }) => id));
  for (let round = 0; ; round += 1) {
    const draft = releaseOf(request, beside, publishedTables(bundle.tables, withheld, settings));
    const audits = await auditsOf({
      bundle: draft,
      ...(previous === undefined ? {} : { earlier: previous }),
      ...(official === undefined ? {} : { official }),
      ...(otherAudience === undefined ? {} : { otherAudience }),
      settings,
      repair: own.size <= MENDED_UP_TO,
      ...effort
    });
    const audit = audits.reduce(together);
    if (isSafe(audit)) return { draft, audits, withheld };
    const hanging = wrong.filter(({ relation: { total, parts } }) =>
      [total, ...parts].some((id) => withheld.has(id))
    );
    if (hanging.length > 0) throw new SumsDoNotAddUp(hanging);
    const more = audit.leaks
      .flatMap(({ withhold = [] }) => withhold.map(({ id }) => id))
      .filter((id) => own.has(id) && !withheld.has(id));
    if (more.length === 0 || audit.impossible.length > 0 || round === REPAIRS) throw new LeaksLeft(audit);
    for (const id of more) withheld.add(id);
  }
}

/** The bundle as it is published, with what it says of its protection, and earlier releases that its readers may see. */
function releaseOf(
  { bundle, settings, audience, madeOn }: ProtectRequest,
  { earlier, told, each }: AllBeside,
  tables: Bundle['tables']
): Bundle {
  const releases = earlier.filter(
    (release) => audience === 'restricted' || release.bundle.manifest.audience === 'public'
  );
  const { releases: _, ...rest } = bundle;
  const beside = each.filter(({ kind }) => kind !== 'official').flatMap(({ tables: out }) => out);
  return {
    ...rest,
    manifest: {
      ...bundle.manifest,
      audience,
      protected: 'yes',
      protection: settingsInWords(settings).join(' '),
      disclosure: {
        release: freeId(`${madeOn}-${audience}`, new Set(earlier.map(({ id }) => id))),
        madeOn,
        settings,
        ...NOTHING_FOUND,
        beside: told
      }
    },
    tables,
    registers: {
      ...bundle.registers,
      ...publishedRounds(bundle.registers, [...tables, ...beside], settings)
    },
    ...(releases.length === 0 ? {} : { releases })
  };
}

type Findings = Omit<DisclosureRecord, 'release' | 'madeOn' | 'settings' | 'beside'>;

const NOTHING_FOUND: Findings = {
  cells: 0,
  withheld: 0,
  kept: 1,
  relations: 0,
  implied: 0,
  givenAway: 0,
  narrowest: []
};

/**
 * The release with what was found when it was read as its readers read it. Each number is one that they could find
 * themselves: a number that leans on withheld figures would help to work them out.
 */
function withRecord(bundle: Bundle, audit: BundleAudit): Bundle {
  const { disclosure } = bundle.manifest;
  if (disclosure === undefined) return bundle;
  const { cells, withheld, kept, relations, implied, givenAway, narrowest } = audit;
  const found: Findings = {
    cells,
    withheld,
    kept,
    relations,
    implied,
    givenAway: givenAway.length,
    narrowest
  };
  return { ...bundle, manifest: { ...bundle.manifest, disclosure: { ...disclosure, ...found } } };
}

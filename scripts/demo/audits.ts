/** Multi-agency audits, family by family: what each standard found in each round. */
import { known } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { LARGE, MIDDLE, SMALL } from './places.ts';
import { randomOf, type Random } from './random.ts';

export interface Round {
  readonly round: keyof typeof HELD;
  readonly area: string;
  readonly period: string;
  readonly size: number;
  /** Where a standard was met by another share of families than usual. */
  readonly shares?: Readonly<Record<string, number>>;
  readonly scale: 'inspection' | 'met';
}

/** The day of each round. */
export const HELD = {
  families2022: '2022-11-14',
  families2023: '2023-11-13',
  chosen2023: '2023-11-20'
} as const;

/** Two rounds alike in Kestrelshire and Quillmere; in Lanternport the second looked at families that teams put forward. */
export const ROUNDS: readonly Round[] = [
  {
    round: 'families2022',
    area: LARGE,
    period: '2023',
    size: 64,
    scale: 'inspection',
    shares: { 'asm-impact': 0.44, chron: 0.67 }
  },
  {
    round: 'families2023',
    area: LARGE,
    period: '2024',
    size: 60,
    scale: 'inspection',
    shares: { 'asm-impact': 0.77, chron: 0.37 }
  },
  {
    round: 'families2022',
    area: MIDDLE,
    period: '2023',
    size: 42,
    scale: 'inspection',
    shares: { voice: 0.52, 'plan-smart': 0.43 }
  },
  {
    round: 'chosen2023',
    area: MIDDLE,
    period: '2024',
    size: 24,
    scale: 'met',
    shares: { voice: 0.75, 'plan-smart': 0.71 }
  },
  { round: 'families2022', area: SMALL, period: '2023', size: 9, scale: 'inspection' },
  { round: 'families2023', area: SMALL, period: '2024', size: 8, scale: 'inspection' }
];

/** Of all audited families, the share in which each standard is usually met. */
const USUAL: Readonly<Record<string, number>> = {
  'asm-hist': 0.55,
  'asm-impact': 0.52,
  chron: 0.5,
  'chron-sn': 0.36,
  'adult-aud': 0.48,
  'adult-focus': 0.34,
  'chal-need': 0.38,
  curiosity: 0.58,
  drift: 0.33,
  'eh-missed': 0.3,
  fathers: 0.49,
  genogram: 0.43,
  identity: 0.52,
  'info-health': 0.61,
  'mgmt-oversight': 0.57,
  'missed-proc': 0.66,
  noncomp: 0.44,
  'outcome-child': 0.53,
  'plan-child': 0.6,
  'plan-cont': 0.39,
  'plan-parent': 0.55,
  'plan-smart': 0.46,
  'ref-hist': 0.51,
  'ref-qual': 0.67,
  research: 0.36,
  sibling: 0.56,
  'timely-resp': 0.47,
  'tool-use': 0.36,
  'trauma-lens': 0.42,
  voice: 0.62
};

/** Asked only of families with long-term help, and which part of all families those are. */
const LONG_TERM: readonly string[] = ['drift', 'missed-proc'];
const WITH_LONG_TERM_HELP = 0.6;

/** Which standards were met. */
export type Family = ReadonlyMap<string, boolean>;

/** Exactly so many of the families, which of them by chance. */
function spread(many: number, share: number, random: Random): boolean[] {
  const met = Math.round(many * share);
  const order = Array.from({ length: many }, (_, at) => ({ at, by: random.unit() })).toSorted(
    (a, b) => a.by - b.by
  );
  const found = Array.from({ length: many }, () => false);
  for (const { at } of order.slice(0, met)) found[at] = true;
  return found;
}

/** In the order in which they were drawn. */
export function familiesIn({ round, area, size, shares = {} }: Round, seed: number): Family[] {
  const random = randomOf(seed, `audit ${round} in ${area}`);
  const answers = Object.entries(USUAL).map(([id, usual]) => {
    const share = shares[id] ?? Math.min(0.95, Math.max(0.05, usual + 0.05 * random.normal()));
    return [id, spread(size, share, random)] as const;
  });
  return Array.from({ length: size }, (_, at) => new Map(answers.map(([id, met]) => [id, met[at] ?? false])));
}

/** n of N of one standard in one round, with the standards that follow from others. */
function standardsIn(round: Round, seed: number): ReadonlyMap<string, readonly [met: number, of: number]> {
  const families = familiesIn(round, seed);
  const random = randomOf(seed, `outcomes of ${round.round} in ${round.area}`);
  const has = (family: Family, id: string) => family.get(id) === true;
  const count = (test: (family: Family) => boolean) => families.filter(test).length;
  const found = new Map<string, readonly [number, number]>(
    Object.keys(USUAL).map((id) => {
      const asked = LONG_TERM.includes(id)
        ? families.slice(0, Math.round(families.length * WITH_LONG_TERM_HELP))
        : families;
      return [id, [asked.filter((family) => has(family, id)).length, asked.length]];
    })
  );
  const needed = count((family) => has(family, 'chal-need'));
  const [effective, wait] = [Math.round(needed * 0.45), Math.round(needed * 0.2)];
  const positive = Math.round(families.length * (0.5 + 0.08 * random.unit()));
  const partial = Math.round(families.length * 0.16);
  return new Map([
    ...found,
    [
      'asm-either',
      [count((family) => !has(family, 'asm-hist') || !has(family, 'asm-impact')), families.length]
    ],
    ['chron-cum', [Math.round(count((family) => has(family, 'chron')) * 0.6), count((f) => has(f, 'chron'))]],
    ['chal-eff-effective', [effective, needed]],
    ['chal-eff-wait', [wait, needed]],
    ['chal-eff-none', [needed - effective - wait, needed]],
    ['progress-positive', [positive, families.length]],
    ['progress-partial', [partial, families.length]],
    ['progress-none', [families.length - positive - partial, families.length]]
  ]);
}

const SCALES = {
  inspection: { outstanding: 0.06, good: 0.4, requires: 0.39, inadequate: 0.15, notseen: 0 },
  met: { met: 0.5, partly: 0.33, notmet: 0.17, notseen: 0 }
} as const;

/** The grade of plans: its shares of the families, the last taking what is left. */
function gradesIn({ size, scale }: Round): readonly (readonly [grade: string, families: number])[] {
  const shares = Object.entries(SCALES[scale]);
  const counts = shares.map(([grade, share]): [string, number] => [grade, Math.round(size * share)]);
  const over = counts.reduce((sum, [, many]) => sum + many, 0) - size;
  return counts.map(([grade, many]) => [
    grade,
    grade === 'requires' || grade === 'partly' ? many - over : many
  ]);
}

function inRound(
  { round }: Round,
  members: (round: string) => readonly string[]
): readonly (readonly string[])[] {
  return [members(round), members(ALL)];
}

/** Rows of table `audits`: each standard in its round, and in the year, which held one round. */
export function auditRows(seed: number): Observation[] {
  return ROUNDS.flatMap((round) =>
    [...standardsIn(round, seed)].flatMap(([id, [met, of]]) =>
      inRound(round, (which) => [id, which]).map((members): Observation => ({
        area: round.area,
        period: round.period,
        measure: 'families',
        members,
        cell: known(met),
        of: known(of)
      }))
    )
  );
}

/** Rows of table `grades`. */
export function gradeRows(): Observation[] {
  return ROUNDS.flatMap((round) =>
    [[ALL, round.size] as const, ...gradesIn(round)].flatMap(([grade, families]) =>
      inRound(round, (which) => ['plan-qual', grade, which]).map((members): Observation => ({
        area: round.area,
        period: round.period,
        measure: 'families',
        members,
        cell: known(families)
      }))
    )
  );
}

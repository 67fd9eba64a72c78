/** Audits, surveys, training, attendance and escalation: what the partnership counts of its own work. */
import { known, missing } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { agencyRows, planRows, tierRows } from './audit-members.ts';
import type { Audited } from './audited.ts';
import { auditRows, gradeRows } from './audits.ts';
import { OWN_YEARS, spanOf } from './days.ts';
import { reportingYear } from '#lib/domain/period.ts';
import { ageOn } from './family.ts';
import type { Life } from './life.ts';
import { LARGE, MIDDLE, OWN, PARTNERSHIP, SMALL } from './places.ts';
import { randomOf } from './random.ts';
import { BY_AUTHORITY, BY_PARTNERSHIP, escalationsRaised, type Yearly } from './yearly.ts';

export interface AssuranceTable {
  readonly id: string;
  readonly cube: string;
  readonly title: string;
  readonly dimensions: string[];
  readonly rows: readonly Observation[];
}

/** Children known for neglect at the end of a reporting year, by authority and year. */
export type KnownChildren = ReadonlyMap<
  string,
  Readonly<Record<'neglect' | 'school' | 'plans' | 'onplan', number>>
>;

export function knownChildren(area: string, life: Life): KnownChildren {
  return new Map(
    OWN_YEARS.map((year) => {
      const { to } = spanOf(reportingYear(year));
      const open = life.spells.filter((spell) => spell.from <= to && spell.to > to && spell.higherFrom > to);
      const neglected = open.filter(({ neglect }) => neglect === 'yes');
      const inSchool = ({ child }: (typeof open)[number]) => ageOn(child, to) >= 5 && ageOn(child, to) < 16;
      return [
        `${area} ${String(year)}`,
        {
          neglect: neglected.length,
          school: neglected.filter(inSchool).length,
          plans: open.filter((spell) => spell.tier === 'cpplan' && inSchool(spell)).length,
          onplan: open.filter(({ tier }) => tier === 'cpplan').length
        }
      ];
    })
  );
}

const SIZE: Readonly<Record<string, number>> = {
  [LARGE]: 1.6,
  [MIDDLE]: 0.8,
  [SMALL]: 0.09,
  [PARTNERSHIP]: 1
};

export function assuranceTables(
  seed: number,
  known: KnownChildren,
  audited: Audited | undefined
): AssuranceTable[] {
  const about = { cube: 'assurance', dimensions: ['indicator', 'agency'] };
  const rows = [
    ...BY_PARTNERSHIP.flatMap((each) => yearlyRows(each, PARTNERSHIP, seed, known)),
    ...Object.keys(OWN).flatMap((area) =>
      BY_AUTHORITY.flatMap((each) => yearlyRows(each, area, seed, known))
    ),
    ...counted()
  ];
  return [
    {
      id: 'audits',
      cube: 'assurance',
      title: 'What multi-agency audits found, by standard and round',
      dimensions: ['indicator', 'round'],
      rows: [...auditRows(seed), ...planRows(audited)]
    },
    {
      id: 'audits-agency',
      cube: 'assurance',
      title: 'What multi-agency audits found, by agency',
      dimensions: ['indicator', 'agency'],
      rows: agencyRows(audited, seed)
    },
    {
      id: 'audits-tier',
      cube: 'assurance',
      title: 'What multi-agency audits found, by tier of help',
      dimensions: ['indicator', 'tier'],
      rows: tierRows(audited, seed)
    },
    {
      id: 'grades',
      cube: 'grades',
      title: 'Grades of plans in audits, by round',
      dimensions: ['standard', 'grade', 'round'],
      rows: gradeRows()
    },
    { id: 'assurance', title: 'Training, surveys, attendance and escalation', ...about, rows }
  ];
}

function yearlyRows(each: Yearly, area: string, seed: number, children: KnownChildren): Observation[] {
  const { indicator, measure, of, share, agencies, only } = each;
  const random = randomOf(seed, `${indicator} in ${area}`);
  const [from, to] = share;
  return OWN_YEARS.flatMap((year, at) => {
    const trend = from + ((to - from) * at) / (OWN_YEARS.length - 1);
    const usual = trend * (1 + 0.03 * Math.max(-2, Math.min(2, random.normal())));
    const many =
      typeof of === 'number'
        ? Math.round(of * (SIZE[area] ?? 1) * (0.95 + 0.1 * random.unit()))
        : of === 'escalations'
          ? escalationsRaised(at)
          : (children.get(`${area} ${String(year)}`)?.[of] ?? 0);
    const row = (agency: string, met: number, all: number): Observation => ({
      area,
      period: String(year),
      measure,
      members: [indicator, agency],
      cell: known(met),
      of: known(all)
    });
    const met = Math.round(many * usual);
    if (only !== undefined) return [row(only, met, many)];
    if (agencies === undefined) return [row(ALL, met, many)];
    const parts = parted(agencies, usual, many);
    const sum = (at: 1 | 2) => parts.reduce((total, part) => total + part[at], 0);
    return [row(ALL, sum(1), sum(2)), ...parts.map(([agency, n, all]) => row(agency, n, all))];
  });
}

/** A whole given out to agencies, which differ a little. */
function parted(
  agencies: Readonly<Record<string, number>>,
  share: number,
  of: number
): readonly (readonly [agency: string, met: number, of: number])[] {
  return Object.entries(agencies).map(([agency, part], at) => {
    const all = Math.round(of * part);
    const lean = 1 + 0.12 * (((at * 2) % 3) - 1);
    return [agency, Math.min(all, Math.round(all * share * lean)), all] as const;
  });
}

/** Numbers that are out of nothing: adults that services work with, escalations, reviews, social workers’ children. */
function counted(): Observation[] {
  const row = (
    area: string,
    year: number,
    measure: string,
    indicator: string,
    value: number
  ): Observation => ({
    area,
    period: String(year),
    measure,
    members: [indicator, ALL],
    cell: known(value),
    of: missing('notApplicable')
  });
  return OWN_YEARS.flatMap((year, at) => [
    ...[LARGE, MIDDLE].flatMap((area) => {
      const size = SIZE[area] ?? 1;
      return [
        row(area, year, 'people', 'adult-ref', Math.round(2300 * size)),
        row(area, year, 'children', 'caseload', Math.round(2450 * size + 20 * at)),
        row(area, year, 'posts', 'caseload', Math.round(140 * size))
      ];
    }),
    row(PARTNERSHIP, year, 'escalations', 'esc-vol', escalationsRaised(at)),
    row(PARTNERSHIP, year, 'reviews', 'cspr-neg', at === 2 ? 1 : 0)
  ]);
}

import type { Area } from '#lib/domain/area.ts';
import type { Note, Table } from '#lib/domain/bundle.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { dateInWords } from '#lib/domain/period.ts';
import type { GeographyChanges } from './dfe-changes.ts';
import { type Gap, gapsIn } from './dfe-gaps.ts';

/** Everything a note may be drawn from. */
export interface NoteGround {
  readonly areas: readonly Area[];
  readonly tables: readonly Table[];
  readonly observations: ReadonlyMap<string, readonly Observation[]>;
  readonly facts: GeographyChanges;
}

/** Notes bound to what they qualify, all worked out from the figures and the dated facts of geography. */
export function notesOf(ground: NoteGround): Note[] {
  const gaps = gapsIn(authorityRows(ground));
  return [
    ...definitionNotes(ground),
    ...roundingNotes(ground),
    ...totalsNotes(ground),
    ...codeNotes(ground.areas),
    ...changeNotes(ground),
    ...populationNotes(ground),
    ...substitutionNotes(ground, gaps),
    ...gaps.map((gap) => gapNote(gap, nameOf(ground.areas, gap.area)))
  ];
}

function nameOf(areas: readonly Area[], id: string): string {
  return areas.find((area) => area.id === id)?.name ?? id;
}

/** `2021`, `2021 and 2022`, `2020, 2021 and 2022`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function authorityRows({ areas, tables, observations }: NoteGround): Map<string, readonly Observation[]> {
  const authorities = new Set(areas.filter((area) => area.kind === 'authority').map((area) => area.id));
  const published = tables.filter((table) => table.cube !== 'population').map((table) => table.id);
  return new Map(
    published.map((id) => [id, (observations.get(id) ?? []).filter((cell) => authorities.has(cell.area))])
  );
}

function gapNote(gap: Gap, name: string): Note {
  return {
    id: ['gap', gap.reason === 'unreliable' ? 'u' : 'x', gap.area, gap.table].filter(Boolean).join('-'),
    text: gapText(gap, name, listed(gap.periods)),
    ...(gap.table === undefined ? {} : { table: gap.table }),
    areas: [gap.area],
    periods: [...gap.periods]
  };
}

function gapText({ reason, table }: Gap, name: string, years: string): string {
  if (reason === 'unreliable') {
    const here = table === undefined ? '' : ' here';
    return `${name}: the Department for Education judged figures for ${years} too unreliable to publish${here}.`;
  }
  return table === undefined
    ? `${name}: no usable return for ${years}, so there are no figures.`
    : `${name}: these figures are not available for ${years}, because the return was not made or could not be used.`;
}

const DEFINITIONS: readonly {
  readonly table: string;
  readonly periods?: readonly string[];
  readonly text: string;
}[] = [
  {
    table: 'in-need',
    text: 'Children in need include unborn children and young people aged 18 and over; rates divide by children aged 0 to 17.'
  },
  {
    table: 'in-need-year',
    text: 'Children in need include unborn children and young people aged 18 and over; rates divide by children aged 0 to 17.'
  },
  {
    table: 'assessment-factors',
    text: 'Factors show what was recorded at the end of assessments, not how common something is among children. One assessment can record many factors, and episodes with none recorded are left out.'
  },
  {
    table: 'referrals',
    periods: ['2021'],
    text: 'Referrals fell in the year to 31 March 2021, when schools were closed for part of the year. The fall is not an improvement.'
  },
  {
    table: 'referrals-by-source',
    periods: ['2021'],
    text: 'Referrals from schools fell in the year to 31 March 2021, when schools were closed for part of the year. The fall is not an improvement.'
  }
];

function definitionNotes({ tables, observations }: NoteGround): Note[] {
  return DEFINITIONS.filter(
    ({ table, periods }) =>
      tables.some((known) => known.id === table) &&
      (periods === undefined || (observations.get(table) ?? []).some((cell) => periods.includes(cell.period)))
  ).map(({ table, periods, text }) => ({
    id: ['about', table, ...(periods ?? [])].join('-'),
    text,
    table,
    ...(periods ? { periods: [...periods] } : {})
  }));
}

function roundingNotes({ areas, tables, observations }: NoteGround): Note[] {
  const wide = new Set(
    areas.filter((area) => area.kind === 'country' || area.kind === 'region').map(({ id }) => id)
  );
  const rounded = tables
    .filter((table) => table.cube !== 'population')
    .every((table) =>
      (observations.get(table.id) ?? []).every(
        ({ area, cell }) => !wide.has(area) || cell.kind === 'missing' || cell.value % 10 === 0
      )
    );
  const text =
    'The Department for Education rounds figures for England and its regions to the nearest 10. So parts may not add up to their total, and authorities do not add up to England.';
  return rounded ? [{ id: 'rounding', text, areas: [...wide] }] : [];
}

/** Tables that publish the same total, and the measure it is under. */
const SAME_TOTALS: readonly (readonly [string, readonly string[], string])[] = [
  ['open', ['plans', 'plans-by-category', 'plans-by-duration'], 'plans at 31 March'],
  ['started', ['plans', 'plan-starts-by-category', 'plan-starts-repeat'], 'plans starting in the year'],
  ['ended', ['plans', 'plan-ends-by-duration'], 'plans ending in the year'],
  ['open', ['in-need', 'primary-need'], 'children in need at 31 March'],
  ['referrals', ['referrals', 'referrals-by-source'], 'referrals in the year']
];

function totalsNotes({ areas, observations }: NoteGround): Note[] {
  return SAME_TOTALS.flatMap(([measure, tables, what]) => {
    const totals = tables.map((table) => totalsOf(observations.get(table) ?? [], measure));
    const differing = new Set<string>();
    for (const own of totals)
      for (const [key, value] of own)
        if (totals.some((other) => (other.get(key) ?? value) !== value)) differing.add(key);
    if (differing.size === 0) return [];
    const [where, when] = [0, 1].map(
      (part) => new Set([...differing].map((key) => key.split(' ')[part] ?? ''))
    );
    const ids = areas.map(({ id }) => id).filter((id) => where?.has(id));
    const periods = [...(when ?? [])].toSorted();
    const text = `The number of ${what} differs between tables of the release for ${listed(ids.map((id) => nameOf(areas, id)))} in ${listed(periods)}. Each table is kept as published; a share uses the total of its own table.`;
    return tables
      .filter((table) => (observations.get(table) ?? []).length > 0)
      .map((table) => ({ id: `totals-${measure}-${table}`, text, table, areas: ids, periods }));
  });
}

function totalsOf(observations: readonly Observation[], measure: string): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { area, period, measure: own, members, cell } of observations) {
    const total = members.every((member) => ['all', 'inneed'].includes(member));
    if (own === measure && total && cell.kind === 'known') totals.set(`${area} ${period}`, cell.value);
  }
  return totals;
}

function codeNotes(areas: readonly Area[]): Note[] {
  return areas.flatMap((area) => {
    const codes = area.codes.filter((code) => code.scheme === 'ons' && code.from !== undefined);
    if (area.kind !== 'authority' || codes.length < 2) return [];
    const spans = codes.map(({ code, from, to }) => `${code} (${from === to ? from : `${from} to ${to}`})`);
    const text = `${area.name} is published under the ONS codes ${listed(spans)}. It is one authority throughout, and its figures are one series.`;
    return [{ id: `code-${area.id}`, text, areas: [area.id] }];
  });
}

function changeNotes({ areas, facts }: NoteGround): Note[] {
  const ids = new Set(areas.map((area) => area.id));
  return facts.changes.flatMap((change) => {
    const from = change.from.map((code) => `la${code}`).filter((id) => ids.has(id));
    const to = change.to.map((code) => `la${code}`).filter((id) => ids.has(id));
    if (from.length === 0 || to.length === 0) return [];
    const text = `From ${dateInWords(change.date)}: ${change.note} Figures before and after are not joined. Source: ${change.source}.`;
    return [{ id: `change-${change.date}-${to.join('-')}`, text, areas: [...from, ...to] }];
  });
}

function populationNotes({ areas, observations }: NoteGround): Note[] {
  const estimates = observations.get('population') ?? [];
  const known = new Set(estimates.filter(({ cell }) => cell.kind === 'known').map(({ area }) => area));
  const without = areas.filter(
    (area) => estimates.some((cell) => cell.area === area.id) && !known.has(area.id)
  );
  if (without.length === 0) return [];
  const text = `There is no population estimate for ${listed(without.map(({ name, to }) => (to ? `${name} (to ${to})` : name)))}, so no rate per 10,000 children can be worked out.`;
  return [{ id: 'no-population', text, areas: without.map(({ id }) => id) }];
}

function substitutionNotes({ areas, facts }: NoteGround, gaps: readonly Gap[]): Note[] {
  return facts.substitutions.flatMap(({ area: code, years, used, source }) => {
    const area = areas.find(({ id }) => id === `la${code}`);
    const periods = years
      .map(String)
      .filter((year) => gaps.some((gap) => gap.area === area?.id && gap.periods.includes(year)));
    if (area === undefined || periods.length === 0) return [];
    const wider = ancestorsOf(areas, area);
    const text = `${area.name} has no usable figures for ${listed(periods)}: the totals of ${listed(wider.map(({ name }) => name))} use its figures for ${used}. Source: ${source}.`;
    return [
      { id: `substitution-${area.id}-${periods.join('-')}`, text, areas: wider.map(({ id }) => id), periods }
    ];
  });
}

function ancestorsOf(areas: readonly Area[], area: Area): Area[] {
  const parent = areas.find(({ id }) => id === area.parent);
  return parent === undefined ? [] : [parent, ...ancestorsOf(areas, parent)];
}

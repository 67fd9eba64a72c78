import type { BundleManifest, Source, Table } from '#lib/domain/bundle.ts';
import { type Period, reportingYear } from '#lib/domain/period.ts';
import { USUAL_TIERS } from './usual-tiers.ts';

const OGL = 'Open Government Licence v3.0';

const ESTIMATES =
  'https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates';

/** What the importer was told, or found, about the release as a whole. */
export interface ReleaseFacts {
  readonly vintage: number;
  /** Mid-years of the population estimates, ascending; empty where there are none. */
  readonly mids: readonly number[];
  /** Mid-years of the estimates by single year of age, ascending; empty where there are none. */
  readonly agedMids: readonly number[];
  readonly neighboursModel?: string;
  /** A later release that is known to exist. */
  readonly newer?: string;
}

export function dfeSourceId({ vintage }: ReleaseFacts): string {
  return `dfe-children-in-need-${vintage}`;
}

export function populationSourceId({ mids }: ReleaseFacts): string {
  return `ons-mid-${mids.at(-1) ?? ''}`;
}

export function agesSourceId({ agedMids }: ReleaseFacts): string {
  return `ons-ages-mid-${agedMids.at(-1) ?? ''}`;
}

/** The release, the population estimates and the neighbours' model, each with its vintage. */
export function sourcesOf(facts: ReleaseFacts): Source[] {
  const first = mid(facts.mids[0]);
  const last = mid(facts.mids.at(-1));
  const sources: Source[] = [
    {
      id: dfeSourceId(facts),
      publisher: 'Department for Education',
      title: 'Children in need',
      edition: `Reporting year ${facts.vintage}`,
      url: `https://explore-education-statistics.service.gov.uk/find-statistics/children-in-need/${facts.vintage}`,
      vintage: String(facts.vintage),
      licence: OGL,
      ...(facts.newer === undefined ? {} : { newer: facts.newer })
    }
  ];
  if (facts.mids.length > 0) {
    sources.push({
      id: populationSourceId(facts),
      publisher: 'Office for National Statistics',
      title: 'Mid-year population estimates, children aged 0 to 17',
      edition:
        first === last ? `Estimate for ${last}` : `Estimates for ${first} to ${last}, as used in the release`,
      url: ESTIMATES,
      vintage: String(facts.mids.at(-1) ?? ''),
      licence: OGL
    });
  }
  if (facts.agedMids.length > 0) {
    const ages = facts.agedMids.map(mid);
    sources.push({
      id: agesSourceId(facts),
      publisher: 'Office for National Statistics',
      title: 'Mid-year population estimates by single year of age',
      edition: `${ages.length === 1 ? 'Estimate' : 'Estimates'} for ${ages.join(', ')}`,
      url: ESTIMATES,
      vintage: String(facts.agedMids.at(-1) ?? ''),
      licence: OGL
    });
  }
  if (facts.neighboursModel !== undefined) {
    sources.push({
      id: `dfe-neighbours-${facts.neighboursModel}`,
      publisher: 'Department for Education',
      title: 'Children’s services statistical neighbours',
      edition: EDITIONS[facts.neighboursModel] ?? `${facts.neighboursModel} model`,
      url: 'https://www.gov.uk/government/publications/local-authority-interactive-tool-lait',
      vintage: facts.neighboursModel,
      licence: OGL
    });
  }
  return sources;
}

/** How the publisher names a model of statistical neighbours, where the month is known. */
const EDITIONS: Readonly<Record<string, string>> = { '2025': 'May 2025 model' };

function mid(year: number | undefined): string {
  return `mid-${year ?? ''}`;
}

/** Reporting years, then the mid-years of the population estimates. */
export function periodsOf(years: readonly number[], mids: readonly number[]): Period[] {
  return [
    ...years.map(reportingYear),
    ...mids.map((year): Period => ({
      id: `mid${year}`,
      kind: 'date',
      start: `${year}-06-30`,
      end: `${year}-06-30`,
      label: `mid-${year} (30 June ${year})`
    }))
  ];
}

/** The parts of a manifest that are the same for every release: tiers, agencies, categories, ages, words. */
export function standingParts(): Pick<
  BundleManifest,
  | 'tiers'
  | 'agencies'
  | 'categories'
  | 'ageBands'
  | 'terms'
  | 'licence'
  | 'audience'
  | 'protected'
  | 'protection'
> {
  return {
    audience: 'public',
    protected: 'yes',
    protection:
      'As published by the Department for Education: counts of 1 to 5 for an authority are withheld, others too where they would give one away, and figures for England and its regions are rounded to the nearest 10.',
    licence: OGL,
    tiers: [...USUAL_TIERS],
    agencies: [
      { id: 'individual', name: 'Individuals' },
      { id: 'schools', name: 'Schools' },
      { id: 'education', name: 'Education services' },
      { id: 'health', name: 'Health services' },
      { id: 'housing', name: 'Housing' },
      { id: 'council', name: 'Council services' },
      { id: 'police', name: 'Police' },
      { id: 'legal', name: 'Other legal agencies' },
      { id: 'other', name: 'Other' },
      { id: 'anonymous', name: 'Anonymous' },
      { id: 'unknown', name: 'Not known' }
    ],
    categories: [
      { id: 'neglect', name: 'Neglect' },
      { id: 'physical', name: 'Physical abuse' },
      { id: 'sexual', name: 'Sexual abuse' },
      { id: 'emotional', name: 'Emotional abuse' },
      { id: 'multiple', name: 'Multiple' }
    ],
    ageBands: [
      { id: 'unborn', name: 'Unborn' },
      { id: 'under1', name: 'Under 1' },
      { id: '1to4', name: '1 to 4' },
      { id: '5to9', name: '5 to 9' },
      { id: '10to15', name: '10 to 15' },
      { id: '16plus', name: '16 and over' }
    ],
    terms: { board: 'safeguarding partnership', assessment: 'assessment', tool: 'neglect tool' }
  };
}

/** The declaration of the population table. */
export function populationTable(facts: ReleaseFacts): Table {
  return {
    id: 'population',
    file: 'cubes/population.csv',
    cube: 'population',
    source: populationSourceId(facts),
    title: 'Children aged 0 to 17, mid-year estimates',
    dimensions: []
  };
}

/** The declaration of the table of population by age. */
export function agesTable(facts: ReleaseFacts): Table {
  return {
    id: 'population-age',
    file: 'cubes/population-age.csv',
    cube: 'population',
    source: agesSourceId(facts),
    title: 'Children by age, mid-year estimates',
    dimensions: ['age']
  };
}

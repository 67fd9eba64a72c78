/** What the demonstration says of itself. */
import type { BundleManifest } from '#lib/domain/bundle.ts';
import type { BundleTable } from '#lib/sources/bundle.ts';
import { USUAL_TIERS } from '#lib/sources/usual-tiers.ts';
import { POPULATION_DATES, QUARTERS, REPORTING_YEARS } from './days.ts';
import { AREAS, LARGE, MIDDLE } from './places.ts';
import { NATIONAL_SOURCE, OWN_SOURCE } from './tables.ts';

const LICENCE = 'MIT';
const PUBLISHER = 'Quill Vale Safeguarding Children Partnership (made up)';

const CATEGORIES = [
  { id: 'neglect', name: 'Neglect' },
  { id: 'physical', name: 'Physical abuse' },
  { id: 'sexual', name: 'Sexual abuse' },
  { id: 'emotional', name: 'Emotional abuse' },
  { id: 'multiple', name: 'Multiple' }
];

const AGENCIES = [
  ['council', 'Children’s social care'],
  ['earlyhelp', 'Early help service'],
  ['familyhubs', 'Family hubs', '2019-04-01'],
  ['schools', 'Schools'],
  ['health', 'Health services'],
  ['healthvisiting', 'Health visiting', '2015-10-01'],
  ['dentist', 'Dentists'],
  ['adultmental', 'Adult mental health'],
  ['substance', 'Drug and alcohol service'],
  ['probation', 'Probation'],
  ['police', 'Police'],
  ['housing', 'Housing'],
  ['voluntary', 'Voluntary organisations']
] as const satisfies readonly (readonly [id: string, name: string, from?: string])[];

const AGE_BANDS = [
  ['unborn', 'Unborn'],
  ['under1', 'Under 1'],
  ['1to4', '1 to 4'],
  ['5to9', '5 to 9'],
  ['5to6', '5 and 6'],
  ['7to15', '7 to 15'],
  ['7to10', '7 to 10'],
  ['11to15', '11 to 15'],
  ['10to15', '10 to 15'],
  ['16plus', '16 and over']
] as const;

const named = (list: readonly (readonly [id: string, name: string, from?: string])[]) =>
  list.map(([id, name, from]) => (from === undefined ? { id, name } : { id, name, from }));

export function manifestOf(seed: number, tables: readonly BundleTable[]): BundleManifest {
  return {
    id: 'quill-vale-demo',
    title: 'Quill Vale: a made-up partnership, to try Neglect Lens with',
    publisher: PUBLISHER,
    audience: 'public',
    protected: 'no',
    protection: 'None: raw counts of children who do not exist.',
    licence: LICENCE,
    synthetic: true,
    sources: [
      {
        id: NATIONAL_SOURCE,
        publisher: 'Made-up national return',
        title: 'National return (made up)',
        edition: 'Reporting year 2024, made up',
        vintage: '2024',
        licence: LICENCE
      },
      {
        id: OWN_SOURCE,
        publisher: PUBLISHER,
        title: 'Partnership’s own figures (made up)',
        edition: 'Quarters to March 2024, made up',
        vintage: '2024',
        licence: LICENCE
      }
    ],
    areas: [...AREAS],
    periods: [...REPORTING_YEARS, ...QUARTERS, ...POPULATION_DATES],
    tiers: [...USUAL_TIERS],
    agencies: named(AGENCIES),
    categories: CATEGORIES,
    ageBands: named(AGE_BANDS),
    tables: tables.map(({ table }) => table),
    notes: [
      {
        id: 'made-up',
        text: `Made-up figures about children, places and councils that do not exist (seed ${String(seed)}). Levels are near those published for England.`
      },
      {
        id: 'multiple-in-lanternport',
        text: 'From July 2022 Lanternport no longer uses the category “multiple”. Plans that were in it were given one category at their next review, most of them neglect.',
        areas: [MIDDLE]
      },
      {
        id: 'ages-in-lanternport',
        text: 'Lanternport gives ages so that children of 7 to 15 can be told apart; the other two authorities give the ages that are published for England.',
        table: 'plans-older'
      },
      {
        id: 'chosen-2023',
        text: 'The round of November 2023 in Lanternport looked at families that teams put forward, on child protection plans only, and graded them on another scale. It is not comparable with the round before it.',
        table: 'audits',
        areas: [MIDDLE],
        periods: ['2024']
      },
      {
        id: 'audits-by-agency',
        text: 'Referrals by the agency that raised the last concern; where a person raised it, by social care, which wrote it down. All else by the agency whose own record was read: one for each family, drawn by lot.',
        table: 'audits-agency'
      },
      {
        id: 'localities',
        text: 'Kestrelshire alone counts by locality. A few children have no address that could be placed, and are in no locality.',
        table: 'known-locality'
      },
      {
        id: 'help-runs-on',
        text: 'Early help may go on for a while beside a plan, where a school or a family hub keeps its part. A child is then counted at both tiers, and once in all.',
        table: 'known-neglect'
      },
      {
        id: 'unborn',
        text: 'Of unborn children only a child protection plan says whether neglect is a reason.',
        table: 'known-neglect'
      },
      {
        id: 'late-conferences',
        text: 'Kestrelshire’s return on how soon conferences were held is late.',
        table: 'conferences-timely',
        areas: [LARGE],
        periods: ['2024Q4', '2024']
      }
    ],
    terms: { board: 'partnership board', assessment: 'assessment', tool: 'neglect tool' }
  };
}

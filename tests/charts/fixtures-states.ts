/** From whom nothing is recorded, and why: every state, joined and apart, in groups and without. */
import { known, missing } from '#lib/domain/cell.ts';
import type { ChartModel, RecordState, Row, StateRow } from '#lib/views/model.ts';
import { chart } from './chart-model.ts';

const YEARS = ['2021', '2022', '2023', '2024'];
const WORDS: Readonly<Record<Exclude<RecordState, 'recorded'>, string>> = {
  none: '0: none recorded',
  withheld: 'withheld',
  notSubmitted: 'not submitted',
  noCode: 'no code exists',
  notExpected: 'not expected',
  notSupplied: 'not supplied'
};

type Given = Exclude<RecordState, 'recorded'> | string;

function isUnrecorded(given: Given): given is keyof typeof WORDS {
  return given in WORDS;
}

function row(group: string | undefined, label: string, given: readonly Given[], columns = YEARS): StateRow {
  return {
    id: `${group ?? ''}-${label}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    label,
    ...(group === undefined ? {} : { group }),
    places: given.map((each, i) => {
      const column = columns[i] ?? '';
      return isUnrecorded(each)
        ? { column, state: each, text: WORDS[each] }
        : { column, state: 'recorded' as const, text: each };
    })
  };
}

const WHEN = 'Contacts and referrals for every reason, year to 31 March 2021 to 2024';

function states(
  id: string,
  title: string,
  rows: readonly StateRow[],
  { columns = YEARS, joined = true } = {}
): ChartModel {
  return chart(id, title, WHEN, {
    kind: 'states',
    columns: columns.map((each) => ({ id: each, label: each })),
    rows,
    joined
  });
}

const four = (state: Given): readonly Given[] => [state, state, state, state];

const source = (label: string, value: number | undefined, beside?: number): Row => ({
  id: label.toLowerCase().replaceAll(' ', '-'),
  label,
  role: 'focus',
  cell: value === undefined ? missing('withheld') : known(value),
  text: value === undefined ? 'withheld' : value.toFixed(1),
  ...(value === undefined ? {} : { lower: value * 0.85, upper: value * 1.15 }),
  ...(beside === undefined ? {} : { beside })
});

export const STATES_FIXTURES: Readonly<Record<string, ChartModel>> = {
  'bars-beside-england': chart(
    'bars-beside-england',
    'Schools refer less often than in England, council services more often',
    'Referrals for every reason, per 10,000 children, year to 31 March 2024',
    {
      kind: 'bars',
      unit: 'per 10,000 children',
      decimals: 1,
      rows: [
        source('Police', 120.3, 155.2),
        source('Council services', 85.2, 72.8),
        source('Schools', 61, 105.4),
        source('Health services', 65.2, 66),
        source('Housing', 0, 8.6),
        source('Anonymous', 4.1),
        source('Other legal agencies', undefined, 20.3)
      ],
      beside: { name: 'England', role: 'england' }
    }
  ),
  'states-services': states(
    'states-services',
    'In four years no contact and no referral is recorded from dentists or adult mental health services',
    [
      row('Dentist', 'contacts', four('none')),
      row('Dentist', 'referrals', four('none')),
      row('Adult mental health service', 'contacts', four('none')),
      row('Adult mental health service', 'referrals', four('none')),
      row('Drug and alcohol service', 'contacts', ['241', '229', '250', '233']),
      row('Drug and alcohol service', 'referrals', ['61', '53', '66', '59']),
      row('Probation', 'contacts', ['480', '1,431', '507', '422']),
      row('Probation', 'referrals', ['119', '108', '138', '109'])
    ]
  ),
  'states-every': states('states-every', 'Each way in which nothing is recorded looks different', [
    row('Recorded and none', 'referrals', ['12', 'none', '9', 'none']),
    row('Withheld', 'referrals', ['withheld', 'withheld', '8', 'withheld']),
    row('Not submitted', 'referrals', ['14', '11', 'notSubmitted', 'notSubmitted']),
    row('No code exists', 'referrals', four('noCode')),
    row('Not expected', 'referrals', ['notExpected', 'notExpected', '7', 'none']),
    row('Not supplied', 'referrals', four('notSupplied')),
    row('One of each', 'referrals', ['withheld', 'notSubmitted', 'noCode', 'notExpected'])
  ]),
  'states-areas': states(
    'states-areas',
    'Three authorities side by side, each in its own state',
    [
      row(
        undefined,
        'Dentist',
        ['none', 'noCode', 'notExpected'],
        ['Kestrelshire', 'Lanternport', 'Quillmere']
      ),
      row(
        undefined,
        'Adult mental health service',
        ['none', 'none', 'none'],
        ['Kestrelshire', 'Lanternport', 'Quillmere']
      ),
      row(
        undefined,
        'Probation',
        ['474', 'noCode', 'notSubmitted'],
        ['Kestrelshire', 'Lanternport', 'Quillmere']
      )
    ],
    { columns: ['Kestrelshire', 'Lanternport', 'Quillmere'], joined: false }
  ),
  'states-one-year': states(
    'states-one-year',
    'One year, and a row of which nothing is known',
    [row('Dentist', 'referrals', ['none'], ['2024']), row('Housing', 'referrals', [], ['2024'])],
    { columns: ['2024'] }
  )
};

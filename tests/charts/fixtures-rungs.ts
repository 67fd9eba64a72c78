/** Ladders, nested bars and bars with ranges. */
import { known, missing, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import type { ChartModel, Row } from '#lib/views/model.ts';
import { chart, WITHHELD } from './chart-model.ts';

const HOLLOW = 'not published for any authority';

const grouped = (id: string, group: string, label: string, cell: Cell, text: string): Row => ({
  id: `${id} ${label}`,
  group,
  label,
  role: 'focus',
  cell,
  text
});

export const RUNG_FIXTURES: Readonly<Record<string, ChartModel>> = {
  'ladder-published': chart(
    'ladder-published',
    '235 of the 429 children on plans in Leicestershire are there for neglect',
    'Children known at each tier in Leicestershire, at 31 March 2024',
    {
      kind: 'ladder',
      unit: 'Children at 31 March 2024',
      rungs: [
        {
          id: 'inneed',
          label: 'All children in need (includes the tiers below, children in care and care leavers)',
          all: known(3816),
          allText: '3,816 children',
          neglect: NOT_SUPPLIED,
          neglectText: HOLLOW,
          place: 'above'
        },
        {
          id: 'cp',
          label: 'Child protection plan',
          all: known(429),
          allText: '429 children',
          neglect: known(235),
          neglectText: '235 children',
          place: 'rung'
        },
        {
          id: 'cin',
          label: 'Child in need plan',
          all: known(1204),
          allText: '1,204 children',
          neglect: NOT_SUPPLIED,
          neglectText: HOLLOW,
          place: 'rung'
        },
        {
          id: 'eh',
          label: 'Early help',
          all: NOT_SUPPLIED,
          allText: HOLLOW,
          neglect: NOT_SUPPLIED,
          neglectText: HOLLOW,
          place: 'rung'
        }
      ]
    }
  ),
  'ladder-short-texts': chart(
    'ladder-short-texts',
    'Neglect is counted at one tier of help, and unseen at the other',
    'Children at each tier of help, 31 March 2024',
    {
      kind: 'ladder',
      unit: 'children',
      rungs: [
        {
          id: 'inneed',
          label: 'Children in need',
          all: known(3359),
          allText: '3,359',
          neglect: NOT_SUPPLIED,
          neglectText: HOLLOW,
          place: 'above'
        },
        {
          id: 'cp',
          label: 'Child protection plan',
          all: known(429),
          allText: '429',
          neglect: known(235),
          neglectText: '235',
          place: 'rung'
        }
      ]
    }
  ),
  'ladder-local-with-withheld-and-zero': chart(
    'ladder-local-with-withheld-and-zero',
    'Neglect is withheld on plans in Rutland and nobody recorded it in early help',
    'Children known at each tier in Rutland, at 31 March 2024',
    {
      kind: 'ladder',
      unit: 'Children at 31 March 2024',
      rungs: [
        {
          id: 'cp',
          label: 'Child protection plan',
          all: known(26),
          allText: '26 children',
          neglect: WITHHELD,
          neglectText: 'withheld',
          place: 'rung'
        },
        {
          id: 'cin',
          label: 'Child in need plan',
          all: known(74),
          allText: '74 children, 92.8 per 10,000',
          neglect: known(31),
          neglectText: '31 children, 38.9 per 10,000',
          place: 'rung'
        },
        {
          id: 'eh',
          label: 'Early help',
          all: known(118),
          allText: '118 children, 148.0 per 10,000',
          neglect: known(0),
          neglectText: '0 children: none recorded',
          place: 'rung'
        }
      ]
    }
  ),
  'nested-published': chart(
    'nested-published',
    'Between 235 and 294 of 429 plans may involve neglect',
    'Children on a plan by what is known of neglect, at 31 March 2024',
    {
      kind: 'nested',
      unit: 'Share of all children on a plan',
      rows: [
        {
          id: 'focus',
          label: 'Leicestershire',
          role: 'focus',
          total: known(429),
          certain: known(235),
          recorded: NOT_SUPPLIED,
          possible: known(294),
          certainText: '235 of 429',
          recordedText: 'not supplied',
          possibleText: '294 of 429'
        },
        {
          id: 'leeds',
          label: 'Leeds',
          role: 'neighbours',
          total: known(674),
          certain: known(185),
          recorded: NOT_SUPPLIED,
          possible: known(185),
          certainText: '185 of 674',
          recordedText: 'not published',
          possibleText: 'no “multiple”'
        },
        {
          id: 'england',
          label: 'England',
          role: 'england',
          total: known(49900),
          certain: known(24570),
          recorded: NOT_SUPPLIED,
          possible: known(27170),
          certainText: '24,570 of 49,900',
          recordedText: 'not supplied',
          possibleText: '27,170 of 49,900'
        }
      ]
    }
  ),
  'nested-local-with-withheld': chart(
    'nested-local-with-withheld',
    'Neglect is certain for 80 children and possible for 190 of 210',
    'Children on a plan by what is known of neglect, at 30 June 2024',
    {
      kind: 'nested',
      unit: 'Share of all children on a plan',
      rows: [
        {
          id: 'focus',
          label: 'Demonstration partnership',
          role: 'focus',
          total: known(210),
          certain: known(80),
          recorded: known(131),
          possible: known(190),
          certainText: '80 of 210',
          recordedText: '131 of 210, in the assessment, a tool or the conference',
          possibleText: '190 of 210, where the record cannot tell',
          audited: { lower: 150, middle: 163, upper: 178, text: '150 to 178 of 210' }
        },
        {
          id: 'rutland',
          label: 'Rutland',
          role: 'neighbours',
          total: known(26),
          certain: WITHHELD,
          recorded: WITHHELD,
          possible: WITHHELD,
          certainText: 'withheld',
          recordedText: 'withheld',
          possibleText: 'withheld'
        },
        {
          id: 'none',
          label: 'An area with none',
          role: 'neighbours',
          total: known(40),
          certain: known(0),
          recorded: NOT_SUPPLIED,
          possible: known(4),
          certainText: '0 of 40',
          recordedText: 'not supplied',
          possibleText: '4 of 40'
        }
      ]
    }
  ),
  'bars-with-ranges': chart(
    'bars-with-ranges',
    'Leeds records neglect in more assessments than England and similar areas',
    'Assessments that recorded neglect per 10,000 children, year to 31 March 2024',
    {
      kind: 'bars',
      unit: 'Assessments that recorded neglect per 10,000 children',
      decimals: 1,
      rows: [
        {
          id: 'focus',
          label: 'Leeds',
          role: 'focus',
          cell: known(91.8),
          text: '91.8',
          lower: 84.1,
          upper: 99.9
        },
        {
          id: 'neighbours',
          label: 'Similar areas (median of ten)',
          role: 'neighbours',
          cell: known(71.2),
          text: '71.2'
        },
        { id: 'region', label: 'Yorkshire and The Humber', role: 'region', cell: known(74), text: '74.0' },
        { id: 'england', label: 'England', role: 'england', cell: known(69.5), text: '69.5' }
      ]
    }
  ),
  'bars-missing-and-zero': chart(
    'bars-missing-and-zero',
    'Withheld, not supplied and none look different',
    'Referrals by source per 10,000 children, year to 31 March 2024',
    {
      kind: 'bars',
      unit: 'Referrals per 10,000 children',
      decimals: 1,
      rows: [
        { id: 'schools', label: 'Schools', role: 'focus', cell: known(103.4), text: '103.4' },
        {
          id: 'health',
          label: 'Health services, including GPs and dentists',
          role: 'focus',
          cell: known(0.4),
          text: '0.4'
        },
        { id: 'housing', label: 'Housing', role: 'focus', cell: WITHHELD, text: 'withheld' },
        {
          id: 'probation',
          label: 'Probation',
          role: 'focus',
          cell: missing('noCode'),
          text: 'no code exists'
        },
        { id: 'dentists', label: 'Dentists', role: 'focus', cell: NOT_SUPPLIED, text: 'not supplied' },
        { id: 'fire', label: 'Fire service', role: 'focus', cell: known(0), text: '0.0' }
      ]
    }
  ),
  'bars-in-groups': chart(
    'bars-in-groups',
    'More than half had help before',
    'Earlier episodes of children with neglect recorded, 31 March 2024',
    {
      kind: 'bars',
      unit: 'children',
      decimals: 0,
      rows: [
        grouped('cp', 'On a child protection plan: 422 children', 'None', known(173), '173 of 422'),
        grouped('cp', 'On a child protection plan: 422 children', 'Once', known(107), '107 of 422'),
        grouped(
          'cp',
          'On a child protection plan: 422 children',
          'Three times or more',
          known(0),
          '0 of 422'
        ),
        grouped(
          'cin',
          'On a child in need plan, held by the council or by its partners: 13 children',
          'None',
          WITHHELD,
          'withheld'
        ),
        grouped(
          'cin',
          'On a child in need plan, held by the council or by its partners: 13 children',
          'Once',
          known(6),
          '6 of 13'
        )
      ]
    }
  )
};

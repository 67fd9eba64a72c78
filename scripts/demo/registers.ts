/** What the partnership wrote down besides counts: milestones, targets, rounds, actions, decisions, documents, returns. */
import type { Registers } from '#lib/domain/register.ts';
import { PLANS_ROUND } from './audited.ts';
import { HELD } from './audits.ts';
import { LARGE, MIDDLE, neighbours, SMALL } from './places.ts';
import { LAUNCHES } from './profiles.ts';

export function registersOf(): Registers {
  return {
    neighbours: neighbours(),
    milestones: [
      {
        date: LAUNCHES[MIDDLE] ?? '',
        what: 'Neglect strategy launched in Lanternport: every assessment asks about each form of neglect',
        area: MIDDLE,
        indicators: 'ASM-NEG-RATE ASM-NEG'
      },
      {
        date: LAUNCHES[LARGE] ?? '',
        what: 'Front door strategy launched in Kestrelshire: advice before referral',
        area: LARGE,
        indicators: 'REF-NOT-IN-NEED REF-RATE'
      },
      {
        date: '2022-07-01',
        what: 'Lanternport stops using the category “multiple”; plans are given one category at their next review',
        area: MIDDLE,
        indicators: 'CPP-NEG CPP-NEG-RATE CPP-MULTI'
      },
      {
        date: '2021-09-01',
        what: 'Neglect tool agreed by the partnership',
        indicators: 'TOOL-USE TOOL-AVAIL'
      },
      {
        date: '2023-01-16',
        what: 'First training on older children and neglect',
        indicators: 'TRAIN-COV OLDER-NEG'
      }
    ],
    targets: [
      { indicator: 'TOOL-USE', value: '50', direction: 'up', by: '2025-03-31', set_by: 'partnership board' },
      { indicator: 'TRAIN-COV', value: '80', direction: 'up', by: '2025-03-31', set_by: 'partnership board' },
      { indicator: 'STOP-START', direction: 'down', by: '2025-03-31', set_by: 'Kestrelshire' }
    ],
    rounds: [
      {
        round: 'families2022',
        method: 'random',
        frame: 'families known for neglect at any tier',
        size: 115,
        date: HELD.families2022,
        kind: 'audit'
      },
      {
        round: 'families2023',
        method: 'random',
        frame: 'families known for neglect at any tier',
        size: 68,
        date: HELD.families2023,
        kind: 'audit'
      },
      {
        round: 'chosen2023',
        method: 'put forward by teams',
        frame: 'families on a child protection plan for neglect',
        size: 24,
        date: HELD.chosen2023,
        kind: 'audit'
      },
      {
        round: PLANS_ROUND.round,
        method: 'random',
        frame: 'child protection plans without neglect on record',
        size: PLANS_ROUND.size,
        date: PLANS_ROUND.date,
        kind: 'audit'
      },
      {
        round: 'survey2023',
        method: 'everyone asked',
        frame: 'practitioners of all agencies',
        size: 240,
        date: '2023-06-12',
        kind: 'survey'
      }
    ],
    actions: [
      {
        action: 'Chronologies are begun at the first visit, and read aloud at each review',
        owner_role: 'head of safeguarding, Kestrelshire',
        due: '2024-06-30',
        indicator: 'CHRON',
        finding: 'Fewer families had an up-to-date chronology than a year before'
      },
      {
        action: 'Each assessment says what a day is like for the child',
        owner_role: 'principal social worker, Kestrelshire',
        due: '2023-05-31',
        closed: '2023-05-10',
        indicator: 'ASM-IMPACT',
        finding: 'Under half of assessments made clear what neglect does to the child',
        result: 'In the round after it, three in four did'
      },
      {
        action: 'The local field for the referring service is added to the case system',
        owner_role: 'performance lead, Lanternport',
        due: '2024-09-30',
        indicator: 'DENTAL-REF',
        finding: 'Lanternport cannot tell dentists and adult mental health services apart'
      },
      {
        action: 'Dental practices are asked how they raise a concern',
        owner_role: 'designated nurse',
        due: '2024-12-31',
        indicator: 'DENTAL-REF',
        finding: 'No referral from a dentist is recorded in Kestrelshire in four years',
        review: 'local child safeguarding practice review of 2022 to 2023'
      }
    ],
    decisions: [
      {
        date: '2023-12-05',
        decision:
          'The audit of 2023 in Lanternport is not set beside the one before it: families were chosen in another way',
        owner_role: 'chair of the quality group',
        indicator: 'VOICE'
      },
      {
        date: '2024-02-20',
        decision: 'Closures of help for neglect are looked at again after three months',
        owner_role: 'assistant director, Kestrelshire',
        indicator: 'STOP-START'
      }
    ],
    documents: [
      { document: 'neglect-strategy', in_place: 'yes', reviewed_on: '2022-04-01', review_due: '2025-03-31' },
      { document: 'threshold-neglect', in_place: 'yes', reviewed_on: '2021-10-12', review_due: '2023-10-31' },
      {
        document: 'escalation-policy',
        in_place: 'draft',
        reviewed_on: '2024-01-15',
        review_due: '2025-01-31'
      }
    ],
    returns: returns()
  };
}

function returns(): NonNullable<Registers['returns']> {
  const expected = { table: 'assurance', period: '2024', expected: '2024-05-31' };
  return [
    { ...expected, area: LARGE, agency: 'health', received_on: '2024-05-20' },
    { ...expected, area: LARGE, agency: 'police', received_on: '2024-06-14' },
    { ...expected, area: LARGE, agency: 'dentist' },
    { ...expected, area: MIDDLE, agency: 'health', received_on: '2024-05-28' },
    { ...expected, area: MIDDLE, agency: 'housing' },
    { ...expected, area: SMALL, agency: 'health', received_on: '2024-05-30' },
    { table: 'conferences-timely', area: LARGE, period: '2024Q4', agency: 'council', expected: '2024-04-30' }
  ];
}

/** What was planted, found again in the figures: where to look, and what a page should let its reader see. */
import { ALL } from '#lib/domain/cube.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { median } from '#lib/stats/compare.ts';
import { COUNTRY, LARGE, MIDDLE, OTHERS } from './places.ts';
import { Reading, type Asked, type Seen } from './reading.ts';

export interface Story {
  readonly id: string;
  readonly what: string;
  readonly where: string;
  readonly when: string;
  readonly indicators: readonly string[];
  readonly sentence: string;
  /** Whether the figures really say so. */
  readonly told: boolean;
  readonly figures: readonly Seen[];
}

const percent = (part: number, whole: number) => Math.round((100 * part) / whole);

/** One row of a table as a percentage of another. */
function shareOf(
  figures: Reading,
  row: Omit<Asked, 'members'>,
  part: readonly string[],
  whole: readonly string[]
): number {
  return (100 * figures.at({ ...row, members: part })) / figures.at({ ...row, members: whole });
}

type Telling = (figures: Reading) => Omit<Story, 'figures'>;

function othersWithNeglect(figures: Reading, area: string, neglect: string): number {
  const all = { table: 'plans-neglect', area, period: '2024', measure: 'open' };
  return (
    figures.at({ ...all, members: [ALL, neglect] }) - figures.at({ ...all, members: ['neglect', neglect] })
  );
}

const hiddenNeglect: Telling = (figures) => {
  const [hidden, others] = [othersWithNeglect(figures, LARGE, 'yes'), othersWithNeglect(figures, LARGE, ALL)];
  const elsewhere = percent(
    othersWithNeglect(figures, MIDDLE, 'yes'),
    othersWithNeglect(figures, MIDDLE, ALL)
  );
  return {
    id: 'hidden-neglect',
    what: 'A hidden-neglect gap: plans in another category whose record shows neglect',
    where: LARGE,
    when: '31 March 2024',
    indicators: ['CPP-HIDDEN', 'CPP-ANYNEG', 'CPP-NEG'],
    sentence: `Of ${String(others)} children on a plan in another category than neglect, ${String(hidden)} (${String(percent(hidden, others))}%) have neglect on record; in Lanternport ${String(elsewhere)}%.`,
    told: percent(hidden, others) >= 35 && percent(hidden, others) >= 1.4 * elsewhere
  };
};

const olderMissed: Telling = (figures) => {
  const own = { table: 'plans-older', area: MIDDLE, period: '2024', measure: 'open' };
  const all = figures.at({ ...own, members: ['neglect', ALL] });
  const older = figures.at({ ...own, members: ['neglect', '7to15'] });
  const england = { table: 'england-plans-older', area: COUNTRY, period: '2024', measure: 'open' };
  const there = percent(
    figures.at({ ...england, members: ['neglect', '7to15'] }),
    figures.at({ ...england, members: ['neglect', ALL] })
  );
  return {
    id: 'older-children-missed',
    what: 'Older children missed: few plans for neglect from the age of 7',
    where: MIDDLE,
    when: '31 March 2024',
    indicators: ['OLDER-NEG', 'OLDER-NEG-RATE'],
    sentence: `${String(older)} of ${String(all)} children on a plan for neglect are aged 7 to 15, ${String(percent(older, all))}%; in England (made up) ${String(there)}%.`,
    told: percent(older, all) <= 0.75 * there
  };
};

const YEARS = ['2021', '2022', '2023', '2024'];

const noneRecorded: Telling = (figures) => {
  const from = (table: string, members: readonly string[]) =>
    YEARS.reduce(
      (sum, period) =>
        sum + figures.at({ table, area: LARGE, period, measure: table.split('-')[0] ?? '', members }),
      0
    );
  const none = ['dentist', 'adultmental'].flatMap((service) => [
    from('referrals-detail', [service, ALL]),
    from('contacts-detail', [service])
  ]);
  const probation = from('referrals-detail', ['probation', ALL]);
  return {
    id: 'none-recorded',
    what: 'Dentists and adult mental health services, from whom no contact and no referral is recorded',
    where: LARGE,
    when: 'April 2020 to March 2024',
    indicators: ['DENTAL-REF', 'ADULT-REF-COUNT'],
    sentence: `In four years no contact and no referral from a dentist or an adult mental health service is recorded, and ${String(probation)} referrals from probation are. Lanternport has no field to tell them apart.`,
    told: none.every((count) => count === 0) && probation > 20
  };
};

function recordedRate(figures: Reading, area: string, year: string): number {
  const count = figures.at({
    table: 'assessment-factors',
    area,
    period: year,
    measure: 'episodes',
    members: ['f16a']
  });
  const period = `mid${String(Number(year) - 1)}`;
  const children = figures.at({ table: 'population', area, period, measure: 'children', members: [] });
  return (10_000 * count) / children;
}

const realShift: Telling = (figures) => {
  const mean = (area: string, years: readonly string[]) =>
    years.reduce((sum, year) => sum + recordedRate(figures, area, year), 0) / years.length;
  const change = (area: string) => mean(area, ['2023', '2024']) / mean(area, ['2021', '2022']);
  const others = median(Object.keys(OTHERS).map(change)) ?? NaN;
  const [before, after] = [mean(MIDDLE, ['2021', '2022']), mean(MIDDLE, ['2023', '2024'])];
  return {
    id: 'real-shift',
    what: 'A strategy with a real shift after it: neglect is recorded in many more assessments, and not elsewhere',
    where: MIDDLE,
    when: 'from April 2022',
    indicators: ['ASM-NEG-RATE', 'ASM-NEG'],
    sentence: `Assessments that recorded neglect rose from ${before.toFixed(0)} to ${after.toFixed(0)} for every 10,000 children after the strategy of April 2022; in England (made up) and in other authorities they hardly changed.`,
    told: after / before >= 1.3 && Math.abs(change(COUNTRY) - 1) < 0.08 && Math.abs(others - 1) < 0.12
  };
};

function notInNeed(figures: Reading, area: string, period: string): number {
  const row = { table: 'referrals', area, period, measure: 'referrals' };
  return shareOf(figures, row, ['notinneed', ALL], [ALL, ALL]);
}

const followedEngland: Telling = (figures) => {
  const fall = (area: string) => notInNeed(figures, area, '2022') - notInNeed(figures, area, '2024');
  const [own, england] = [fall(LARGE), fall(COUNTRY)];
  return {
    id: 'followed-england',
    what: 'A strategy after which things changed only as they did everywhere',
    where: LARGE,
    when: 'from April 2022',
    indicators: ['REF-NOT-IN-NEED'],
    sentence: `Referrals assessed as not in need fell by ${own.toFixed(1)} points from 2022 to 2024 after the strategy of April 2022, and in England (made up) by ${england.toFixed(1)}: changed with the others.`,
    told: own > 1.5 && england > 1.5 && Math.abs(own - england) < 3
  };
};

function standard(figures: Reading, area: string, round: string, indicator: string, period: string) {
  const row = { table: 'audits', area, period, measure: 'families', members: [indicator, round] };
  const [met, of] = [figures.at(row), figures.at({ ...row, field: 'of' })];
  return { met, of, share: met / of, text: `${String(met)} of ${String(of)}` };
}

const mixedRound: Telling = (figures) => {
  const both = (indicator: string) =>
    [
      standard(figures, LARGE, 'families2022', indicator, '2023'),
      standard(figures, LARGE, 'families2023', indicator, '2024')
    ] as const;
  const [impact, chronology] = [both('asm-impact'), both('chron')];
  return {
    id: 'audit-mixed',
    what: 'An audit round that improves on one standard and worsens on another',
    where: LARGE,
    when: 'rounds of November 2022 and November 2023',
    indicators: ['ASM-IMPACT', 'CHRON'],
    sentence: `Assessments that show what neglect does to the child rose from ${impact[0].text} families to ${impact[1].text}; up-to-date chronologies fell from ${chronology[0].text} to ${chronology[1].text}.`,
    told: impact[1].share - impact[0].share > 0.25 && chronology[0].share - chronology[1].share > 0.25
  };
};

const notComparable: Telling = (figures) => {
  const first = standard(figures, MIDDLE, 'families2022', 'voice', '2023');
  const second = standard(figures, MIDDLE, 'chosen2023', 'voice', '2024');
  return {
    id: 'audit-not-comparable',
    what: 'A second audit round that looks better and is not comparable',
    where: MIDDLE,
    when: 'rounds of November 2022 and November 2023',
    indicators: ['VOICE', 'PLAN-SMART', 'PLAN-QUAL'],
    sentence: `Views of the child were in ${first.text} families drawn at random, and then in ${second.text} that teams put forward, on child protection plans only and graded on another scale: not comparable.`,
    told: second.share - first.share > 0.15
  };
};

const stopStart: Telling = (figures) => {
  const share = (area: string) => {
    const sum = (measure: string) =>
      ['nothingmore', 'ceased'].reduce(
        (total, outcome) =>
          total +
          figures.at({ table: 'work-outcome', area, period: '2023', measure, members: ['yes', outcome] }),
        0
      );
    return (100 * sum('ended_reopened')) / sum('ended');
  };
  const [here, there] = [share(LARGE), share(MIDDLE)];
  return {
    id: 'stop-start',
    what: 'A stop-start pattern: help for neglect that closes and starts again',
    where: LARGE,
    when: 'help that closed in the year to March 2023',
    indicators: ['STOP-START', 'REREF'],
    sentence: `${here.toFixed(0)}% of closures of help for neglect were followed by help for the same child within a year; in Lanternport ${there.toFixed(0)}%.`,
    told: here >= 1.35 * there && here > 20
  };
};

const recoding: Telling = (figures) => {
  const share = (category: string, period: string) => {
    const row = { table: 'plans-by-category', area: MIDDLE, period, measure: 'open' };
    return shareOf(figures, row, [ALL, category], [ALL, ALL]);
  };
  const [before, after] = [share('multiple', '2022'), share('multiple', '2023')];
  const [neglectBefore, neglectAfter] = [share('neglect', '2022'), share('neglect', '2023')];
  return {
    id: 'recoding',
    what: 'A recoding: “multiple” is no longer used, and plans move to neglect',
    where: MIDDLE,
    when: 'July to September 2022',
    indicators: ['CPP-MULTI', 'CPP-NEG', 'CPP-NEG-RATE'],
    sentence: `“Multiple” fell from ${before.toFixed(0)}% to ${after.toFixed(0)}% of plans between March 2022 and March 2023 while neglect went from ${neglectBefore.toFixed(0)}% to ${neglectAfter.toFixed(0)}%: recording changed, and no change of neglect may be described across it.`,
    told: before - after >= 12 && neglectAfter > neglectBefore
  };
};

const TELLINGS: readonly Telling[] = [
  hiddenNeglect,
  olderMissed,
  noneRecorded,
  realShift,
  followedEngland,
  mixedRound,
  notComparable,
  stopStart,
  recoding
];

/** Every story with the figures of a raw demonstration. */
export function storiesOf(bundle: Pick<Bundle, 'tables'>): Story[] {
  return TELLINGS.map((tell) => {
    const figures = new Reading(bundle);
    const story = tell(figures);
    return { ...story, figures: figures.seen };
  });
}

import { describe, expect, test } from 'vitest';
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { renderView } from '#lib/ui/render-view.ts';
import type { ChartModel, Slot, TableFigure, ViewModel } from '#lib/views/model.ts';
import { pageOf, sharedFacts, STANDARD, wordsOf } from '../published.ts';

const published = await sharedFacts();
const demo = await sharedFacts('data/demo');
const standard = await sharedFacts(STANDARD);

const agePage = (facts: typeof demo, area: string, period?: string) =>
  pageOf(facts, area, { view: 'age', ...(period === undefined ? {} : { period }) });

function slotOf(page: ViewModel, id: string): Slot {
  const slot = page.slots.find((each) => each.id === id);
  if (!slot) throw new Error(`no slot ${id} among ${page.slots.map((each) => each.id).join()}`);
  return slot;
}

function chartOf(page: ViewModel, id: string): ChartModel {
  const chart = page.slots.flatMap(({ charts }) => charts).find((each) => each.id === id);
  if (!chart) throw new Error(`no chart ${id}`);
  return chart;
}

const tablesOf = (page: ViewModel): readonly TableFigure[] =>
  page.slots.flatMap(({ charts, tables = [] }) => [...charts, ...tables]);

/** Cells of a table by its first column and a key. */
function cellAt({ table }: TableFigure, row: string, key: string): Cell {
  const [first] = table.columns;
  const value = table.rows.find((each) => first && each[first.key] === row)?.[key];
  if (value === undefined || typeof value === 'string') throw new Error(`no cell ${row} ${key}`);
  return value;
}

const numberAt = (table: TableFigure, row: string, key: string): number => {
  const cell = cellAt(table, row, key);
  if (!isKnown(cell)) throw new Error(`${row} ${key} is ${cell.reason}`);
  return cell.value;
};

/** Everything a reader or a file could take a number from. */
const allOf = (page: ViewModel) => JSON.stringify([page.headline, page.slots, page.questions]);

describe('the story of older children who are missed', () => {
  test('leads the page of the authority in which it is', async () => {
    const page = await agePage(demo, 'lanternport');
    expect(page.headline.text).toBe(
      '29 of 144 children on a plan for neglect were aged 7 to 15, or 20%. In England it was 42%: clearly fewer here. Either fewer older children are neglected here, or their neglect is seen less often.'
    );
    expect(page.headline.mark).toBe('neglect');
  });

  test('is in the chart: 20% of those on a plan, half of early help, and 42% in England', async () => {
    const chart = chartOf(await agePage(demo, 'lanternport'), 'older');
    if (chart.spec.kind !== 'bars') throw new Error('not bars');
    const texts = Object.fromEntries(chart.spec.rows.map(({ id, text }) => [id, text]));
    expect(texts).toMatchObject({
      'tier-targeted': '51% (54 of 105)',
      'plans-latest': '20% (29 of 144)',
      england: '42% (10,640 of 25,140)'
    });
    expect(chart.title).toBe('Aged 7 to 15: 51% at “Early help”, 20% of those on a plan for neglect');
  });

  test('says once that England counts the first category, and names it short in every other sentence', async () => {
    for (const area of ['lanternport', 'kestrelshire']) {
      const page = await agePage(demo, area);
      const sentences = page.slots.flatMap(({ statements }) => statements.map(({ text }) => text));
      expect(
        sentences.filter((text) => text.includes('first category')),
        area
      ).toEqual(['England’s plans are counted by the first category of each, those here by the latest.']);
      expect([page.headline.text, ...sentences].join(' '), area).not.toContain('(made up)');
      expect(page.headline.notes?.length, area).toBeGreaterThan(0);
      const { spec } = chartOf(page, 'ages');
      expect(spec.kind === 'pyramid' && spec.behind?.name, area).toContain(
        'England (made up), by first category'
      );
    }
  });

  test('raises the first question, with who can answer it and what would settle it', async () => {
    const [question] = (await agePage(demo, 'lanternport')).questions;
    expect(question?.because).toContain(
      '29 of 144 children on a plan for neglect were aged 7 to 15, or 20%.'
    );
    expect(question?.who).not.toBe('');
    expect(question?.evidence).not.toBe('');
  });

  test('is not claimed where it is not', async () => {
    const page = await agePage(demo, 'kestrelshire');
    expect(page.headline.text).toBe(
      '48 of 179 children on a plan for neglect were aged 10 to 15, or 27%. In England it was 25%: much the same. By age, the rate was clearly below that of England at 1 to 4, 5 to 9 and 10 to 15. How many were aged 7 to 15 is not supplied.'
    );
    expect(wordsOf(page)).not.toMatch(/Either fewer older children|clearly more/);
    expect(page.questions.map(({ id }) => id)).toEqual(['older-not-counted']);
    expect(
      slotOf(page, 'ages')
        .statements.map(({ text }) => text)
        .join(' ')
    ).toContain('So what differs here is how many there are, more than their ages.');
  });

  test('is told of its authority on the page of the partnership, and nothing is added up', async () => {
    const page = await agePage(demo, 'quill-vale-partnership');
    expect(page.headline.text).toContain(
      'Lanternport: 29 of 144 children on a plan for neglect were aged 7 to 15, or 20%. In England it was 42%: clearly fewer here.'
    );
    expect(page.headline.text).toContain('Quillmere: not supplied.');
    expect(page.questions[0]?.because).toMatch(/^Lanternport: /);
    const sum = 144 + 179;
    expect(allOf(page)).not.toContain(`"value":${String(sum)}`);
  });
});

describe('one set of ages', () => {
  test('an authority that gives 7 to 15 is not shown in the bands of the country', async () => {
    const page = await agePage(demo, 'lanternport');
    for (const { table } of tablesOf(page))
      for (const row of table.rows) expect(['5 to 9', '10 to 15']).not.toContain(row['age']);
  });

  test('an authority in the bands of the country is told plainly that 7 to 15 cannot be told, and what to count', async () => {
    const slot = slotOf(await agePage(demo, 'kestrelshire'), 'older');
    expect(slot.statements.map(({ text }) => text)).toContain(
      'The figures here are for ages under 1, 1 to 4, 5 to 9, 10 to 15, and 16 and over. They cannot tell how many were aged 7 to 15.'
    );
    expect(slot.notSupplied?.what).toContain('anybody could work out the children aged 5 and 6');
    expect(slot.notSupplied?.remedy).toContain('7 to 10, 11 to 15');
  });

  test('no number is worked out from those that are withheld', async () => {
    const page = await agePage(demo, 'lanternport');
    const chart = chartOf(page, 'ages');
    for (const band of ['Under 1', '5 and 6', '16 and over'])
      for (const key of ['count', 'rate', 'lower', 'upper'])
        expect(cellAt(chart, band, key)).toMatchObject({ kind: 'missing', reason: 'withheld' });
    // Children on a plan for neglect less those whose age is shown.
    const rest = 144 - 77 - 20 - 9;
    expect(wordsOf(page)).not.toMatch(new RegExp(`\\b${String(rest)}\\b`));
  });

  test('the largest is said to be so only of the ages that are shown', async () => {
    const page = await agePage(demo, 'lanternport');
    expect(chartOf(page, 'ages').title).toBe(
      'Of the ages shown, highest at 1 to 4; clearly below England at 11 to 15'
    );
  });
});

describe('counts and rates at each age', () => {
  test('a rate is out of the children of that age who live there', async () => {
    const chart = chartOf(await agePage(demo, 'kestrelshire'), 'ages');
    const rate = (numberAt(chart, '10 to 15', 'count') / numberAt(chart, '10 to 15', 'people')) * 10_000;
    expect(numberAt(chart, '10 to 15', 'rate')).toBeCloseTo(rate, 9);
    expect(numberAt(chart, '10 to 15', 'count')).toBe(48);
    expect(numberAt(chart, '10 to 15', 'people')).toBe(55909);
  });

  test('the unborn stand apart: a count and no rate', async () => {
    const page = await agePage(demo, 'kestrelshire');
    const chart = chartOf(page, 'ages');
    expect(chart.spec.kind === 'pyramid' && chart.spec.rows.map(({ id }) => id)).not.toContain('unborn');
    expect(cellAt(chart, 'Unborn', 'rate')).toMatchObject({ kind: 'missing', reason: 'notApplicable' });
    expect(
      slotOf(page, 'ages')
        .statements.map(({ text }) => text)
        .join(' ')
    ).toContain('none was on a plan for neglect.');
  });

  test('England’s rates are of its children of that age, on a date that is said', async () => {
    const page = await agePage(published, 'england');
    const chart = chartOf(page, 'ages');
    expect(chart.table.columns.find(({ key }) => key === 'people')?.label).toBe(
      'Children of that age, 30 June 2023'
    );
    // 2,240 of 573,100 under 1; 1,400 aged 16 and over of 1,350,296 aged 16 and 17.
    expect(numberAt(chart, 'Under 1', 'rate')).toBeCloseTo((2240 / 573100) * 10_000, 9);
    expect(numberAt(chart, '16 and over', 'rate')).toBeCloseTo((1400 / 1350296) * 10_000, 9);
    expect(chart.sources.join()).toContain(
      'population estimates by single year of age, Estimate for mid-2023'
    );
  });

  test('years with rates and years without are not drawn as one series: it is of counts', async () => {
    for (const area of ['england', 'leeds']) {
      const { spec, table } = chartOf(await agePage(published, area), 'ages-over-time');
      if (spec.kind !== 'multiples') throw new Error('not multiples');
      expect(spec.unit, area).toBe('children');
      expect(spec.panels[0]?.points.filter(({ cell }) => isKnown(cell)).length, area).toBe(7);
      expect(table.columns.map(({ key }) => key).filter((key) => key.startsWith('r-'))).toEqual([]);
    }
  });

  test('without the number of children of each age there are counts, and it is said why', async () => {
    const page = await agePage(published, 'england', '2023');
    const chart = chartOf(page, 'ages');
    expect(chart.table.columns.map(({ key }) => key)).toEqual(['age', 'count']);
    expect(
      slotOf(page, 'ages')
        .statements.map(({ text }) => text)
        .join(' ')
    ).toContain('These are counts, not rates');
  });

  test('a change of category parts the years, and no change is told across it', async () => {
    const page = await agePage(demo, 'lanternport');
    const chart = chartOf(page, 'ages-over-time');
    expect(chart.spec.kind === 'multiples' && chart.spec.breaks?.map(({ year }) => year)).toEqual([2023]);
    expect(slotOf(page, 'ages-over-time').statements.map(({ text }) => text)).toEqual([
      'The use of the category “multiple” changed (2022 to 2023). Across that, no change in neglect can be read at any age.'
    ]);
  });
});

describe('what the country records at each age', () => {
  test('is its rate at that age among the children of that age who live here', async () => {
    const [table] = slotOf(await agePage(demo, 'lanternport'), 'expected').tables ?? [];
    if (!table) throw new Error('no table');
    expect(numberAt(table, '7 to 15', 'e0')).toBeCloseTo((10640 / 6145579) * 33807, 6);
    expect(numberAt(table, '7 to 15', 'n0')).toBe(29);
    expect(table.title).toBe(
      'At the rate of England, 59 children aged 7 to 15 would have been on a plan for neglect here; 29 were.'
    );
  });

  test('is never called right, and the other category is noted', async () => {
    const page = await agePage(demo, 'lanternport');
    expect(
      slotOf(page, 'expected')
        .statements.map(({ text }) => text)
        .join(' ')
    ).toContain('It is not called right');
    expect(page.notes.map(({ text }) => text).join(' ')).toContain(
      'England’s ages are published by the first category of a plan; those here are counted by the latest.'
    );
  });

  /** England, 31 March 2024: plans that began for neglect and children on 30 June 2023, from under 1 to 16 and over. */
  const ENGLAND = {
    plans: [2240, 5690, 6880, 8280, 1400],
    children: [573100, 2491537, 3348767, 4234946, 1350296]
  };
  const BANDS = ['Under 1', '1 to 4', '5 to 9', '10 to 15', '16 and over'];
  test.each([
    ['leeds', [8478, 36730, 50077, 60246, 18602], [33.14, 83.88, 102.88, 117.79, 19.29]],
    ['rutland', [259, 1148, 1945, 3232, 1388], [1.01, 2.62, 4.0, 6.32, 1.44]]
  ])('is worked out from the children of each age in %s', async (area, children, byHand) => {
    const page = await agePage(published, area);
    const chart = chartOf(page, 'expected');
    const found = BANDS.map((band) => numberAt(chart, band, 'e0'));
    found.forEach((value, i) => {
      const [plans = NaN, there = NaN, here = NaN] = [ENGLAND.plans[i], ENGLAND.children[i], children[i]];
      expect(value, BANDS[i]).toBeCloseTo((plans / there) * here, 9);
    });
    expect(found.map((value) => Math.round(value * 100) / 100)).toEqual(byHand);
    const caution = slotOf(page, 'expected').statements.at(-1)?.text;
    expect(caution).toContain(
      'Each number is the rate of England at that age, among the children of that age who lived here on 30 June 2023.'
    );
    expect(caution).toContain('It is not called right');
  });

  test.each([
    ['leicestershire', '2023', '30 June 2022', 8180],
    ['inner-london', '2024', '30 June 2023', 8280]
  ])(
    'is of all children where those of each age are not counted, and that is said: %s in %s',
    async (area, period, on, plans) => {
      const page = await agePage(published, area, period);
      const value = numberAt(chartOf(page, 'expected'), '10 to 15', 'e0');
      const rows = (await pageOf(published, area, { period })).slots
        .flatMap(({ charts }) => charts)
        .flatMap(({ table }) => table.rows);
      const childrenOf = (name: string) => {
        const cell = rows.find((row) => row['area'] === name)?.['of'];
        if (typeof cell !== 'object' || !isKnown(cell)) throw new Error(`no population of ${name}`);
        return cell.value;
      };
      expect(value).toBeCloseTo((plans / childrenOf('England')) * childrenOf(page.area.name), 6);
      const caution = slotOf(page, 'expected').statements.at(-1)?.text;
      expect(caution).toContain(`lived in ${page.area.name} on ${on} is not in these figures`);
      expect(caution).toContain('as if its children were of the same ages as those of England');
    }
  );

  test('is set beside plans by the same category, and beside all plans', async () => {
    const texts = slotOf(await agePage(published, 'leicestershire'), 'expected').statements.map(
      ({ text }) => text
    );
    expect(texts).toContain(
      'At the rate of England, 294 children of all these ages would have been on a plan that began for neglect here; 222 were. By the latest category, 235 were.'
    );
    expect(texts).toContain(
      'At the rate of England, 587 children of all these ages would have been on a plan for every reason here; 429 were.'
    );
  });

  test.each(['leicestershire', 'leeds', 'rutland', 'inner-london'])(
    'of all ages is the sum of its ages, and the unborn are said to stand outside it: %s',
    async (area) => {
      const page = await agePage(published, area);
      const chart = chartOf(page, 'expected');
      for (const [key, said] of [
        ['e0', 'on a plan that began for neglect'],
        ['e1', 'on a plan for every reason']
      ] as const) {
        const { decimals = 0 } = chart.table.columns.find((column) => column.key === key) ?? {};
        const sum = BANDS.reduce(
          (all, band) => all + Number(numberAt(chart, band, key).toFixed(decimals)),
          0
        );
        const text = slotOf(page, 'expected').statements.find((each) =>
          each.text.includes(`of all these ages would have been ${said} here`)
        )?.text;
        expect(text).toContain(` ${Math.round(sum).toLocaleString('en-GB')} children of all these ages`);
      }
      const notes = page.notes.map(({ text }) => text).join(' ');
      expect(notes).toContain('is the sum of the ages shown, without unborn children');
    }
  );

  test('says nothing of a withheld number but that it is', async () => {
    const page = await agePage(published, 'rutland');
    expect(slotOf(page, 'expected').statements.map(({ text }) => text)).toContain(
      'At the rate of England, 15 children of all these ages would have been on a plan that began for neglect here; how many were is withheld.'
    );
  });

  test('is in no place told of fewer than one child as of one', async () => {
    const page = await agePage(published, 'city-of-london');
    expect(chartOf(page, 'expected').title).toBe(
      'At the rate of England, fewer than 1 child of any age band would be on a plan that began for neglect here'
    );
  });
});

describe('published areas', () => {
  test('lead with England’s figure and say that those of the area are not published', async () => {
    for (const area of ['leicestershire', 'leeds', 'leicester', 'rutland', 'east-midlands']) {
      const page = await agePage(published, area);
      expect(page.headline.text, area).toMatch(
        /^In England, 8,280 of 25,350 children on a plan that began for neglect were aged 10 to 15, or 33%\. In 2018 it was 7,320 of 25,820, or 28%\. How old the children known for neglect in .* were is not published/
      );
      expect(page.questions.length, area).toBeGreaterThan(0);
      expect(
        slotOf(page, 'beyond').facts?.map(({ term }) => term),
        area
      ).toContain('Ages on the plan list, with 7 to 15');
    }
  });

  test('England’s older children rose in number while younger ones fell', async () => {
    const page = await agePage(published, 'england');
    expect(page.headline.text).toBe(
      '8,280 of 25,350 children on a plan that began for neglect were aged 10 to 15, or 33%. In 2018 it was 7,320 of 25,820, or 28%. How many were aged 7 to 15 is not published.'
    );
    expect(chartOf(page, 'ages-over-time').title).toBe(
      'Since 2018: more at 10 to 15, and 16 and over, fewer at under 1, 1 to 4 and 5 to 9'
    );
  });

  test('England is told by first category everywhere, and a local count by it is asked for', async () => {
    for (const area of ['england', 'leicestershire', 'rutland', 'city-of-london']) {
      const page = await agePage(published, area);
      const words = wordsOf(page);
      expect(words, area).toContain('25,350 children on a plan that began for neglect');
      expect(words, area).not.toMatch(/25,350 children on a plan for neglect/);
      if (area === 'england') continue;
      expect(
        slotOf(page, 'beyond').facts?.find(({ term }) => term === 'Ages on the plan list, with 7 to 15')?.text
      ).toContain('Set that beside England');
      expect(page.questions.find(({ id }) => id === 'older-risen')?.evidence).toBe(
        'The plan list on 31 March of each of those years, by age and by the first category of the plan.'
      );
    }
  });

  test('England’s unborn are said to stand outside the bands', async () => {
    for (const area of ['leicestershire', 'rutland'])
      expect(slotOf(await agePage(published, area), 'expected').statements[0]?.text, area).toMatch(
        /^In England, 25,350 children were on a plan that began for neglect\. .* The 870 not yet born stand outside these ages\.$/
      );
    expect(wordsOf(await agePage(published, 'england'))).toMatch(/Unborn children stand apart[^.]*870 were/);
  });

  test('girls and boys are drawn to both sides, and those not known are said', async () => {
    const page = await agePage(published, 'england');
    const chart = chartOf(page, 'sexes');
    expect(chart.mark).toBe('includes');
    expect(chart.spec.kind === 'pyramid' && chart.spec.sides.map(({ id }) => id)).toEqual(['female', 'male']);
    expect(slotOf(page, 'sexes').statements.map(({ text }) => text)).toEqual([
      'Children in need because of abuse or neglect: 109,660 girls, 116,930 boys.',
      'Not known: 550.'
    ]);
  });

  test('an area that is no more has a page of its last year', async () => {
    const page = await agePage(published, 'cumbria');
    expect(page.headline.text).toContain('8,180 of 25,050');
  });

  test('a page is small enough', { timeout: 60_000 }, async () => {
    // England alone has counts by age, drawn as rates with their ranges.
    for (const [area, most] of [
      ['england', 70_000],
      ['leicestershire', 62_000],
      ['rutland', 62_000]
    ] as const)
      expect(renderView(await agePage(published, area)).length, area).toBeLessThan(most);
  });
});

describe('any bundle', () => {
  test('survey figures are in words alone, and on no axis', async () => {
    for (const [facts, area] of [
      [demo, 'lanternport'],
      [demo, 'england'],
      [published, 'leeds'],
      [standard, 'riverbank']
    ] as const) {
      const page = await agePage(facts, area);
      expect(slotOf(page, 'beyond').statements[0]?.text, area).toContain('4% of children under 11 and 11%');
      expect(slotOf(page, 'beyond').charts, area).toEqual([]);
      expect(
        tablesOf(page)
          .map(({ sources }) => sources.join())
          .join(),
        area
      ).not.toMatch(/NSPCC|survey/i);
    }
  });

  test('bands that leave ages out are not called the largest group', async () => {
    const page = await agePage(standard, 'riverbank');
    expect(page.headline.text).toBe('27 of 52 children on a plan for neglect were aged 7 to 15, or 52%.');
    expect(chartOf(page, 'ages').title).toBe('Child protection plan for neglect, by age');
  });

  test('a country without a single figure by age has a page that says so', async () => {
    const page = await agePage(standard, 'england');
    expect(page.headline.text).toBe(
      'The ages of children known for neglect in England are not in these figures.'
    );
    expect(page.slots.map(({ id }) => id)).toEqual(['beyond']);
  });

  test('has at most seven slots, three questions, a mark on every figure, and a message on every chart', async () => {
    for (const [facts, areas] of [
      [
        demo,
        ['lanternport', 'kestrelshire', 'quillmere', 'quill-vale-partnership', 'middle-coast', 'england']
      ],
      [published, ['isles-of-scilly', 'city-of-london', 'england']],
      [standard, ['riverbank']]
    ] as const)
      for (const area of areas) {
        const page = await agePage(facts, area);
        expect(page.slots.length, area).toBeLessThanOrEqual(7);
        expect(page.questions.length, area).toBeLessThanOrEqual(3);
        for (const { text, mark } of page.slots.flatMap(({ statements }) => statements))
          if (/\d{2,} (children|of|girls)/.test(text)) expect(mark, text).toBeDefined();
        for (const each of tablesOf(page)) {
          expect(each.title, area).not.toBe('');
          expect(each.sources.length, `${area} ${each.id}`).toBeGreaterThan(0);
        }
      }
  });
});

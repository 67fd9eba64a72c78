import { describe, expect, it } from 'vitest';
import { isKnown } from '#lib/domain/cell.ts';
import type { ChartModel, ViewModel } from '#lib/views/model.ts';
import { pageOf, sharedFacts, STANDARD } from '../published.ts';

const [demo, standard, published] = await Promise.all([
  sharedFacts('data/demo'),
  sharedFacts(STANDARD),
  sharedFacts()
]);
const page = (facts: typeof demo, area: string, period?: string) =>
  pageOf(facts, area, { view: 'audits', ...(period === undefined ? {} : { period }) });
const [kestrelshire, lanternport, quillmere, partnership, riverbank] = await Promise.all([
  page(demo, 'kestrelshire'),
  page(demo, 'lanternport'),
  page(demo, 'quillmere'),
  page(demo, 'quill-vale-partnership'),
  page(standard, 'riverbank')
]);

const slot = (model: ViewModel, id: string) => model.slots.find((each) => each.id === id);
const said = (model: ViewModel, id: string) =>
  slot(model, id)
    ?.statements.map(({ text }) => text)
    .join(' ') ?? '';
const heat = (chart: ChartModel | undefined) => {
  if (chart?.spec.kind !== 'heat') throw new Error('no heat table');
  return chart.spec;
};
const first = (model: ViewModel) => heat(model.slots[0]?.charts[0]);
/** Every word of a page that is no note. */
const words = (model: ViewModel) => JSON.stringify([model.headline, model.slots, model.questions]);

describe('a round that is better on one standard and worse on another', () => {
  it('is the headline, with the counts of both', () => {
    expect(kestrelshire.headline.text).toBe(
      'Between November 2022 and November 2023 one standard got clearly better and one clearly worse. Better: assessments that show what neglect does to the child, from 28 of 64 to 46 of 60. Worse: a chronology that is up to date and explains, from 43 of 64 to 22 of 60.'
    );
    expect(kestrelshire.headline.mark).toBe('neglect');
  });

  it('is the first chart, n of N in each round, with how each was drawn in the head', () => {
    expect(first(kestrelshire).columns.map(({ label }) => label)).toEqual([
      'November 2022, drawn at random',
      'November 2023, drawn at random'
    ]);
    expect(
      first(kestrelshire).rows.map(({ places }) => places.map(({ text, breaks }) => [text, breaks]))
    ).toEqual([
      [
        ['28 of 64', undefined],
        ['46 of 60', undefined]
      ],
      [
        ['43 of 64', undefined],
        ['22 of 60', undefined]
      ]
    ]);
  });

  it('has the range of each change, from the difference of two shares', () => {
    expect(said(kestrelshire, 'audit-change')).toContain(
      '46 of 60 families audited (77%) in November 2023. In November 2022 it was 28 of 64 (44%). So it got clearly better: 33 percentage points more, in a range of 16 to 47.'
    );
    expect(said(kestrelshire, 'audit-change')).toContain(
      'So it got clearly worse: 31 percentage points fewer, in a range of 13 to 46.'
    );
    const [row] = kestrelshire.slots[0]?.charts[0]?.table.rows ?? [];
    const points = ['change', 'least', 'most'].map((key) => row?.[key]);
    expect(
      points.map((cell) => (typeof cell === 'object' && isKnown(cell) ? Math.round(cell.value) : cell))
    ).toEqual([33, 16, 47]);
  });

  it('tells of no other standard that it changed', () => {
    expect(said(kestrelshire, 'audit-change')).toContain(
      'On the other 29 standards that both rounds looked at, no clear change.'
    );
    const rest = JSON.stringify(kestrelshire.slots.slice(1).filter(({ id }) => id !== 'audit-since'));
    expect(rest).not.toMatch(/clearly (better|worse|more|fewer)|probably/);
  });

  it('stands beside the actions that followed, each with who, when, and what the next round says', () => {
    expect(said(kestrelshire, 'audit-since')).toContain(
      'Of two actions on what audits found, one is finished and one is open and not yet due at 31 March 2024.'
    );
    const rows = slot(kestrelshire, 'audit-since')?.tables?.[0]?.table.rows ?? [];
    expect(rows.map(({ who, stands, result }) => [who, stands, result])).toEqual([
      [
        'Head of safeguarding, Kestrelshire, by 30 June 2024',
        'Open at 31 March 2024, not yet due',
        'None yet. In audits: 43 of 64, then 22 of 60: clearly worse.'
      ],
      [
        'Principal social worker, Kestrelshire, by 31 May 2023',
        'Finished 10 May 2023, in time',
        'In the round after it, three in four did. In audits: 28 of 64, then 46 of 60: clearly better.'
      ]
    ]);
  });

  it('raises its questions by its figures', () => {
    expect(kestrelshire.questions[0]?.because).toBe(
      'A chronology that is up to date and explains: 22 of 60 (37%) in November 2023, 43 of 64 (67%) in November 2022.'
    );
    expect(kestrelshire.questions.length).toBeLessThanOrEqual(3);
  });
});

describe('a last round that asked one thing', () => {
  it('heads no column of what the round before it found', () => {
    const table = slot(kestrelshire, 'audit-beside')?.tables?.[0]?.table;
    expect(table?.columns.find(({ key }) => key === 'here')?.label).toBe(
      'Kestrelshire, November 2023, drawn at random'
    );
    expect(table?.rows.map(({ here }) => here)).toContain('22 of 60 (37%)');
    expect(JSON.stringify(table?.rows)).not.toContain(', November 2023');
  });

  it('adds nothing to the number of standards that the round before it asked', () => {
    const asked = (slot(kestrelshire, 'audit-standards')?.charts ?? [])
      .flatMap((chart) => heat(chart).rows)
      .filter(({ places }) => places.some(({ column }) => column === 'families2023')).length;
    expect(asked).toBe(31);
    expect(said(kestrelshire, 'audit-standards')).toMatch(
      /^Of 32 standards asked, 31 can be ranked\. Weakest in/
    );
  });
});

describe('a standard of which fewer is better', () => {
  it('is ranked by how many did not meet it, and says so', () => {
    expect(said(kestrelshire, 'audit-standards')).toContain(
      'Weakest in November 2023: a chronology that is up to date and explains (22 of 60); assessments that fall short on history or on the child (37 of 60, fewer is better); research put to use with the family (23 of 60).'
    );
  });

  it('stands after the others in its chart, the weakest first', () => {
    const rows = heat(slot(kestrelshire, 'audit-standards')?.charts[1]).rows.map(
      ({ places }) => places[1]?.text
    );
    expect(rows.slice(-3)).toEqual(['21 of 36', '16 of 36', '23 of 60']);
  });
});

describe('a standard read in plans among those read in families', () => {
  const chart = slot(kestrelshire, 'audit-standards')?.charts[0];
  it('says so in its row, in what the shade is a share of and in the table', () => {
    const hidden = heat(chart).rows.find(({ label }) => label.startsWith('Neglect that nobody wrote down'));
    expect(hidden?.label).toBe('Neglect that nobody wrote down (plans)');
    expect(heat(chart).shade).toBe('share of families or plans in which it was found');
    expect(chart?.table.columns.at(2)?.label).toMatch(/: families or plans$/);
  });

  it('leaves charts of families alone as they were', () => {
    expect(heat(slot(kestrelshire, 'audit-standards')?.charts[1]).shade).toBe(
      'share of families in which it was found'
    );
  });
});

describe('a round that only looks better', () => {
  it('is called not comparable in the headline, with every reason', () => {
    expect(lanternport.headline.text).toBe(
      'Lanternport’s rounds of November 2022 and November 2023 are not comparable: records were chosen in another way; the rounds look at different tiers of help; grades were given on another scale. “The child’s own views are in the record”: 22 of 42 families drawn at random, then 18 of 24 put forward by teams. That is no evidence of a change.'
    );
  });

  it('is parted from the one before by a rule in every row of every chart of rounds', () => {
    const spec = first(lanternport);
    expect(spec.columns.map(({ label }) => label)).toEqual([
      'November 2022, drawn at random',
      'November 2023, put forward by teams'
    ]);
    expect(spec.rows[0]?.places.map(({ text, breaks }) => [text, breaks])).toEqual([
      ['22 of 42', undefined],
      ['18 of 24', true]
    ]);
    const rows = slot(lanternport, 'audit-standards')?.charts.flatMap((chart) => heat(chart).rows) ?? [];
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ places }) => places.length > 1).every(({ places }) => places[1]?.breaks)).toBe(
      true
    );
  });

  it('is nowhere said to be better, worse, more or fewer', () => {
    expect(words(lanternport)).not.toMatch(/(is|got) (clearly|probably)|percentage points/);
  });

  it('gives its grades on each scale, and compares none', () => {
    const grades = slot(lanternport, 'audit-grades');
    expect(grades?.statements[0]?.text).toContain(
      'November 2022 used other grades, so the two are not compared.'
    );
    expect(
      grades?.charts.map(({ spec }) => (spec.kind === 'bars' ? spec.rows.map(({ label }) => label) : []))
    ).toEqual([
      ['Met', 'Partly met', 'Not met'],
      ['Outstanding', 'Good', 'Requires improvement', 'Inadequate']
    ]);
  });

  it('shows the decision of the partnership, which is on no other authority’s page', () => {
    expect(slot(lanternport, 'audit-since')?.facts?.[0]?.text).toContain(
      'is not set beside the one before it'
    );
    expect(words(kestrelshire)).not.toContain('is not set beside the one before it');
    expect(words(quillmere)).not.toContain('is not set beside the one before it');
  });
});

describe('a tiny round', () => {
  it('has no conclusion, and says how many there were', () => {
    expect(quillmere.headline.text).toBe(
      'No conclusion: n = 8. The audit round of November 2023 read 8 families in Quillmere, too few to say how often a standard is met.'
    );
  });

  it('has no percentage, no range and no share in any chart', () => {
    expect(words(quillmere)).not.toMatch(/percentage points|(is|got) (clearly|probably)/);
    const spec = first(quillmere);
    expect(spec.rows.flatMap(({ places }) => places).every(({ share }) => share === undefined)).toBe(true);
    expect(spec.rows.flatMap(({ places }) => places).every(({ text }) => text === 'withheld')).toBe(true);
  });
});

describe('a partnership', () => {
  it('says of each authority what its rounds allow, and adds nothing up', () => {
    expect(partnership.headline.text).toBe(
      'In Kestrelshire one standard got clearly better and one clearly worse; the rounds in Lanternport are not comparable with each other; Quillmere read 8, too few for a conclusion.'
    );
    const spec = first(partnership);
    expect(spec.columns.map(({ label }) => label)).toEqual([
      'Kestrelshire, November 2023, drawn at random',
      'Lanternport, November 2023, put forward by teams',
      'Quillmere, November 2023, drawn at random'
    ]);
    expect(spec.rows[0]?.places.map(({ text, breaks }) => [text, breaks])).toEqual([
      ['46 of 60', undefined],
      ['15 of 24', true],
      ['withheld', true]
    ]);
  });
});

describe('figures that name no round', () => {
  it('belong to the one round of their year that could have read so many', () => {
    expect(riverbank.headline.text).toBe(
      'The audit round of February 2026 shows no clear change from February 2025, on any of 28 standards. Weakest: research put to use with the family (3 of 38).'
    );
    expect(first(riverbank).columns.map(({ label }) => label)).toEqual([
      'February 2025, drawn at random',
      'February 2026, drawn at random'
    ]);
  });

  it('are given by agency as counts where too few were read', () => {
    const spec = heat(slot(riverbank, 'audit-by-agency')?.charts[0]);
    expect(spec.rows[0]?.places.map(({ text, share }) => [text, share])).toEqual([
      ['9 of 11', undefined],
      ['6 of 11', undefined],
      ['12 of 14', undefined],
      ['4 of 4', undefined]
    ]);
  });

  it('stand beside what inspectors found, as n of N, and are not set against it', () => {
    const charts = slot(riverbank, 'audit-beside')?.charts ?? [];
    const progress = charts.map(heat).find(({ rows }) => rows[0]?.label === 'Better');
    expect(progress?.columns.at(-1)?.label).toBe('Ofsted, 2014, not drawn at random');
    expect(
      progress?.rows.map(({ places }) => places.at(-1)).map((place) => [place?.text, place?.breaks])
    ).toEqual([
      ['27 of 44', true],
      ['4 of 44', true],
      ['13 of 44', true]
    ]);
    const table = slot(riverbank, 'audit-beside')?.tables?.[0]?.table;
    const drift = table?.rows.find(({ says }) => typeof says === 'string' && says.startsWith('A third'));
    expect(drift).toMatchObject({ here: '9 of 26 (35%)' });
  });

  it('are folded by what they are about, with no standard lost and the first open', () => {
    const table = slot(kestrelshire, 'audit-beside')?.tables?.[0]?.table;
    const folds = table?.folds ?? [];
    const groups = table?.rows.map(({ group }) => group) ?? [];
    expect(groups.length).toBeGreaterThan(10);
    expect([...new Set(groups)]).toEqual(folds.map(({ group }) => group));
    expect(folds.map(({ open }) => open)).toEqual(folds.map((_, index) => index === 0));
    expect(folds[1]?.says).toContain('long-term work that drifted');
    expect(table?.indicators?.length).toBe(groups.length);
  });
});

describe('an area without audits', () => {
  it('leads with what inspectors found, and says what to supply', async () => {
    const leicestershire = await page(published, 'leicestershire');
    expect(leicestershire.headline.text).toMatch(
      /^Work with neglect that inspectors reviewed \(Ofsted, 2014\): of 44, 27 clearly better, 4 partly better and 13 no better\./
    );
    expect(said(leicestershire, 'audit-beside')).toContain('almost half of assessments fell short');
    expect(slot(leicestershire, 'audit-supply')?.notSupplied?.what).toContain('Leicestershire');
    expect(leicestershire.notes.map(({ text }) => text).join(' ')).toContain('124 cases in 11 areas');
    expect(leicestershire.questions).toHaveLength(3);
  });

  it.each(['england', 'east-midlands', 'city-of-london', 'rutland', 'leeds'])(
    '%s has a page that claims nothing of its own',
    async (area) => {
      const model = await page(published, area);
      expect(model.slots.length).toBeGreaterThan(0);
      expect(words(model)).not.toMatch(/being built|(is|got) (clearly|probably)|undefined|NaN/);
    }
  );

  it('in a bundle with audits of others is told nothing of theirs', async () => {
    const model = await page(demo, 'brindlemoor');
    expect(words(model)).not.toMatch(/Kestrelshire|Lanternport|Quillmere|of 60|of 64/);
  });
});

describe('an earlier year', () => {
  it('knows nothing of a later round, and of an action only how it stood', async () => {
    const before = await page(demo, 'kestrelshire', '2023');
    expect(before.headline.text).toMatch(
      /^The audit round of November 2022 read 64 families in Kestrelshire\./
    );
    expect(words(before)).not.toMatch(/November 2023|of 60|round after it/);
    const stands = slot(before, 'audit-since')?.tables?.[0]?.table.rows.map((row) => row['stands']);
    expect(stands).toContain('Open at 31 March 2023, not yet due. Finished since, on 10 May 2023');
  });
});

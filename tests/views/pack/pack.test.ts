import { describe, expect, it } from 'vitest';
import { known } from '#lib/domain/cell.ts';
import type { Commentary, Pack } from '#lib/domain/pack.ts';
import { PLAIN, type Standing } from '#lib/domain/standing.ts';
import type { ViewModel } from '#lib/views/model.ts';
import type { PackModel } from '#lib/views/pack/model.ts';
import { packModel, seenNow, type PackHost } from '#lib/views/pack/pack.ts';
import { figurePart, headingPart, madeUpPage, packOf, slotPart } from './page.ts';

const MADE = '2024-12-01';

function make(
  pack: Pack,
  {
    commentary = [],
    page = madeUpPage(),
    ...host
  }: Partial<PackHost> & {
    commentary?: readonly Commentary[];
    page?: ViewModel;
  } = {}
): Promise<PackModel> {
  const pages = (text: string) =>
    Promise.resolve(text.startsWith('here/') ? page : { unanswerable: `There is no ${text}.` });
  return packModel(pack, commentary, pages, { made: MADE, ...host });
}

const kinds = ({ blocks }: PackModel) => blocks.map(({ kind }) => kind);
const figures = ({ blocks }: PackModel) =>
  blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));

describe('a figure that two slots show under two messages', () => {
  it('is drawn once, and the second names the first', async () => {
    const page = madeUpPage();
    const [slot] = page.slots;
    if (slot === undefined) throw new Error('no slot');
    const renamed = {
      ...slot,
      id: 'other',
      charts: slot.charts.map((each) => ({ ...each, id: `o-${each.id}`, title: 'Said in another way' })),
      tables: (slot.tables ?? []).map((each) => ({ ...each, id: `o-${each.id}`, title: 'Another way' }))
    };
    const model = await make(packOf([slotPart(slot.id), slotPart('other')]), {
      page: { ...page, slots: [...page.slots, renamed] }
    });
    const again = model.blocks.flatMap((block) => (block.kind === 'again' ? [block.figure.number] : []));
    expect(again.length).toBeGreaterThan(0);
    expect(again).toEqual(figures(model).map(({ number }) => number));
  });
});

describe('the figures of a pack', () => {
  it('are numbered through, each with an id of its own even where one is there twice', async () => {
    const model = await make(
      packOf([slotPart('first'), figurePart('listed'), figurePart('listed', 'again')])
    );
    expect(figures(model).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(new Set(figures(model).map(({ drawn }) => drawn.id)).size).toBe(3);
  });

  it('carry their notes, one text under one number wherever it is called', async () => {
    const model = await make(
      packOf([{ kind: 'headline', id: 'h', page: 'here/overview' }, slotPart('first'), figurePart('listed')])
    );
    const called = figures(model).map(({ notes, drawn }) => ({ notes, calls: drawn.notes }));
    expect(called).toEqual([
      { notes: [{ number: 2, text: 'A note of both.' }], calls: [2] },
      { notes: [{ number: 2, text: 'A note of both.' }], calls: [2] }
    ]);
    const headline = model.blocks.find(({ kind }) => kind === 'headline');
    expect(headline).toMatchObject({ notes: [{ number: 1, text: 'A note of the headline.' }] });
  });

  it('call notes that are numbered in the order in which a reader meets them', async () => {
    const page = madeUpPage();
    const [slot] = page.slots;
    if (slot === undefined) throw new Error('no slot');
    const model = await make(packOf([slotPart('first')]), {
      page: {
        ...page,
        slots: [
          {
            ...slot,
            statements: slot.statements.map((each) => ({ ...each, notes: [2] })),
            charts: slot.charts.map((each) => ({ ...each, notes: [1] }))
          }
        ]
      }
    });
    const said = model.blocks.flatMap((block) => (block.kind === 'statements' ? [block.notes] : []));
    expect(said).toEqual([[{ number: 1, text: 'A note of both.' }]]);
    expect(figures(model).map(({ drawn }) => drawn.notes)).toEqual([[2]]);
  });

  it('say what was chosen, how to cite them and, where there is one, their address', async () => {
    const [figure] = figures(
      await make(packOf([figurePart('drawn')]), { link: (page, id) => `https://example.org/${page}#${id}` })
    );
    expect(figure?.filters).toBe('Here · 31 March 2024');
    expect(figure?.cite).toContain('“What drawn shows”, Here, 31 March 2024');
    expect(figure?.cite).toContain('Taken on 1 December 2024.');
    expect(figure?.link).toBe('https://example.org/here/overview#drawn');
  });

  it('have no address where only this machine holds them', async () => {
    const pack = packOf([
      { kind: 'figure', id: 'f', pin: 'own:here/overview/drawn', statements: false, questions: false }
    ]);
    const model = await packModel(pack, [], () => Promise.resolve(madeUpPage()), {
      made: MADE,
      link: () => 'https://example.org/'
    });
    expect(figures(model)).toHaveLength(1);
    expect(figures(model)[0]?.link).toBeUndefined();
  });
});

describe('a pack', () => {
  it('says the sentences of a slot once, and asks only what its figures raised', async () => {
    const model = await make(packOf([slotPart('first'), figurePart('drawn', 'again')]));
    expect(kinds(model)).toEqual(['position', 'subheading', 'statements', 'figure', 'questions', 'figure']);
    const asked = model.blocks.find((block) => block.kind === 'questions');
    expect(asked).toMatchObject({ questions: [{ id: 'why' }] });
  });

  it('names each source of its figures once, and none that no figure is from', async () => {
    const model = await make(packOf([slotPart('first'), slotPart('second')]));
    expect(model.sources.map(({ id }) => id)).toEqual(['one']);
  });

  it('tells of what is not supplied, not there or not understood, and of what was chosen for nothing', async () => {
    const model = await make(
      packOf([
        slotPart('empty'),
        figurePart('gone'),
        { ...slotPart('first', 'elsewhere'), kind: 'headline', page: 'there/overview' }
      ])
    );
    expect(kinds(model)).toEqual(['position', 'absent', 'absent', 'absent']);
    expect(model.blocks[1]).toMatchObject({ what: 'Nobody counts this.', remedy: 'Count it.' });
    expect(model.blocks[3]).toMatchObject({ what: 'There is no there/overview.' });
  });

  it('from a template leaves out quietly what its area has no part for, and the heading over it', async () => {
    const parts = [headingPart('a'), slotPart('gone'), headingPart('b'), slotPart('first')];
    const model = await make(packOf(parts, { template: 'a-template' }));
    expect(model.blocks.flatMap((block) => (block.kind === 'heading' ? [block.part] : []))).toEqual(['b']);
    expect(kinds(model)).not.toContain('absent');
  });

  it('keeps a heading that nothing was put under yet', async () => {
    expect(kinds(await make(packOf([slotPart('first'), headingPart('new')])))).toContain('heading');
  });

  it('asks for each page once', async () => {
    const asked: string[] = [];
    await packModel(
      packOf([slotPart('first'), slotPart('second'), figurePart('listed')]),
      [],
      (page) => {
        asked.push(page);
        return Promise.resolve(madeUpPage());
      },
      { made: MADE }
    );
    expect(asked).toEqual(['here/overview']);
  });

  it('is restricted where one of its pages is', async () => {
    const page = madeUpPage(7, { standing: { restricted: true, madeUp: false } });
    expect((await make(packOf([slotPart('first')]), { page })).standing?.restricted).toBe(true);
    expect((await make(packOf([slotPart('first')]))).standing).toBeUndefined();
  });

  it('tells what has to be written and is not', async () => {
    const words = { kind: 'text', id: 'words', ask: 'Say it.', required: true } as const;
    expect((await make(packOf([words]))).unwritten).toEqual(['words']);
    const commentary = [
      { pack: 'a-pack', part: 'words', role: 'Analyst', date: '2024-06-01', text: 'Said.' }
    ];
    const model = await make(packOf([words]), { commentary });
    expect(model.unwritten).toEqual([]);
    expect(kinds(model)).toEqual(['written']);
  });

  it('explains only the methods that its figures use', async () => {
    const terms = (await make(packOf([slotPart('first')]))).methods.map(({ term }) => term);
    expect(terms).toContain('The mark “neglect”');
    expect(terms).toContain('Withheld');
    expect(terms).not.toContain('Hidden neglect');
  });
});

describe('commentary', () => {
  const pack = packOf([headingPart('a'), slotPart('first'), { kind: 'text', id: 'words' }]);
  const written = async (part: string): Promise<Commentary> => {
    const seen = seenNow(pack, part, (await make(pack)).blocks);
    return {
      pack: 'a-pack',
      part,
      role: 'Analyst',
      date: '2024-06-01',
      text: 'What it means.',
      writtenOn: PLAIN,
      ...(seen === undefined ? {} : { seen })
    };
  };
  const changedIn = (model: PackModel) =>
    model.blocks.flatMap((block) => (block.kind === 'written' ? [block.written.changed] : []));

  it('stands as it was while its figures are those it was written on, however they are put', async () => {
    const commentary = [await written('first')];
    expect(changedIn(await make(pack, { commentary }))).toEqual([undefined]);
    const page = madeUpPage();
    const reworded = {
      ...page,
      slots: page.slots.map((slot) => ({
        ...slot,
        statements: slot.statements.map((each) => ({ ...each, text: `Put otherwise: ${each.text}` })),
        charts: slot.charts.map((chart) => ({ ...chart, title: 'Put otherwise' }))
      }))
    };
    expect(changedIn(await make(pack, { commentary, page: reworded }))).toEqual([undefined]);
  });

  describe('on a sentence that ends on a day', () => {
    const saying = (text: string, lasting?: string): ViewModel => {
      const page = madeUpPage();
      const statements = [{ text, ...(lasting === undefined ? {} : { lasting }) }];
      return { ...page, slots: [{ ...page.slots[0]!, charts: [], statements }] };
    };
    const flagged = async (then: ViewModel, now: ViewModel) => {
      const seen = seenNow(pack, 'first', (await make(pack, { page: then })).blocks);
      const words = { ...(await written('first')), ...(seen === undefined ? {} : { seen }) };
      return changedIn(await make(pack, { commentary: [words], page: now }))[0] !== undefined;
    };
    const on = (day: string) => `Of 47 actions, 12 are overdue at ${day}.`;

    it('is flagged where its number changed', async () => {
      const visits = (some: number) => `Of 47 homes, ${String(some)} were seen at 31 March 2024.`;
      expect(await flagged(saying(visits(12)), saying(visits(13)))).toBe(true);
    });

    it('is not where only the day did, of which the sentence says what stays', async () => {
      const [then, now] = ['1 May 2024', '30 June 2024'].map((day) => saying(on(day), 'Of 47 actions'));
      expect(await flagged(then!, now!)).toBe(false);
      expect(await flagged(then!, saying(on('30 June 2024'), 'Of 48 actions'))).toBe(true);
    });
  });

  describe('on a table that tells figures in words', () => {
    const telling = (said: string, stands = 'Open', value = 1.5): ViewModel => {
      const page = madeUpPage();
      const [chart] = page.slots[0]!.charts;
      const table = {
        ...chart!.table,
        columns: [
          { key: 'action', label: 'Action', kind: 'text' },
          { key: 'now', label: 'What the figure shows now', kind: 'text' },
          { key: 'stands', label: 'How it stands', kind: 'text', passing: true },
          { key: 'rate', label: 'Rate', kind: 'number' }
        ],
        rows: [{ action: 'Train', now: said, stands, rate: known(value) }]
      } as const;
      return { ...page, slots: [{ ...page.slots[0]!, charts: [{ ...chart!, table }], statements: [] }] };
    };
    const flagged = async (then: ViewModel, now: ViewModel) => {
      const seen = seenNow(pack, 'first', (await make(pack, { page: then })).blocks);
      const words = { ...(await written('first')), ...(seen === undefined ? {} : { seen }) };
      return changedIn(await make(pack, { commentary: [words], page: now }))[0] !== undefined;
    };
    const before = telling('22 of 60 had one.');

    it('is flagged where a number in words changed, and not where only the words did', async () => {
      expect(await flagged(before, telling('31 of 60 had one.'))).toBe(true);
      expect(await flagged(before, telling('One was had by 22 of 60.'))).toBe(false);
    });

    it('is not where only the day passed', async () => {
      expect(await flagged(before, telling('22 of 60 had one.', 'Overdue by 3 months'))).toBe(false);
    });

    it('is not where another engine works out other last digits', async () => {
      const [mine, theirs] = [3.1857638262698402, 3.185763826269843];
      const at = (value: number) => telling('22 of 60 had one.', 'Open', value);
      expect(await flagged(at(mine), at(theirs))).toBe(false);
      expect(await flagged(at(mine), at(3.19))).toBe(true);
    });
  });

  it.each(['first', 'words'])('at “%s” is flagged once a figure beside it has changed', async (part) => {
    const [changed] = changedIn(await make(pack, { commentary: [await written(part)], page: madeUpPage(9) }));
    expect(changed).toMatch(/have changed since it was written/);
  });

  it('names the dates where its figures are of another', async () => {
    const page = madeUpPage(9);
    const later = {
      ...page,
      slots: page.slots.map((slot) => ({
        ...slot,
        charts: slot.charts.map((chart) => ({ ...chart, covers: '31 March 2025' }))
      }))
    };
    const [changed] = changedIn(await make(pack, { commentary: [await written('first')], page: later }));
    expect(changed).toContain('they were of 31 March 2024, and are of 31 March 2025');
  });

  describe('on figures that are not for everybody, beside figures that are', () => {
    const RESTRICTED = { restricted: true, madeUp: false };
    const on = async (writtenOn: Standing | undefined, page = madeUpPage()) => {
      const { writtenOn: _, ...words } = await written('first');
      const commentary = [writtenOn === undefined ? words : { ...words, writtenOn }];
      const model = await make(pack, { commentary, page });
      const [said] = model.blocks.flatMap((block) => (block.kind === 'written' ? [block.written] : []));
      return { ...said, restricted: model.standing?.restricted };
    };

    it.each([
      ['restricted', RESTRICTED, 'This was written on restricted figures.'],
      ['unknown', undefined, 'It is not known on what figures this was written.']
    ])(
      'is marked where those were %s, and not called changed while they are the same',
      async (_, then, text) => {
        const same = await on(then);
        expect(same).toMatchObject({ restricted: true, basis: expect.stringContaining(text) });
        expect(same.changed).toBeUndefined();
        const other = await on(then, madeUpPage(9));
        expect(other).toMatchObject({
          changed: 'The figures beside this are not those that it was written on.'
        });
        expect(other.changes).toEqual([]);
        expect(await on(then, madeUpPage(7, { standing: RESTRICTED }))).not.toHaveProperty('basis');
      }
    );

    it('is not where those were for anybody', async () => {
      const same = await on(PLAIN);
      expect(same).not.toHaveProperty('basis');
      expect(same.restricted).toBeUndefined();
    });
  });

  it('marks a pack that does not say on what its title was written', async () => {
    const { writtenOn: _, ...unmarked } = pack;
    expect((await make(unmarked)).standing).toEqual({ restricted: true, madeUp: false });
    expect((await make(pack)).standing).toBeUndefined();
  });

  it('says of its title that it was written on made-up figures, where those in it are not', async () => {
    const told = async (writtenOn: Standing, page = madeUpPage()) => {
      const { methods, standing } = await make({ ...pack, writtenOn }, { page });
      return { standing, said: methods.filter(({ term }) => term === 'Title and headings').length };
    };
    const MADE_UP = { restricted: false, madeUp: true };
    expect(await told(MADE_UP)).toEqual({ said: 1 });
    expect(await told(PLAIN)).toEqual({ said: 0 });
    expect(await told(MADE_UP, madeUpPage(7, { standing: MADE_UP }))).toEqual({ said: 0, standing: MADE_UP });
  });

  describe('about several parts', () => {
    const several = packOf([slotPart('first'), slotPart('second'), { kind: 'text', id: 'words' }]);
    const said = async (): Promise<Commentary> => {
      const seen = seenNow(several, 'words', (await make(several)).blocks);
      const words = { pack: 'a-pack', part: 'words', role: 'Analyst', date: '2024-06-01', text: 'It is so.' };
      return { ...words, writtenOn: PLAIN, ...(seen === undefined ? {} : { seen }) };
    };
    const without = (...ids: string[]) => ({
      ...several,
      parts: several.parts.filter(({ id }) => !ids.includes(id))
    });

    it('says nothing of figures where a part was taken out or put in, and none changed', async () => {
      const commentary = [await said()];
      for (const now of [
        without('second'),
        without('first', 'second'),
        { ...several, parts: [figurePart('drawn', 'more'), ...several.parts] }
      ])
        expect(changedIn(await make(now, { commentary }))).toEqual([undefined]);
    });

    it('is still flagged there once a figure of a part that stayed has changed', async () => {
      const commentary = [await said()];
      const [changed] = changedIn(await make(without('second'), { commentary, page: madeUpPage(9) }));
      expect(changed).toMatch(/have changed since it was written/);
    });
  });
});

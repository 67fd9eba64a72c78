import { beforeAll, describe, expect, it } from 'vitest';
import type { PackPart, PackTemplate } from '#lib/domain/pack.ts';
import type { Facts } from '#lib/db/facts.ts';
import type { ViewModel } from '#lib/views/model.ts';
import { readFigure, readPage } from '#lib/views/pack/page-text.ts';
import { packFromTemplate } from '#lib/views/pack/template.ts';
import { viewOf } from '#lib/views/view.ts';
import { readTemplates } from '../../../scripts/report-pack.ts';
import { sharedFacts } from '../../published.ts';

const leeds = { own: false, place: { page: 'view', area: 'leeds', view: 'overview' } } as const;
const templates = await readTemplates();

describe('a pack begun from a template', () => {
  it('is of the area, period and comparison asked for, and of loaded figures where those are meant', () => {
    const template: PackTemplate = {
      id: 'one',
      name: 'One',
      about: 'One.',
      contents: false,
      parts: [
        { kind: 'figure', id: 'f', pin: '{area}/overview/position', statements: true, questions: false },
        {
          kind: 'slot',
          id: 's',
          page: '{area}/indicator/chron',
          slot: 'meaning',
          statements: true,
          questions: false
        }
      ]
    };
    const place = { ...leeds.place, period: '2023', compare: 'region' } as const;
    const pack = packFromTemplate(template, { own: true, place }, 'Leeds');
    expect(pack).toMatchObject({ title: 'One: Leeds', template: 'one', contents: false });
    expect(pack.parts).toMatchObject([
      { pin: 'own:leeds/overview/position?period=2023&compare=region' },
      { page: 'own:leeds/indicator/chron?period=2023&compare=region' }
    ]);
  });
});

const pagesOf = (part: PackPart): readonly string[] =>
  part.kind === 'heading' || part.kind === 'text'
    ? []
    : [part.kind === 'figure' ? (readFigure(part.pin)?.page ?? '?') : part.page];

describe('the templates', () => {
  it('are the four that are promised', () => {
    expect([...templates.keys()]).toEqual(
      expect.arrayContaining([
        'annual-report-section',
        'one-page-summary',
        'quarterly-board-pack',
        'scrutiny-paper'
      ])
    );
  });

  describe('name', () => {
    const models = new Map<string, readonly ViewModel[]>();
    let facts: readonly { readonly facts: Facts; readonly areas: readonly string[] }[] = [];
    const modelsOf = async (page: string): Promise<readonly ViewModel[]> => {
      const made: ViewModel[] = [];
      const read = readPage(page);
      if (read === undefined) return [];
      for (const { facts: each, areas } of facts)
        for (const area of areas) {
          const model = await viewOf(each, { ...read.place, area });
          if (!('unanswerable' in model)) made.push(model);
        }
      models.set(page, made);
      return made;
    };
    beforeAll(async () => {
      const [published, demo] = await Promise.all([sharedFacts(), sharedFacts('data/demo')]);
      facts = [
        { facts: published, areas: ['leeds'] },
        { facts: demo, areas: ['quill-vale-partnership', 'kestrelshire'] }
      ];
    });

    it.each([...templates.values()].map((template) => [template.id, template] as const))(
      'only parts that some area has: %s',
      async (_, template) => {
        const { parts } = packFromTemplate(template, leeds, 'Leeds');
        const gone: string[] = [];
        for (const part of parts) {
          const [page] = pagesOf(part);
          if (page === undefined) continue;
          const found = models.get(page) ?? (await modelsOf(page));
          const slots = found.flatMap((model) => model.slots);
          const isThere =
            part.kind === 'slot'
              ? slots.some(({ id }) => id === part.slot)
              : part.kind === 'figure'
                ? slots.some(({ charts, tables = [] }) =>
                    [...charts, ...tables].some(({ id }) => id === readFigure(part.pin)?.figure)
                  )
                : found.length > 0;
          if (!isThere) gone.push(part.id);
        }
        expect(gone).toEqual([]);
      }
    );
  });
});

import { Window } from 'happy-dom';
import { beforeAll, describe, expect, it } from 'vitest';
import { isKnown, SHORTHAND } from '#lib/domain/cell.ts';
import { PLAIN } from '#lib/domain/standing.ts';
import { svgDocument } from '#lib/ui/svg-document.node.ts';
import { drawChart } from '#lib/charts/draw.ts';
import { packHtml } from '#lib/exports/pack-html.ts';
import type { PackModel } from '#lib/views/pack/model.ts';
import { packModel } from '#lib/views/pack/pack.ts';
import { readPage } from '#lib/views/pack/page-text.ts';
import { packFromTemplate } from '#lib/views/pack/template.ts';
import type { ChartModel, TableFigure } from '#lib/views/model.ts';
import { viewOf } from '#lib/views/view.ts';
import { number } from '#lib/words/number.ts';
import { readTemplates } from '../../../scripts/report-pack.ts';
import { pageOf, sharedFacts } from '../../published.ts';
import { headingPart, madeUpPage, packOf, slotPart } from '../../views/pack/page.ts';

const draw = (...[spec, size, id]: [ChartModel['spec'], 'wide' | 'narrow', string]) =>
  drawChart(spec, size, svgDocument, id);
const htmlOf = (model: PackModel, sheets?: number) => packHtml(model, { fonts: '', draw, sheets });

function documentOf(html: string) {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } });
  document.write(html);
  return document;
}

const VOID = new Set(['meta', 'br', 'img', 'hr', 'input', 'col', 'wbr', 'link']);

/** The first tag that is closed out of turn, or left open; undefined where every one has its end. */
function unbalanced(html: string): string | undefined {
  const open: string[] = [];
  const tags = html
    .replace(/<style>.*?<\/style>/gs, '<style></style>')
    .matchAll(/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/gi);
  for (const [, end, name = '', rest = ''] of tags) {
    if (VOID.has(name) || rest.endsWith('/')) continue;
    if (end !== '/') open.push(name);
    else if (open.pop() !== name) return name;
  }
  return open.at(-1);
}

let leeds: PackModel;
let html = '';
beforeAll(async () => {
  const facts = await sharedFacts();
  const template = (await readTemplates()).get('quarterly-board-pack');
  if (!template) throw new Error('no template');
  const place = { page: 'view', area: 'leeds', view: 'overview' } as const;
  leeds = await packModel(
    packFromTemplate(template, { own: false, place }, 'Leeds'),
    [],
    async (page, reckonedOn) => {
      const read = readPage(page);
      return read ? viewOf(facts, read.place, reckonedOn) : { unanswerable: page };
    },
    { made: '2024-12-01' }
  );
  html = htmlOf(leeds);
});

describe('the file of a pack', () => {
  it('is well formed', () => {
    expect(unbalanced(html)).toBeUndefined();
    expect(unbalanced('<p><b></p>')).toBe('p');
  });

  it('holds no script, no form and nothing that is fetched', () => {
    const document = documentOf(html);
    expect(document.querySelectorAll('script, iframe, object, embed, link, form, base').length).toBe(0);
    expect([...document.querySelectorAll('[src], [srcset]')]).toHaveLength(0);
    expect(html).not.toMatch(/url\((?!['"]?(data:|#))/);
    expect(html).not.toMatch(/@import|javascript:/);
    expect(
      [...document.querySelectorAll('*')].flatMap((each) =>
        [...each.attributes].filter(({ name }) => /^on/.test(name))
      )
    ).toEqual([]);
  });

  it('says its language and title, and has one h1 with no level left out below it', () => {
    const document = documentOf(html);
    expect(document.documentElement.getAttribute('lang')).toBe('en-GB');
    expect(document.title).toBe('Board pack on neglect: Leeds');
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) =>
      Number(tagName.slice(1))
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  });

  it('gives each id once, and leads every line of its contents to one of them', () => {
    const document = documentOf(html);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const links = [...document.querySelectorAll('.contents a')].map(
      (link) => link.getAttribute('href') ?? ''
    );
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !ids.includes(link.slice(1)))).toEqual([]);
  });

  it('has a drawing with words for each chart, and caption and scopes in each table', () => {
    const document = documentOf(html);
    const drawings = [...document.querySelectorAll('.drawing > svg')];
    const charts = leeds.blocks.flatMap((block) =>
      block.kind === 'figure' && 'spec' in block.figure.drawn ? [block.figure.drawn] : []
    );
    expect(drawings.map((svg) => svg.getAttribute('aria-label'))).toEqual(
      charts.map(({ description }) => description)
    );
    for (const table of document.querySelectorAll('table')) {
      expect(table.querySelector('caption')?.textContent).not.toBe('');
      expect(
        [...table.querySelectorAll('thead th')].every((head) => head.getAttribute('scope') === 'col')
      ).toBe(true);
      expect(
        [...table.querySelectorAll('tbody tr:not(.row-group) th')].every(
          (head) => head.getAttribute('scope') === 'row'
        )
      ).toBe(true);
    }
  });

  it('shows the numbers of the pages that it is made of, cell by cell', async () => {
    const facts = await sharedFacts();
    const document = documentOf(html);
    let cells = 0;
    for (const view of ['overview', 'prevalence', 'agencies'] as const) {
      const page = await pageOf(facts, 'leeds', { view });
      for (const figure of page.slots.flatMap(
        ({ charts, tables = [] }): readonly (ChartModel | TableFigure)[] => [...charts, ...tables]
      )) {
        const shown = document.querySelector(`[data-figure^="${view}-"][data-figure$="-${figure.id}"] table`);
        if (!shown) continue;
        const columns = figure.table.columns.filter(({ key }) => key !== figure.table.groupBy);
        const expected = figure.table.rows.map((row) =>
          columns.map(({ key, decimals }) => {
            const value = row[key];
            if (typeof value !== 'object') return value ?? '';
            return isKnown(value) ? number(value.value, decimals) : SHORTHAND[value.reason];
          })
        );
        const found = [...shown.querySelectorAll('tbody tr:not(.row-group)')].map((row) =>
          [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)
        );
        expect(found, figure.id).toEqual(expected);
        cells += expected.flat().length;
      }
    }
    expect(cells).toBeGreaterThan(300);
  });

  it('keeps calls of notes out of headings, and in brackets, so that none becomes a digit of a figure', () => {
    const document = documentOf(html);
    const calls = [...document.querySelectorAll('.calls')];
    expect(calls.length).toBeGreaterThan(5);
    expect(calls.filter((call) => !/^\[\d+(, \d+)*\]$/.test(call.textContent))).toEqual([]);
    expect(document.querySelectorAll(':is(h1, h2, h3, h4) .calls')).toHaveLength(0);
    expect(document.querySelectorAll('.figure-head > .calls').length).toBeGreaterThan(0);
  });

  it('keeps the notes of a figure inside its own block, with their numbers', () => {
    const document = documentOf(html);
    for (const block of leeds.blocks) {
      if (block.kind !== 'figure') continue;
      const shown = document.querySelector(`#figure-${String(block.figure.number)}`);
      expect(
        [...(shown?.querySelectorAll(':scope > .notes > li') ?? [])].map((note) =>
          Number(note.getAttribute('value'))
        )
      ).toEqual(block.figure.notes.map((note) => note.number));
      expect(shown?.textContent).toContain(block.figure.cite);
    }
  });

  it('does not say the name of a section again under it, and can still be led there', async () => {
    const headings = async (text: string) => {
      const model = await packModel(
        packOf([{ kind: 'heading', id: 'a', text }, slotPart('first')]),
        [],
        () => Promise.resolve(madeUpPage()),
        { made: '2024-12-01' }
      );
      const document = documentOf(htmlOf(model));
      expect(document.querySelector('#part-first')).not.toBeNull();
      const [, ...below] = [...document.querySelectorAll('#flow :is(h2, h3, h4)')].map(
        ({ tagName, textContent }) =>
          `${tagName} ${textContent.startsWith('Figure ') ? 'figure' : textContent}`
      );
      return below.slice(0, 3);
    };
    expect(await headings('First')).toEqual(['H2 First', 'H3 figure', 'H2 Sources']);
    expect(await headings('Where we stand')).toEqual(['H2 Where we stand', 'H3 First', 'H4 figure']);
  });

  it('says once what two parts under one another are both called, and can be led to each', async () => {
    const [slot] = madeUpPage().slots;
    if (slot === undefined) throw new Error('the page has no slot');
    const page = madeUpPage(7, { slots: [slot, { ...slot, id: 'second', charts: [] }] });
    const between = { ...slotPart('first', 'last'), page: 'here/age' };
    const model = await packModel(
      packOf([headingPart('h'), slotPart('first'), slotPart('second'), headingPart('i'), between]),
      [],
      () => Promise.resolve(page),
      { made: '2024-12-01' }
    );
    const document = documentOf(htmlOf(model));
    const said = [...document.querySelectorAll('.subsection')].map(({ id }) => id);
    expect(said).toEqual(['part-first', 'part-last']);
    expect(document.querySelector('#part-second')).not.toBeNull();
  });

  it('has each drawing for a phone too, under its own ids and with the same words', () => {
    const document = documentOf(html);
    const labels = (name: string) =>
      [...document.querySelectorAll(`${name} > svg`)].map((svg) => svg.getAttribute('aria-label'));
    expect(labels('.phone-drawing').length).toBeGreaterThan(5);
    expect(labels('.phone-drawing')).toEqual(labels('.drawing'));
    for (const svg of document.querySelectorAll('.phone-drawing > svg'))
      expect(Number(svg.getAttribute('viewBox')?.split(' ')[2])).toBeLessThan(400);
  });

  it('writes what people wrote as text, whatever is in it', async () => {
    const nasty = '<script>alert(1)</script> & "quotes"';
    const model = await packModel(
      packOf([{ ...headingPart('a'), kind: 'heading', text: nasty }, slotPart('first')], { title: nasty }),
      [{ pack: 'a-pack', part: 'first', role: nasty, date: '2024-06-01', text: `# Big\n\n${nasty}` }],
      () => Promise.resolve(madeUpPage()),
      { made: '2024-12-01' }
    );
    const made = htmlOf(model);
    const document = documentOf(made);
    expect(document.querySelectorAll('script')).toHaveLength(0);
    expect(document.querySelector('h1')?.textContent).toBe(nasty);
    expect(document.querySelector('.written')?.textContent).toContain('<script>alert(1)</script>');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(made).not.toMatch(/content:"[^"]*<\//);
  });

  it('writes out where a link in commentary leads, unless its words are the address, and says what heads of its tables are of', async () => {
    const text =
      'See [the report](https://example.org/report?a=1&b=2), https://example.org/x and [bad](javascript:x).\n\n| Who | When |\n| --- | ---: |\n| Chair | May |';
    const model = await packModel(
      packOf([slotPart('first')]),
      [{ pack: 'a-pack', part: 'first', role: 'Chair', date: '2024-06-01', text, writtenOn: PLAIN }],
      () => Promise.resolve(madeUpPage()),
      { made: '2024-12-01' }
    );
    const commentary = documentOf(htmlOf(model)).querySelector('.written');
    const written = commentary?.querySelector('p');
    expect(written?.textContent).toBe(
      'See the report (https://example.org/report?a=1&b=2), https://example.org/x and bad.'
    );
    expect(written?.querySelectorAll('.address')).toHaveLength(1);
    expect([...(commentary?.querySelectorAll('th') ?? [])].map((th) => th.getAttribute('scope'))).toEqual([
      'col',
      'col'
    ]);
  });

  it('marks restricted and made-up figures in its title, at its head and on every sheet', async () => {
    const page = madeUpPage(7, { standing: { restricted: true, madeUp: true } });
    const model = await packModel(packOf([slotPart('first')]), [], () => Promise.resolve(page), {
      made: '2024-12-01'
    });
    const made = htmlOf(model);
    expect(documentOf(made).title).toBe('Restricted · Made-up figures · A pack');
    expect(documentOf(made).querySelectorAll('.standing p')).toHaveLength(2);
    expect(made).toContain('@top-right{content:"Restricted: for the partnership only · Made-up figures"');
  });

  it('of a single sheet says once how to cite', async () => {
    const model = await packModel(packOf([slotPart('first')]), [], () => Promise.resolve(madeUpPage()), {
      made: '2024-12-01'
    });
    expect(documentOf(htmlOf(model, 1)).body.textContent.match(/How to cite/g)).toHaveLength(1);
  });
});

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { drawChart } from '#lib/charts/draw.ts';
import { PLAIN } from '#lib/domain/standing.ts';
import { packHtml } from '#lib/exports/pack-html.ts';
import { svgDocument } from '#lib/ui/svg-document.node.ts';
import { packModel } from '#lib/views/pack/pack.ts';
import { printed, typeface } from '../../scripts/report-print.ts';
import { headingPart, madeUpPage, packOf, slotPart } from '../views/pack/page.ts';

const SENTENCE =
  'The board read what the audits of the year had found and asked who would act on it by when. ';
const paragraph = (sentences: number) => SENTENCE.repeat(sentences).trim();
const QUESTION = { id: 'why', ask: 'Why is that so?', who: 'A role.', evidence: 'A count.' };
const packed = (text: string) => text.replace(/\s+/g, '');

interface Paper {
  readonly sheets: number;
  readonly pages: readonly string[];
  /** What the contents must say: each heading, and the sheet on which it stands. */
  readonly contents: readonly string[];
}

/** Prints it, and gives the words of each page as another program reads them, without spaces. */
async function read(html: string): Promise<Pick<Paper, 'sheets' | 'pages'>> {
  const { pdf, sheets } = await printed(html);
  const loading = getDocument({ data: pdf, verbosity: 0 });
  const given = await loading.promise;
  const pages: string[] = [];
  for (let at = 1; at <= given.numPages; at += 1) {
    const { items } = await (await given.getPage(at)).getTextContent();
    pages.push(packed(items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  await loading.destroy();
  return { sheets, pages };
}

/** The PDF of a pack whose first part has this for its commentary, as another program reads it. */
async function paperOf(text: string, asked = 'Twelve of forty.'): Promise<Paper> {
  const parts = ['a', 'b', 'c'].map((id) => headingPart(id));
  const model = await packModel(
    packOf([
      ...parts.slice(0, 1),
      slotPart('first'),
      ...parts.slice(1),
      { kind: 'questions', id: 'asked', page: 'here/overview' },
      slotPart('second')
    ]),
    [{ pack: 'a-pack', part: 'first', role: 'Head of service', date: '2024-12-01', writtenOn: PLAIN, text }],
    () => Promise.resolve(madeUpPage(7, { questions: [{ ...QUESTION, because: asked }] })),
    { made: '2024-12-01' }
  );
  const html = packHtml(model, {
    fonts: await typeface(),
    draw: (spec, size, id) => drawChart(spec, size, svgDocument, id)
  });
  const { sheets, pages } = await read(html);
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } });
  document.write(html);
  const headings = [...document.querySelectorAll('.contents-text')].map((line) => packed(line.textContent));
  const stands = (heading: string) => pages.findLastIndex((page) => page.includes(heading)) + 1;
  return { sheets, pages, contents: headings.map((heading) => `${heading}${String(stands(heading))}`) };
}

describe('the contents of a printed pack tell where headings stand, and how many sheets there are', () => {
  it.each([
    ['a paragraph longer than a sheet', paragraph(60)],
    ['a paragraph longer than two', paragraph(130)],
    ['an item of a list longer than a sheet', `1. ${paragraph(70)}\n2. ${SENTENCE}`],
    ['a long paragraph with words set strong', `**${paragraph(40)}** ${paragraph(40)}`],
    ['a quotation longer than a sheet', `> ${paragraph(60)}\n>\n> ${paragraph(30)}`],
    ['many short paragraphs', Array.from({ length: 60 }, () => SENTENCE).join('\n\n')]
  ])(
    'with %s',
    async (_, text) => {
      const { sheets, pages, contents } = await paperOf(text);
      expect(sheets).toBe(pages.length);
      expect(sheets).toBeGreaterThan(2);
      expect(contents.length).toBeGreaterThan(5);
      expect(contents.filter((line) => pages[0]?.includes(line) !== true)).toEqual([]);
    },
    120_000
  );
});

it.each([20, 33, 38])(
  'a heading does not stand at the foot of a sheet when its first question goes on the next: after %i sentences',
  async (sentences) => {
    const { pages } = await paperOf(paragraph(sentences), paragraph(24));
    const page = pages.find((words) => words.includes(packed(QUESTION.ask)));
    expect(page).toContain(packed('Heading c'));
    expect(page).toContain(packed('A question to ask'));
  },
  120_000
);

it('sentences that go on over sheets have their notes on the sheet on which they are called', async () => {
  const numbers = Array.from({ length: 45 }, (_, at) => at + 1);
  const [slot] = madeUpPage().slots;
  if (slot === undefined) throw new Error('the page has no slot');
  const statements = numbers.map((at) => ({
    text: `${SENTENCE}It was said for the ${String(at)}th time.`,
    mark: 'neglect' as const,
    notes: [at]
  }));
  const model = await packModel(
    packOf([headingPart('a'), slotPart('first'), headingPart('b')]),
    [],
    () =>
      Promise.resolve(
        madeUpPage(7, {
          slots: [{ ...slot, charts: [], statements }],
          notes: numbers.map((number) => ({
            number,
            text: `What has to be noted is the ${String(number)}th.`
          }))
        })
      ),
    { made: '2024-12-01' }
  );
  const { pages } = await read(packHtml(model, { fonts: await typeface(), draw: () => '' }));
  expect(pages.length).toBeGreaterThan(2);
  for (const at of numbers) {
    const page = pages.find((words) => words.includes(packed(`for the ${String(at)}th time.`)));
    expect(page, String(at)).toContain(packed(`What has to be noted is the ${String(at)}th.`));
  }
}, 120_000);

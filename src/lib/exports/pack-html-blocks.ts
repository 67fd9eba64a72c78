/** The blocks of a pack as HTML, one after another, so that paper can be divided between any two of them. */
import { dateInWords } from '#lib/domain/dates.ts';
import type { PackBlock, PackModel, Written } from '#lib/views/pack/model.ts';
import type { Question } from '#lib/views/model.ts';
import { fromText } from '#lib/words/annual/draft.ts';
import { markdown } from '#lib/words/markdown.ts';
import { html, trusted, type Html } from './html.ts';
import { figureHtml, noteList, numberHtml, statementHtml, type FigureDrawing } from './pack-html-parts.ts';

type Level = 2 | 3 | 4;

/** Headings of commentary do not belong among those of the pack. */
const plainHeadings = (markup: string): string =>
  markup.replace(/<h[1-6]>/g, '<p class="written-heading">').replace(/<\/h[1-6]>/g, '</p>');

/** A table of Markdown has heads of columns and none of rows. */
const withScopes = (markup: string): string => markup.replace(/<th(?=[ >])/g, '<th scope="col"');

/** On paper nobody can follow a link, so its address is written out; where that is its words, they say it. */
const withAddresses = (markup: string): string =>
  markup.replace(/<a href="(https?:[^"]*)"[^>]*>(.*?)<\/a>/gs, (link, address: string, words: string) =>
    words === address ? link : `${link}<span class="address"> (${address})</span>`
  );

function writtenHtml({ role, date, text, basis, changed }: Written): Html {
  const by = [role, dateInWords(date)].filter((part) => part !== '').join(', ');
  return html`<section class="written" aria-label="Commentary" data-splits>
    ${basis === undefined ? undefined : html`<p class="changed">${basis}</p>`}${
      changed === undefined
        ? undefined
        : html`<p class="changed"><strong>To be looked at again.</strong> ${changed}</p>`
    }${trusted(withScopes(withAddresses(plainHeadings(markdown(text)))))}
    <p class="by">${by}</p>
  </section>`;
}

function questionHtml({ ask, because, who, evidence }: Question, brief: boolean): Html {
  return html`<li>
    <p class="ask">${ask}</p>
    ${because === '' ? undefined : html`<p class="because">${because}</p>`}
    <p class="who">
      <strong>Who can answer:</strong> ${who}
      ${brief ? undefined : html`<strong>What would settle it:</strong> ${evidence}`}
    </p>
  </li>`;
}

/** `Questions to ask: Agencies`. A sheet has room for those of one page alone, and does not name it. */
function questionsLabel(
  { questions, about }: Extract<PackBlock, { kind: 'questions' }>,
  brief: boolean
): string {
  const label = questions.length === 1 ? 'A question to ask' : 'Questions to ask';
  return about === undefined || brief ? label : `${label}: ${about}`;
}

const heading = (level: Level, text: string, id: string, name: string): Html => {
  const tag = trusted(`h${String(level)}`);
  return html`<${tag} id="${id}" class="${name}" data-keep="next">${text}</${tag}>`;
};

/** More sentences than these may be parted; fewer stay with what comes after them. */
const TOGETHER = 4;
const flow = (sentences: number): Html => trusted(sentences > TOGETHER ? 'data-splits' : 'data-keep="soft"');

const hasNotes = (block: PackBlock | undefined): block is Extract<PackBlock, { kind: 'statements' }> =>
  block?.kind === 'statements';

/** Sentences and the numbers right under them have their notes in one list, under the numbers. */
function sharingNotes(blocks: readonly PackBlock[]): readonly PackBlock[] {
  return blocks.map((block, at) => {
    const [before, after] = [blocks[at - 1], blocks[at + 1]];
    if (block.kind === 'statements' && after?.kind === 'numbers' && after.part === block.part)
      return { ...block, notes: [] };
    if (block.kind !== 'numbers' || !hasNotes(before) || before.part !== block.part) return block;
    const all = new Map([...before.notes, ...block.notes].map((note) => [note.number, note]));
    return { ...block, notes: [...all.values()].toSorted((a, b) => a.number - b.number) };
  });
}

/** @param level of a heading that stands here */
function blockHtml(block: PackBlock, level: Level, drawing: FigureDrawing): Html | undefined {
  switch (block.kind) {
    case 'heading':
      return heading(2, block.text, block.anchor, 'section');
    case 'subheading':
      return heading(level, block.text, block.anchor, 'subsection');
    case 'position':
      return html`<div class="position" data-keep="next">
        <p>${block.text}</p>
        ${block.notices.map((notice) => html`<p class="notice">${notice}</p>`)}
      </div>`;
    case 'headline':
      return html`<div class="said">
        ${statementHtml(block.statement, 'headline')}${noteList(block.notes)}
      </div>`;
    case 'statements':
      if (block.statements.length === 0) return undefined;
      return html`<div class="said" ${flow(block.statements.length)}>
        ${block.statements.map((each, at) =>
          statementHtml(each, at === 0 && block.rests === undefined ? 'statement' : 'further')
        )}${noteList(block.notes)}${
          block.sources === undefined || block.sources.length === 0
            ? undefined
            : html`<p class="small-print">${fromText(block.sources)}</p>`
        }
      </div>`;
    case 'numbers':
      return html`<div class="numbers" data-keep="soft">
        ${block.figures.map(numberHtml)}${noteList(block.notes)}
      </div>`;
    case 'quote':
      return html`<figure class="quote">
        <blockquote><p>“${block.quote.text}”</p></blockquote>
        <figcaption>${block.quote.source}</figcaption>
      </figure>`;
    case 'facts':
      return html`<dl class="facts" data-splits>
        ${block.facts.map(
          ({ term, text }) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${text}</dd>
            </div>`
        )}
      </dl>`;
    case 'figure':
      return figureHtml(block.figure, level, drawing);
    case 'again':
      return html`<p class="again">
        <a href="#figure-${block.figure.number}">Figure ${block.figure.number}</a> shows this too:
        “${block.figure.drawn.title}”.
      </p>`;
    case 'questions':
      return html`<section class="questions" aria-label="${questionsLabel(block, drawing.brief)}" data-splits>
        <p class="label" data-keep="next">${questionsLabel(block, drawing.brief)}</p>
        <ol data-splits>
          ${block.questions.map((question) => questionHtml(question, drawing.brief))}
        </ol>
      </section>`;
    case 'written':
      return writtenHtml(block.written);
    case 'unwritten':
      return block.required
        ? html`<div class="unwritten">
            <p>${block.lacks}</p>
          </div>`
        : undefined;
    case 'absent':
      return html`<div class="absent">
        <p>
          ${
            /^(Not supplied|No evidence|Withheld)/.test(block.what)
              ? undefined
              : html`<strong>Not supplied.</strong> `
          }${block.what} <span class="remedy">${block.remedy}</span>
        </p>
      </div>`;
  }
}

/** All blocks in order; headings of figures stand one level below the heading above them. */
export function blocksHtml({ blocks }: PackModel, drawing: FigureDrawing): Html {
  let section: 1 | 2 = 1;
  let underHeading = '';
  let underSubheading = { part: '', text: '' };
  const made = sharingNotes(blocks).flatMap((block) => {
    if (block.kind === 'heading') {
      section = 2;
      underHeading = block.text;
      underSubheading = { part: '', text: '' };
    }
    if (block.kind === 'subheading') {
      // What stands above it already is not said again: only its place can be led to.
      const isSaid = block.text === underSubheading.text;
      if (isSaid || block.text !== underHeading) underSubheading = block;
      if (isSaid || block.text === underHeading) return html`<span id="${block.anchor}"></span>`;
    }
    const isUnder = block.kind !== 'subheading' && block.part === underSubheading.part;
    const level: Level = section === 1 ? (isUnder ? 3 : 2) : isUnder ? 4 : 3;
    return blockHtml(block, level, drawing) ?? [];
  });
  return html`${made}`;
}

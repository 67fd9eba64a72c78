/** What each part of a pack says: blocks, in the order in which they stand. */
import type { PackPart } from '#lib/domain/pack.ts';
import type { Standing } from '#lib/domain/standing.ts';
import { pageAbsent, NO_ACTIONS, NO_SUCH_FIGURE, NO_SUCH_PAGE, positionText } from '#lib/words/pack.ts';
import { pageName } from '#lib/words/agenda.ts';
import type { Unanswerable } from '../setting.ts';
import type { Statement, ViewModel } from '../model.ts';
import type { DraftCatalogue } from '../annual/desk.ts';
import { logText } from '#lib/words/audits/actions.ts';
import { logDay } from '../log-day.ts';
import type { LogSource } from './board-log.ts';
import { carriedTables, type ShowsNow } from './carried.ts';
import { draftBlocks } from './draft.ts';
import type { PackBlock } from './model.ts';
import { notesOf, renumbered } from './notes.ts';
import { indicatorPage, readFigure, readPage } from './page-text.ts';
import {
  evidenceBlocks,
  figureBlock,
  holdsAnything,
  raisedBy,
  slotOf,
  statementBlocks,
  type Book,
  type Standing as At
} from './slot-blocks.ts';

/** What a pack is made from, whichever host it is made on. */
export interface PackHost {
  /** ISO date on which it is put together. */
  readonly made: string;
  /** Of all figures that it is made from, where they are those of one bundle. */
  readonly standing?: Standing;
  /** Registers and areas behind a page; undefined where none are known, as in official figures. */
  readonly catalogue?: (page: string) => Promise<DraftCatalogue | undefined>;
  /** Where a figure of a page stands; undefined where no address leads there. */
  readonly link?: (page: string, figure: string, model: ViewModel) => string | undefined;
}

/** The page that a text names. `reckonedOn`: ISO date of the day on which its actions are told to be done, open or overdue. */
export type Pages = (page: string, reckonedOn: string) => Promise<ViewModel | Unanswerable>;

/** The same, on the day of the pack. */
export type Look = (page: string) => ReturnType<Pages>;

export interface Making extends Book {
  /** A page of which something is shown. */
  readonly page: Look;
  /** A page that only one sentence is taken from. */
  readonly look: Look;
  readonly host: PackHost;
  readonly fromTemplate: boolean;
  /** The words that were written to a part; empty where none were. */
  readonly writtenTo: (part: string) => string;
}

interface Absent {
  readonly what: string;
  readonly remedy: string;
  readonly todo: string;
}

const absent = (part: string, why: Absent): PackBlock => ({ kind: 'absent', part, ...why });

/** A page and what must be said above its figures the first time that it is met. */
async function onPage(
  page: string,
  part: string,
  making: Making,
  make: (at: At) => readonly PackBlock[] | Promise<readonly PackBlock[]>
): Promise<readonly PackBlock[]> {
  if (readPage(page) === undefined) return [absent(part, NO_SUCH_PAGE)];
  const model = await making.page(page);
  if ('unanswerable' in model) return [absent(part, pageAbsent(model.unanswerable))];
  const made = await make({ model, page, part });
  if (made.length === 0) return [];
  const text = positionText(model.area.name, model.position, model.compare.label, model.edition);
  const notices = model.notices.filter((notice) => making.isNew(`notice ${model.area.id} ${notice}`));
  return making.isNew(`position ${text}`) || notices.length > 0
    ? [{ kind: 'position', part, text, notices }, ...made]
    : made;
}

/** A question that two pages raise is asked once. @param about the page, where all its questions are asked */
function questionBlock(
  at: At,
  making: Making,
  questions: ViewModel['questions'],
  about?: string
): readonly PackBlock[] {
  const fresh = questions.filter(({ ask }) => making.isNew(`question ${at.model.area.id} ${ask}`));
  return fresh.length === 0
    ? []
    : [{ kind: 'questions', part: at.part, questions: fresh, ...(about === undefined ? {} : { about }) }];
}

const aboutOf = (page: string): string | undefined => {
  const read = readPage(page);
  return read === undefined ? undefined : pageName(read.place);
};

function figurePart(
  part: Extract<PackPart, { kind: 'figure' }>,
  making: Making
): Promise<readonly PackBlock[]> {
  const read = readFigure(part.pin);
  if (read === undefined) return Promise.resolve([absent(part.id, NO_SUCH_PAGE)]);
  return onPage(read.page, part.id, making, (at) => {
    const found = slotOf(at.model, read.figure);
    if (found === undefined) return making.fromTemplate ? [] : [absent(part.id, NO_SUCH_FIGURE)];
    const { slot, figure } = found;
    return [
      ...(part.statements && making.isNew(`slot ${read.page} ${slot.id}`)
        ? statementBlocks(slot, at, making)
        : []),
      figureBlock(figure, at, making),
      ...(part.questions ? questionBlock(at, making, raisedBy(slot, at.model)) : [])
    ];
  });
}

function slotPart(part: Extract<PackPart, { kind: 'slot' }>, making: Making): Promise<readonly PackBlock[]> {
  return onPage(part.page, part.id, making, (at) => {
    const slot = at.model.slots.find(({ id }) => id === part.slot);
    if (slot === undefined) return making.fromTemplate ? [] : [absent(part.id, NO_SUCH_FIGURE)];
    if (!holdsAnything(slot)) return evidenceBlocks(slot, at, making);
    // In the order in which they stand: so are notes numbered.
    return [
      { kind: 'subheading', part: part.id, text: slot.heading, anchor: `part-${part.id}` },
      ...(part.statements && making.isNew(`slot ${part.page} ${slot.id}`)
        ? statementBlocks(slot, at, making)
        : []),
      ...evidenceBlocks(slot, at, making),
      ...(part.questions ? questionBlock(at, making, raisedBy(slot, at.model)) : [])
    ];
  });
}

/** The headline of the page of an indicator; undefined where that has no figure. */
async function shownAt(page: string | undefined, making: Making): Promise<Statement | undefined> {
  const model = page === undefined ? undefined : await making.look(page);
  if (model === undefined || 'unanswerable' in model) return undefined;
  return model.slots.some(({ notSupplied }) => notSupplied !== undefined) ? undefined : model.headline;
}

/** For a partnership, whose figures are those of its authorities: what each shows that a text names, or each of all. */
function showsNow(at: At, { manifest }: LogSource, making: Making): ShowsNow {
  const { area } = at.model;
  const members = manifest.areas.filter(({ parent, kind }) => parent === area.id && kind === 'authority');
  return async (indicator, about) => {
    const own = await shownAt(indicatorPage(at.page, indicator), making);
    if (own !== undefined) return [own];
    const named = members.filter(({ name }) => about.includes(name));
    const shown: Statement[] = [];
    for (const { slug, name } of named.length === 0 ? members : named) {
      const said = await shownAt(indicatorPage(at.page, indicator, slug), making);
      if (said !== undefined) shown.push({ ...said, text: `${name}: ${said.text}` });
    }
    return shown;
  };
}

async function actionBlocks(at: At, making: Making): Promise<readonly PackBlock[]> {
  const source = await making.host.catalogue?.(at.page);
  const tables =
    source === undefined
      ? []
      : await carriedTables(source, at.model, making.made, showsNow(at, source, making));
  if (source === undefined || tables.length === 0) return [absent(at.part, NO_ACTIONS)];
  const aged = logText(making.made, logDay(source));
  return [
    ...(aged === undefined
      ? []
      : [{ kind: 'facts' as const, part: at.part, facts: [{ term: 'The log', text: aged }] }]),
    ...tables.map((table) => figureBlock(table, at, making))
  ];
}

/** The blocks of one part; figures and notes are numbered on from what was made before. */
export function blocksOf(part: PackPart, making: Making): Promise<readonly PackBlock[]> {
  switch (part.kind) {
    case 'heading':
      return Promise.resolve([
        { kind: 'heading', part: part.id, text: part.text, anchor: `part-${part.id}` }
      ]);
    case 'text':
      return Promise.resolve([]);
    case 'headline':
      return onPage(part.page, part.id, making, ({ model }) => [
        {
          kind: 'headline',
          part: part.id,
          statement: renumbered(model.headline, model, making.notes),
          notes: notesOf([model.headline], model, making.notes)
        }
      ]);
    case 'figure':
      return figurePart(part, making);
    case 'slot':
      return slotPart(part, making);
    case 'questions':
      return onPage(part.page, part.id, making, (at) =>
        questionBlock(at, making, at.model.questions, aboutOf(part.page))
      );
    case 'actions':
      return onPage(part.page, part.id, making, (at) => actionBlocks(at, making));
    case 'draft':
      return onPage(part.page, part.id, making, async ({ model, page }) => {
        const catalogue = await making.host.catalogue?.(page);
        const at = { model, page, made: making.made, pages: making.look, catalogue };
        return draftBlocks(part, at, making, making.writtenTo(part.id));
      });
  }
}

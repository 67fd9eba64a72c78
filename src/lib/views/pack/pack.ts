/** From a pack to what it says: its figures numbered, its notes renumbered, what is written and what is missing. */
import { isPlain, type Standing } from '#lib/domain/standing.ts';
import type { Commentary, Pack, PackPart } from '#lib/domain/pack.ts';
import { pageAbsent, NO_ACTIONS, NO_SUCH_FIGURE, NO_SUCH_PAGE, positionText } from '#lib/words/pack.ts';
import type { Unanswerable } from '../setting.ts';
import type { SourceLine, ViewModel } from '../model.ts';
import type { LogSource } from './board-log.ts';
import { carriedTables } from './carried.ts';
import type { Drafts } from './draft.ts';
import { draftBlocks } from './draft.ts';
import type { FigureBook } from './figure-block.ts';
import { methodsOf } from './methods.ts';
import type { PackBlock, PackModel, Written } from './model.ts';
import { notesOf, packNotes, renumbered } from './notes.ts';
import { indicatorPage, readFigure, readPage } from './page-text.ts';
import { changedSince, seenOf, type Seen } from './seen.ts';
import {
  evidenceBlocks,
  figureBlock,
  holdsAnything,
  raisedBy,
  slotOf,
  statementBlocks,
  type Standing as At
} from './slot-blocks.ts';

/** What a pack is made from, whichever host it is made on. */
export interface PackHost {
  /** ISO date on which it is put together. */
  readonly made: string;
  /** Registers and areas behind a page; undefined where none are known, as in official figures. */
  readonly catalogue?: (
    page: string
  ) => Promise<(LogSource & { readonly manifest: { readonly protection: string } }) | undefined>;
  /** Where a figure of a page stands; undefined where no address leads there. */
  readonly link?: (page: string, figure: string, model: ViewModel) => string | undefined;
  /** What an annual report says under its headings. */
  readonly drafts?: Drafts;
}

type Pages = (page: string) => Promise<ViewModel | Unanswerable>;

interface Making extends FigureBook {
  readonly page: (text: string) => Promise<ViewModel | Unanswerable>;
  readonly host: PackHost;
  readonly fromTemplate: boolean;
  /** Asks whether something was said before, and remembers it. */
  readonly isNew: (key: string) => boolean;
}

const absent = (part: string, { what, remedy }: { what: string; remedy: string }): PackBlock => ({
  kind: 'absent',
  part,
  what,
  remedy
});

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

function questionBlock(at: At, making: Making, questions: ViewModel['questions']): readonly PackBlock[] {
  const fresh = questions.filter(({ id, ask }) => making.isNew(`question ${at.page} ${id} ${ask}`));
  return fresh.length === 0 ? [] : [{ kind: 'questions', part: at.part, questions: fresh }];
}

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
    const evidence = evidenceBlocks(slot, at, making);
    if (!holdsAnything(slot)) return evidence;
    return [
      { kind: 'subheading', part: part.id, text: slot.heading, anchor: `part-${part.id}` },
      ...(part.statements && making.isNew(`slot ${part.page} ${slot.id}`)
        ? statementBlocks(slot, at, making)
        : []),
      ...evidence,
      ...(part.questions ? questionBlock(at, making, raisedBy(slot, at.model)) : [])
    ];
  });
}

async function actionBlocks(at: At, making: Making): Promise<readonly PackBlock[]> {
  const source = await making.host.catalogue?.(at.page);
  const tables =
    source === undefined
      ? []
      : await carriedTables(source, at.model, making.made, async (indicator) => {
          const page = indicatorPage(at.page, indicator);
          const model = page === undefined ? undefined : await making.page(page);
          return model === undefined || 'unanswerable' in model ? undefined : model.headline;
        });
  return tables.length === 0
    ? [absent(at.part, NO_ACTIONS)]
    : tables.map((table) => figureBlock(table, at, making));
}

function blocksOf(part: PackPart, making: Making): Promise<readonly PackBlock[]> {
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
      return onPage(part.page, part.id, making, (at) => questionBlock(at, making, at.model.questions));
    case 'actions':
      return onPage(part.page, part.id, making, (at) => actionBlocks(at, making));
    case 'draft':
      return onPage(part.page, part.id, making, (at) => draftBlocks(part, at, making, making.host.drafts));
  }
}

/** The parts whose figures words of a part are about: its own or, for words alone, those of the section it stands in. */
function besideOf(parts: readonly PackPart[], index: number): readonly string[] {
  const part = parts[index];
  if (part === undefined) return [];
  if (part.kind !== 'text' && part.kind !== 'heading') return [part.id];
  const isHeading = (each: PackPart) => each.kind === 'heading';
  const begins = parts.slice(0, index + 1).findLastIndex(isHeading);
  const ends = parts.slice(index + 1).findIndex(isHeading);
  return parts.slice(Math.max(0, begins), ends === -1 ? undefined : index + 1 + ends).map(({ id }) => id);
}

/** What is kept with words written to a part now, so that it is known later whether its figures changed. */
export function seenNow(pack: Pack, part: string, blocks: readonly PackBlock[]): Seen | undefined {
  const beside = new Set(
    besideOf(
      pack.parts,
      pack.parts.findIndex(({ id }) => id === part)
    )
  );
  return seenOf(blocks.filter((block) => beside.has(block.part)));
}

function writtenBlocks(
  pack: Pack,
  commentary: readonly Commentary[],
  made: ReadonlyMap<string, readonly PackBlock[]>
): readonly PackBlock[] {
  const all = [...made.values()].flat();
  return pack.parts.flatMap((part): readonly PackBlock[] => {
    const blocks = made.get(part.id) ?? [];
    const words = commentary.filter(
      (each) => each.pack === pack.id && each.part === part.id && each.text.trim() !== ''
    );
    const now = words.length === 0 ? undefined : seenNow(pack, part.id, all);
    const written = words.map(({ role, date, text, seen }): PackBlock => {
      const changed = changedSince(seen, now);
      const said: Written = { role, date, text, ...(changed === undefined ? {} : { changed }) };
      return { kind: 'written', part: part.id, written: said };
    });
    if (part.kind === 'text' && written.length === 0 && part.ask !== undefined)
      return [{ kind: 'unwritten', part: part.id, ask: part.ask, required: part.required === true }];
    return [...(written.length > 0 ? blocks.filter(({ kind }) => kind !== 'unwritten') : blocks), ...written];
  });
}

/** Without headings under which everything was left out; a heading that nothing was put under yet stands. */
function withoutBareHeadings(blocks: readonly PackBlock[], { parts }: Pack): readonly PackBlock[] {
  const isBare = (at: number) => {
    const next = blocks[at + 1];
    return next === undefined || next.kind === 'heading';
  };
  const followed = (part: string) => {
    const next = parts[parts.findIndex(({ id }) => id === part) + 1];
    return next !== undefined && next.kind !== 'heading';
  };
  return blocks.filter((block, at) => block.kind !== 'heading' || !isBare(at) || !followed(block.part));
}

/** The sources that figures name, each once; those of the pages where a pack holds words alone. */
function sourcesOf(blocks: readonly PackBlock[], models: readonly ViewModel[]): readonly SourceLine[] {
  const named = [
    ...new Set(blocks.flatMap((block) => (block.kind === 'figure' ? block.figure.drawn.sources : [])))
  ];
  const lines = new Map(models.flatMap(({ sources }) => sources).map((line) => [line.text, line]));
  return named.length === 0
    ? [...lines.values()]
    : named.map((text) => lines.get(text) ?? { id: text, text });
}

function standingOf(models: readonly ViewModel[]): Standing {
  return {
    restricted: models.some(({ standing }) => standing?.restricted === true),
    madeUp: models.some(({ standing }) => standing?.madeUp === true)
  };
}

const each = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

/**
 * Everything that a pack says. `pages` gives the page that a text of `selection/agenda.ts` names, or why there is none;
 * each is asked for once.
 */
export async function packModel(
  pack: Pack,
  commentary: readonly Commentary[],
  pages: Pages,
  host: PackHost
): Promise<PackModel> {
  const asked = new Map<string, Promise<ViewModel | Unanswerable>>();
  const shown = new Map<string, ViewModel>();
  const said = new Set<string>();
  let last = 0;
  const making: Making = {
    host,
    made: host.made,
    notes: packNotes(),
    next: () => (last += 1),
    link: (page, figure, model) =>
      readPage(page)?.own === true ? undefined : host.link?.(page, figure, model),
    fromTemplate: pack.template !== undefined,
    isNew: (key) => !said.has(key) && said.add(key).has(key),
    page: async (text) => {
      const page = asked.get(text) ?? pages(text);
      asked.set(text, page);
      const model = await page;
      if (!('unanswerable' in model)) shown.set(text, model);
      return model;
    }
  };
  const made = new Map<string, readonly PackBlock[]>();
  for (const part of pack.parts) made.set(part.id, await blocksOf(part, making));
  const blocks = withoutBareHeadings(writtenBlocks(pack, commentary, made), pack);
  const models = [...shown.values()];
  const rules: string[] = [];
  for (const page of shown.keys()) rules.push((await host.catalogue?.(page))?.manifest.protection ?? '');
  const standing = standingOf(models);
  return {
    id: pack.id,
    title: pack.title,
    occasion: pack.occasion,
    areas: each(models.map(({ area }) => area.name)),
    positions: each(models.map(({ position }) => position)),
    made: host.made,
    ...(isPlain(standing) ? {} : { standing }),
    contents: pack.contents,
    blocks,
    sources: sourcesOf(blocks, models),
    licence: each(models.flatMap(({ licence }) => licence ?? [])).join('; '),
    methods: methodsOf(
      blocks,
      models,
      each(rules).filter((rule) => rule !== '')
    ),
    unwritten: blocks.flatMap((block) => (block.kind === 'unwritten' && block.required ? [block.part] : []))
  };
}

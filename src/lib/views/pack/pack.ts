/** From a pack to what it says: its figures numbered, its notes renumbered, what is written and what is missing. */
import { gathered, isPlain, type Standing } from '#lib/domain/standing.ts';
import { writtenOnOf, type Commentary, type Pack } from '#lib/domain/pack.ts';
import type { Reckoned, SourceLine, ViewModel } from '../model.ts';
import { methodsOf } from './methods.ts';
import type { PackBlock, PackModel } from './model.ts';
import { packNotes } from './notes.ts';
import { logDay } from '../log-day.ts';
import { readPage } from './page-text.ts';
import { reckonedFact, TITLED_ON_MADE_UP } from '#lib/words/pack.ts';
import { blocksOf, type Look, type Making, type PackHost, type Pages } from './parts.ts';
import { wordsStanding, wordsTo, writtenBlocks } from './written.ts';

export type { PackHost, Pages } from './parts.ts';
export { seenNow } from './written.ts';

/**
 * Without headings under which everything was left out; a heading that nothing was put under yet stands. Where a template’s
 * heading has nothing under it but what is absent, that stands under the next one.
 */
function withoutBareHeadings(blocks: readonly PackBlock[], { parts, template }: Pack): readonly PackBlock[] {
  const followed = (part: string) => {
    const next = parts[parts.findIndex(({ id }) => id === part) + 1];
    return next !== undefined && next.kind !== 'heading';
  };
  const kept: PackBlock[] = [];
  let absent: readonly PackBlock[] = [];
  for (let at = 0; at < blocks.length;) {
    const ends = blocks.findIndex(({ kind }, i) => i > at && kind === 'heading');
    const next = ends < 0 ? blocks.length : ends;
    const [first, ...under] = blocks.slice(at, next);
    at = next;
    if (first === undefined) continue;
    const isOwn =
      first.kind === 'heading' && parts.some(({ id, kind }) => id === first.part && kind === 'heading');
    const isAbsent =
      template !== undefined && isOwn && ends >= 0 && under.every(({ kind }) => kind === 'absent');
    if (isAbsent && under.length > 0) absent = [...absent, ...under];
    else {
      if (first.kind !== 'heading' || under.length + absent.length > 0 || !followed(first.part))
        kept.push(first);
      kept.push(...under, ...absent);
      absent = [];
    }
  }
  return kept;
}

/** The sources that figures name, each once; those of the pages where a pack holds words alone. */
function sourcesOf(blocks: readonly PackBlock[], models: readonly ViewModel[]): readonly SourceLine[] {
  const named = [
    ...new Set(
      blocks.flatMap((block) => {
        if (block.kind === 'figure') return block.figure.drawn.sources;
        return block.kind === 'statements' ? (block.sources ?? []) : [];
      })
    )
  ];
  const lines = new Map(models.flatMap(({ sources }) => sources).map((line) => [line.text, line]));
  return named.length === 0
    ? [...lines.values()]
    : named.map((text) => lines.get(text) ?? { id: text, text });
}

/** Words on made-up figures beside real ones say so themselves: those here are not made up. */
function standingOf(shown: Standing, words: Standing, anyShown: boolean): Standing {
  return gathered(shown, anyShown ? { ...words, madeUp: false } : words);
}

const each = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

/** The days of which it tells how actions stand: where it tells of any, that on which it is put together. */
const reckonedDays = (blocks: readonly PackBlock[]): readonly string[] =>
  each(
    blocks
      .flatMap((block): readonly Reckoned[] => {
        switch (block.kind) {
          case 'statements':
            return block.statements;
          case 'questions':
            return block.questions;
          case 'figure':
            return [block.figure.drawn];
          default:
            return [];
        }
      })
      .flatMap(({ reckonedOn }) => reckonedOn ?? [])
  );

/**
 * Everything that a pack says. `pages` gives the page that a text of `selection/agenda.ts` names, or why there is none,
 * with actions reckoned on the day of the pack; each is asked for once.
 */
export async function packModel(
  pack: Pack,
  commentary: readonly Commentary[],
  pages: Pages,
  host: PackHost
): Promise<PackModel> {
  const asked = new Map<string, ReturnType<Look>>();
  const shown = new Map<string, ViewModel>();
  const said = new Set<string>();
  let last = 0;
  const look: Look = (text) => {
    const page = asked.get(text) ?? pages(text, host.made);
    asked.set(text, page);
    return page;
  };
  const making: Making = {
    host,
    made: host.made,
    notes: packNotes(),
    next: () => (last += 1),
    link: (page, figure, model) =>
      readPage(page)?.own === true ? undefined : host.link?.(page, figure, model),
    fromTemplate: pack.template !== undefined,
    writtenTo: (part) =>
      wordsTo(pack, commentary, part)
        .map(({ text }) => text)
        .join('\n\n'),
    shown: new Map(),
    isNew: (key) => !said.has(key) && said.add(key).has(key),
    look,
    page: async (text) => {
      const model = await look(text);
      if (!('unanswerable' in model)) shown.set(text, model);
      return model;
    }
  };
  const made = new Map<string, readonly PackBlock[]>();
  for (const part of pack.parts) made.set(part.id, await blocksOf(part, making));
  const models = [...shown.values()];
  const ofFigures = gathered(host.standing, ...models.map(({ standing }) => standing));
  const blocks = withoutBareHeadings(writtenBlocks(pack, commentary, made, ofFigures), pack);
  const rules: string[] = [];
  let logged: string | undefined;
  for (const page of shown.keys()) {
    const catalogue = await host.catalogue?.(page);
    rules.push(catalogue?.manifest.protection ?? '');
    if (catalogue?.registers.actions !== undefined) logged ??= logDay(catalogue);
  }
  const standing = standingOf(ofFigures, wordsStanding(pack, blocks), models.length > 0);
  return {
    id: pack.id,
    title: pack.title,
    occasion: pack.occasion,
    areas: each(models.map(({ area }) => area.name)),
    positions: each(models.map(({ position }) => position)),
    made: host.made,
    ...(isPlain(standing) ? {} : { standing }),
    shown: ofFigures,
    contents: pack.contents,
    blocks,
    sources: sourcesOf(blocks, models),
    licence: each(models.flatMap(({ licence }) => licence ?? [])).join('; '),
    methods: [
      ...(models.length > 0 && !ofFigures.madeUp && writtenOnOf(pack).madeUp ? [TITLED_ON_MADE_UP] : []),
      ...reckonedDays(blocks).map((day) => reckonedFact(day, host.made, logged)),
      ...methodsOf(
        blocks,
        models,
        each(rules).filter((rule) => rule !== '')
      )
    ],
    unwritten: blocks.flatMap((block) => (block.kind === 'unwritten' && block.required ? [block.part] : []))
  };
}

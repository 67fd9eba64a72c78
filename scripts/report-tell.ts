/** What the command `report` tells of a pack that it made. */
import type { Pack } from '#lib/domain/pack.ts';
import type { unknownWords } from '#lib/selection/pack-edit.ts';
import { isPlain, PLAIN } from '#lib/domain/standing.ts';
import { partName } from '#lib/ui/part-name.ts';
import { isByWords, type PackModel } from '#lib/views/pack/model.ts';
import { outlineOf } from '#lib/views/pack/outline.ts';
import { OWN_WORDS, RESTRICTED_BY_WORDS, tooManySheets, unknownText } from '#lib/words/report.ts';
import { standingText } from '#lib/words/standing.ts';
import type { Options } from './report-options.ts';

interface LookAgain {
  readonly part: string;
  /** The heading that they stand under. */
  readonly under?: string;
  readonly why: string;
}

/** Words of which the paper says “To be looked at again”: their figures changed since they were written. */
function toLookAgain({ blocks }: PackModel): readonly LookAgain[] {
  let under: string | undefined;
  return blocks.flatMap((block): LookAgain[] => {
    if (block.kind === 'heading') under = block.text;
    if (block.kind !== 'written' || block.written.changed === undefined) return [];
    return [{ part: block.part, ...(under === undefined ? {} : { under }), why: block.written.changed }];
  });
}

/** What whoever edits a pack knows its parts by. */
function namesIn(pack: Pack, model: PackModel): (part: string) => string {
  const items = new Map(outlineOf(pack, model).map((item) => [item.id, item]));
  return (id) => {
    const part = pack.parts.find((each) => each.id === id);
    const item = items.get(id);
    return part === undefined || item === undefined ? id : `“${partName(part, item, '')}”`;
  };
}

/** A pack that was written, and what there is to say of it. */
export interface Made {
  readonly pack: Pack;
  readonly model: PackModel;
  /** Parts that have to be written and are not. */
  readonly unwritten: readonly string[];
  /** What was put back into the pack, in sentences. */
  readonly warnings: readonly string[];
  /** Words that do not say on what figures they were written. */
  readonly unknown: ReturnType<typeof unknownWords>;
  readonly file: string;
  readonly sheets: number | undefined;
  readonly held: number | undefined;
}

/** What must be said above figures, such as that the period that was asked for is not there. */
const noticesIn = ({ blocks }: PackModel): readonly string[] => [
  ...new Set(blocks.flatMap((block) => (block.kind === 'position' ? block.notices : [])))
];

/** That a paper is marked though none of its figures is restricted, and for which words nobody can say whether it must be. */
function wordsWarnings({ pack, model, unknown }: Made): readonly string[] {
  if (!isByWords(model)) return [];
  const named = [...(unknown.own ? [OWN_WORDS] : []), ...unknown.parts.map(namesIn(pack, model))];
  return [RESTRICTED_BY_WORDS.paper, ...(named.length === 0 ? [] : [unknownText(named)])];
}

/** Prints what was made, what of it is still to do and what it lacks: in words, or as JSON where that is asked for. */
export function tell({ json, site }: Options, made: Made): void {
  const { pack, model, unwritten, file, sheets, held } = made;
  const warnings = [...wordsWarnings(made), ...made.warnings];
  const figures = model.blocks.filter(({ kind }) => kind === 'figure').length;
  const absent = model.blocks.filter(({ kind }) => kind === 'absent').length;
  const { standing = PLAIN } = model;
  const lookAgain = toLookAgain(model);
  if (json) {
    const { title } = model;
    console.log(
      JSON.stringify(
        { ok: true, file, title, figures, sheets, absent, unwritten, lookAgain, warnings, standing },
        null,
        2
      )
    );
    return;
  }
  const counted = [
    `${String(figures)} figures`,
    ...(sheets === undefined ? [] : [`${String(sheets)} ${sheets === 1 ? 'sheet' : 'sheets'}`])
  ];
  console.log(`${file}: ${model.title}, ${counted.join(' on ')}`);
  if (!isPlain(standing)) console.log(standingText(standing));
  if (absent > 0) console.log(`Not supplied, and said so in their place: ${String(absent)}`);
  for (const warning of warnings) console.log(`Warning: ${warning}`);
  for (const notice of noticesIn(model)) console.log(`Said in the paper: ${notice}`);
  const named = namesIn(pack, model);
  if (unwritten.length > 0) console.log(`Still to be written: ${unwritten.map(named).join(', ')}`);
  const whereText = ({ part, under }: LookAgain) =>
    `${named(part)}${under === undefined ? '' : ` (${under})`}`;
  if (lookAgain.length > 0)
    console.log(
      `To be looked at again, since figures changed: ${String(lookAgain.length)}, at ${[...new Set(lookAgain.map(whereText))].join('; ')}`
    );
  if (site === undefined && figures > 0)
    console.log('Figures are cited without an address: --site <address> adds a link to each.');
  if (held !== undefined && sheets !== undefined && sheets > held) console.log(tooManySheets(held, sheets));
}

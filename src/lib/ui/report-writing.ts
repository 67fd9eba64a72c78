/** What is written to the parts of a report, kept with the figures that it was written on. */
import type { Commentary, Pack } from '#lib/domain/pack.ts';
import { wordsOf } from '#lib/selection/pack-edit.ts';
import type { PackModel } from '#lib/views/pack/model.ts';
import { seenNow } from '#lib/views/pack/pack.ts';
import type { ReportState } from './report.svelte.ts';

export interface ReportWriting {
  readonly write: (part: string, words: Pick<Commentary, 'role' | 'date' | 'text'>) => void;
  /** Its writer says that what was written to a part still holds. */
  readonly holds: (part: string) => void;
  /** Whoever wrote it says that no word is restricted; what was kept of the figures that they were written on is let go. */
  readonly release: () => void;
}

/** @param model what the report says now; undefined while it is worked out */
export function reportWriting(report: ReportState, pack: Pack, model: PackModel | undefined): ReportWriting {
  const seenBy = (part: string): Pick<Commentary, 'seen'> => {
    const seen = model === undefined ? undefined : seenNow(pack, part, model.blocks);
    return seen === undefined ? {} : { seen };
  };
  const letGo = ({ seen: _, ...words }: Commentary): Commentary => ({ ...words, ...seenBy(words.part) });
  return {
    // Words keep the figures that they were written on first, until their writer says that they still hold.
    write: (part, words) => {
      const before = wordsOf(report.commentary, pack, part);
      const isNew = before === undefined || before.text.trim() === '' || before.seen === undefined;
      report.write({ pack: pack.id, part, ...words, ...(isNew ? seenBy(part) : { seen: before.seen }) });
    },
    holds: (part) => {
      const words = wordsOf(report.commentary, pack, part);
      if (words !== undefined) report.write(letGo(words));
    },
    release: () => {
      const parts = new Set(pack.parts.map(({ id }) => id));
      report.release(report.commentary.filter(({ part }) => parts.has(part)).map(letGo));
    }
  };
}

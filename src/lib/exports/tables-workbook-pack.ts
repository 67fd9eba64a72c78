/** Every table of a pack as one workbook. */
import { PLAIN } from '#lib/domain/standing.ts';
import type { PackModel } from '#lib/views/pack/model.ts';
import { citation } from '#lib/words/citation.ts';
import { listed } from '#lib/words/number.ts';
import { tablesWorkbook } from './tables-workbook.ts';
import { sheetTable } from './tables-workbook-table.ts';

/**
 * The bytes of a workbook with the table of each figure of a pack, numbered as the pack numbers them, with a cover,
 * contents, notes and symbols. For `lens report --out <file>.xlsx` and for the report page, which imports this lazily,
 * asks before it saves restricted figures, and names the file by `markedFile`.
 * Undefined where the pack shows no figure.
 */
export function packWorkbook(model: PackModel): Uint8Array<ArrayBuffer> | undefined {
  const figures = model.blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));
  if (figures.length === 0) return undefined;
  const headline = model.blocks.find((block) => block.kind === 'headline');
  return tablesWorkbook({
    title: model.title,
    message: headline?.statement.text ?? '',
    areas: model.areas,
    positions: [...(model.occasion === '' ? [] : [model.occasion]), ...model.positions],
    standing: model.standing ?? PLAIN,
    made: model.made,
    licence: model.licence,
    cite: citation({
      title: model.title,
      area: listed(model.areas),
      covers: '',
      source: model.sources.map(({ text }) => text.replace(/\.$/, '')).join('; '),
      vintage: '',
      taken: model.made
    }),
    word: 'Figure',
    tables: figures.map(({ drawn, provenance, notes, cite, link }) =>
      sheetTable(drawn, provenance, { notes: notes.map(({ text }) => text), cite, link })
    )
  });
}

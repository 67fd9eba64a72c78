/** A table of a pack as HTML: caption, heads with their scope and unit, and the words behind `[c]` under it. */
import { isKnown, REASON_MEANINGS, SHORTHAND, type Reason } from '#lib/domain/cell.ts';
import { COUNTED_LABELS, type Mark } from '#lib/domain/mark.ts';
import type { Column, TableModel } from '#lib/views/model.ts';
import { number } from '#lib/words/number.ts';
import { html, type Html } from './html.ts';

type Row = TableModel['rows'][number];

/** A cell as it is read: `1,234`, `[c]`, or words. */
export function cellShown(row: Row, { key, decimals }: Column): string {
  const value = row[key];
  if (typeof value !== 'object') return value ?? '';
  return isKnown(value) ? number(value.value, decimals) : SHORTHAND[value.reason];
}

/** The reasons for which cells of a table hold no number. */
function reasonsIn({ rows, columns }: TableModel): readonly Reason[] {
  const found = rows.flatMap((row) =>
    columns.flatMap(({ key }): Reason[] => {
      const value = row[key];
      return typeof value === 'object' && !isKnown(value) ? [value.reason] : [];
    })
  );
  return [...new Set(found)];
}

function head({ label, unit, kind, mark: own }: Column, mark: Mark, differ: boolean): Html {
  return html`<th scope="col" class="${kind}">
    ${label}${
      unit === undefined || unit === label ? undefined : html`<span class="unit"> ${unit}</span>`
    }${differ && kind === 'number' ? html`<span class="unit"> ${COUNTED_LABELS[own ?? mark]}</span>` : undefined}
  </th>`;
}

function groupOf({ groupBy }: TableModel, row: Row | undefined): string | undefined {
  const group = groupBy === undefined ? undefined : row?.[groupBy];
  return typeof group === 'string' ? group : undefined;
}

/** @param id unique in the document */
export function tableHtml(table: TableModel, mark: Mark, id: string): Html {
  const columns = table.columns.filter(({ key }) => key !== table.groupBy);
  const differ = table.columns.some((column) => column.mark !== undefined && column.mark !== mark);
  const rows = table.rows.map((row, at) => {
    const group = groupOf(table, row);
    const begins = group !== undefined && group !== groupOf(table, table.rows[at - 1]);
    const cells = columns.map((column, place) =>
      place === 0
        ? html`<th scope="row">${cellShown(row, column)}</th>`
        : html`<td class="${column.kind}">${cellShown(row, column)}</td>`
    );
    return html`${
        begins
          ? html`<tr class="row-group">
              <th scope="rowgroup" colspan="${columns.length}"><span>${group}</span></th>
            </tr>`
          : undefined
      }
      <tr>
        ${cells}
      </tr>`;
  });
  const words = columns.filter(({ kind }) => kind === 'text').length;
  const reasons = reasonsIn(table).map(
    (reason) =>
      html`<div>
        <dt>${SHORTHAND[reason]}</dt>
        <dd>${REASON_MEANINGS[reason]}</dd>
      </div>`
  );
  return html`<table id="${id}" class="${words > 3 ? 'wordy' : 'data'}">
      <caption>
        ${table.caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => head(column, mark, differ))}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    ${reasons.length === 0 ? undefined : html`<dl class="key">${reasons}</dl>`}`;
}

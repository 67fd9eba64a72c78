/** A figure as one page with nothing else on it, to be put inside a page of somebody’s own site. */
import { escapeMarkup } from './escape.ts';
import { footOf, type Taken } from './taken.ts';
import { FONTS } from './svg.ts';

const STYLE = `
*{box-sizing:border-box}
body{margin:0;padding:12px;max-width:720px;color:#0b0c0c;background:#fff;font:16px/1.45 ${FONTS}}
h1{margin:0 0 2px;font-size:20px;line-height:1.3}
p{margin:0 0 8px}
.shows,.foot{color:#595959}.foot{font-size:13.5px;overflow-wrap:anywhere}
figure{margin:0}
svg{display:block;width:100%;height:auto}
svg text{letter-spacing:0!important;word-spacing:0!important}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:15px;font-variant-numeric:tabular-nums lining-nums}
caption{padding-bottom:6px;text-align:left;font-weight:650}
th,td{padding:4px 16px 4px 0;border-bottom:1px solid #d8dadc;text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:650;vertical-align:bottom;border-bottom-color:#0b0c0c}
.number{text-align:right}
summary{min-height:44px;padding:10px 0;color:#12436d;text-decoration:underline;cursor:pointer}
:focus-visible{outline:3px solid #0b0c0c;box-shadow:0 0 0 6px #fd0}
@media print{summary{display:none}}
`.replace(/\n/g, '');

function tableHtml({ table }: Taken): string {
  const kind = (index: number) => (table.numeric[index] === true ? ' class="number"' : '');
  const head = table.head
    .map((text, index) => `<th scope="col"${kind(index)}>${escapeMarkup(text)}</th>`)
    .join('');
  const rows = table.rows
    .map((row) => {
      const cells = row.map((text, index) =>
        index === 0
          ? `<th scope="row">${escapeMarkup(text)}</th>`
          : `<td${kind(index)}>${escapeMarkup(text)}</td>`
      );
      return `<tr>${cells.join('')}</tr>`;
    })
    .join('');
  return `<div class="scroll" role="region" aria-labelledby="caption" tabindex="0"><table><caption id="caption">${escapeMarkup(table.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/**
 * The page: no script, no other file, nothing that is asked for from anywhere, and a policy that lets nothing be.
 * @param font the typeface as a `data:` address; without it a reader's own typeface is taken
 */
export function embedPage(taken: Taken, font?: string): string {
  const face =
    font === undefined
      ? ''
      : `@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:200 800;src:url(${font}) format('woff2')}`;
  const shows = taken.subtitle === '' ? '' : `<p class="shows">${escapeMarkup(taken.subtitle)}</p>`;
  const table = tableHtml(taken);
  const drawn =
    taken.svg === undefined
      ? table
      : `<div role="img" aria-label="${escapeMarkup(taken.description)}">${taken.svg}</div><details><summary>Show the figures as a table</summary>${table}</details>`;
  const foot = footOf(taken)
    .map((line) => `<p class="foot">${escapeMarkup(line)}</p>`)
    .join('');
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline';font-src data:"><title>${escapeMarkup(taken.title)}</title><style>${face}${STYLE}</style></head><body><figure aria-labelledby="title"><h1 id="title">${escapeMarkup(taken.title)}</h1>${shows}${drawn}${foot}</figure></body></html>\n`;
}

/** What is pasted into the page that it stands in. `file` is where the page of the figure was put. */
export function embedCode(file: string, title: string, height: number): string {
  return `<iframe src="${escapeMarkup(file)}" title="${escapeMarkup(title)}" width="100%" height="${String(height)}" style="border:0" loading="lazy"></iframe>`;
}

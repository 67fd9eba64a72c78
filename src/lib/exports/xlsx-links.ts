/** Cells that lead elsewhere (ECMA-376 part 1, 18.3.1.47): to a sheet of the same workbook, or to a page. */
import { escaped, OFFICE, reference, type Relationship } from './xlsx-xml.ts';
import type { MadeSheet } from './xlsx.ts';

/** An address begins with http:// or https://; nothing else can be opened from a sheet. */
export type Link = { readonly sheet: string } | { readonly address: string };

const isWeb = (address: string): boolean => /^https?:\/\/[^\s"<>]+$/.test(address);

interface Found {
  readonly at: string;
  readonly text: string;
  readonly link: Link;
}

function linksOf({ rows }: MadeSheet): readonly Found[] {
  return rows.flatMap((row, index) =>
    row.flatMap((cell, column) =>
      cell?.link === undefined || ('address' in cell.link && !isWeb(cell.link.address))
        ? []
        : [{ at: reference(index, column), text: cell.text ?? '', link: cell.link }]
    )
  );
}

/** The links of a sheet as its XML, and the relationships that it names. */
export function linksXml(sheet: MadeSheet): {
  readonly xml: string;
  readonly related: readonly Relationship[];
} {
  const found = linksOf(sheet);
  if (found.length === 0) return { xml: '', related: [] };
  const each = found.map(({ at, text, link }, index) =>
    'sheet' in link
      ? `<hyperlink ref="${at}" location="${escaped(`'${link.sheet.replaceAll("'", "''")}'!A1`)}" display="${escaped(text)}"/>`
      : `<hyperlink ref="${at}" r:id="rIdLink${index + 1}" display="${escaped(text)}"/>`
  );
  return {
    xml: `<hyperlinks>${each.join('')}</hyperlinks>`,
    related: found.flatMap(({ link }, index) =>
      'address' in link
        ? [{ id: `rIdLink${index + 1}`, type: `${OFFICE}/hyperlink`, target: link.address, external: true }]
        : []
    )
  };
}

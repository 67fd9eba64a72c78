/**
 * The XML that spreadsheets write, tag by tag: no document is built, nothing outside the text is asked for, and an
 * entity that a file declares itself is left as it stands, so that none can grow.
 */

/** A tag as it opens; names are without their prefix. */
export interface Tag {
  readonly name: string;
  /** The value of an attribute, by its name without prefix; undefined where the tag has none. */
  readonly get: (attribute: string) => string | undefined;
}

export interface XmlReader {
  readonly open?: (tag: Tag) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? whole;
    const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const plainName = (name: string) => name.slice(name.indexOf(':') + 1);

/** The value of an attribute among those of a tag: `name="value"`, the name after a space or a prefix. */
function attributeIn(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    const before = attributes[at - 1] ?? '';
    if (!/[\s:]/.test(before)) continue;
    VALUE.lastIndex = at + name.length;
    const [, double, single] = VALUE.exec(attributes) ?? [];
    const value = double ?? single;
    if (value !== undefined) return decoded(value);
  }
  return undefined;
}

const VALUE = /\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

function tagOf(inside: string): Tag {
  const end = inside.search(/[\s/]/);
  const attributes = end === -1 ? '' : inside.slice(end);
  return {
    name: plainName(end === -1 ? inside : inside.slice(0, end)),
    get: (attribute) => attributeIn(attributes, attribute)
  };
}

function closingOf(xml: string, from: number, end: string): number {
  const at = xml.indexOf(end, from);
  return at === -1 ? xml.length : at + end.length;
}

/** Where the tag that starts at `from` ends: a `>` inside an attribute does not end it. */
function tagEnd(xml: string, from: number): number {
  const end = xml.indexOf('>', from);
  if (end === -1 || !isQuoteOpen(xml.slice(from, end))) return end;
  let open = '';
  for (let at = from; at < xml.length; at += 1) {
    const letter = xml[at] ?? '';
    if (open !== '') open = letter === open ? '' : open;
    else if (letter === '"' || letter === "'") open = letter;
    else if (letter === '>') return at;
  }
  return -1;
}

function isQuoteOpen(text: string): boolean {
  if (!text.includes("'")) {
    let quotes = 0;
    for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes += 1;
    return quotes % 2 === 1;
  }
  let open = '';
  for (const letter of text)
    if (open !== '') open = letter === open ? '' : open;
    else if (letter === '"' || letter === "'") open = letter;
  return open !== '';
}

/** Reads XML from start to end. A file that is cut short is read as far as it goes. */
export function scanXml(xml: string, reader: XmlReader): void {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag !== at) reader.text?.(decoded(xml.slice(at, tag === -1 ? xml.length : tag)));
    if (tag === -1) return;
    if (xml.startsWith('<!--', tag)) at = closingOf(xml, tag, '-->');
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = closingOf(xml, tag, ']]>');
      reader.text?.(xml.slice(tag + 9, at - 3));
    } else if (xml.startsWith('<?', tag)) at = closingOf(xml, tag, '?>');
    else {
      const end = tagEnd(xml, tag + 1);
      if (end === -1) return;
      at = end + 1;
      const inside = xml.slice(tag + 1, end);
      if (inside.startsWith('!')) continue;
      if (inside.startsWith('/')) reader.close?.(plainName(inside.slice(1).trim()));
      else {
        const opened = tagOf(inside);
        reader.open?.(opened);
        if (inside.endsWith('/')) reader.close?.(opened.name);
      }
    }
  }
}

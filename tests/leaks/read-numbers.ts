/** Every number that a text holds, however it is written or wrapped. */

/** As it stands in the text, and what it is. */
export interface Written {
  readonly text: string;
  readonly value: number;
}

const PLAIN = /(?<![\p{L}\d.])\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gu;
/** Thousands parted by a comma, a point, an apostrophe, an underscore or any kind of space. */
const GROUPED = /(?<!\d)\d{1,3}(?:[,.'’_\s]\d{3})+(?!\d)/gu;
/** As a page writes a rate. */
const DECIMAL = /(?<!\d)\d{1,3}(?:,\d{3})+\.\d+/gu;
/** What is shorter could be anything. */
const DIGITS = 7;

const digitsOf = (text: string) =>
  text
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '').length;

/** Numbers of so many digits that they can hardly be there by chance, thousands parted or not. */
export function numbersIn(text: string): Written[] {
  const plain = [...text.matchAll(PLAIN)].flatMap(([found]): Written[] =>
    digitsOf(found) >= DIGITS ? [{ text: found, value: Number(found) }] : []
  );
  const grouped = [...text.matchAll(GROUPED)].flatMap(([found]) => windowsOf(found));
  const decimal = [...text.matchAll(DECIMAL)].map(([found]): Written => ({
    text: found,
    value: Number(found.replaceAll(',', ''))
  }));
  return [...plain, ...grouped, ...decimal];
}

/** `1,234,567,890` may be one number, or a column of several: every run of its groups. */
function windowsOf(found: string): Written[] {
  const groups = found.split(/[,.'’_\s]/);
  return groups.flatMap((_, from) =>
    groups.slice(from + 2).map((_, more) => {
      const text = groups.slice(from, from + 2 + more + 1).join('');
      return { text: found, value: Number(text) };
    })
  );
}

const NAMED: Readonly<Record<string, string>> = {
  comma: ',',
  period: '.',
  nbsp: '\u00a0',
  thinsp: '\u2009',
  apos: "'",
  amp: '&'
};

const character = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** One wrapping taken off: addresses’ percent signs, HTML’s entities, escapes of scripts and of JSON, base64 in an address. */
function unwrapped(text: string): string {
  return text
    .replace(/data:[^,"'\s<>]*;base64,([A-Za-z0-9+/=]+)/g, (_, coded: string) =>
      Buffer.from(coded, 'base64').toString('utf8')
    )
    .replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
    .replace(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name: string) =>
      decimal !== undefined
        ? character(Number(decimal))
        : hex !== undefined
          ? character(Number.parseInt(String(hex), 16))
          : (NAMED[name.toLowerCase()] ?? whole)
    )
    .replace(/\\u\{?([0-9A-Fa-f]{4})\}?|\\x([0-9A-Fa-f]{2})/g, (_, long, short) =>
      character(Number.parseInt(String(long ?? short), 16))
    );
}

/** The text and what is left of it as its wrappings are taken off, one after another. */
export function layersOf(text: string): string[] {
  const layers = [text];
  for (let more = unwrapped(text); more !== layers.at(-1) && layers.length < 4; more = unwrapped(more))
    layers.push(more);
  return layers;
}

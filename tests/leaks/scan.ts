/** Looks through every byte of files for numbers that must not be in them: packed, coded, or in their names. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { tableFromIPC } from 'apache-arrow';
import { unzipSync } from 'fflate';
import { layersOf, numbersIn, type Written } from './read-numbers.ts';

/** A number that must not be there, and what it is. */
export interface Secret {
  readonly value: number;
  readonly what: string;
}

export interface Find {
  /** The file, and the one in it where it is packed. */
  readonly file: string;
  readonly text: string;
  readonly what: string;
}

/** A number with more digits than a reader is shown is the same one to this part of it. */
const NEAR = 1e-10;

export class Scanner {
  readonly #secrets: readonly Secret[];
  /** How many numbers were looked at, to know that something was. */
  looked = 0;

  constructor(secrets: readonly Secret[]) {
    this.#secrets = [...secrets].sort((a, b) => a.value - b.value);
  }

  /** Everything found in one file. */
  scan(file: string, bytes: Uint8Array): Find[] {
    return [...this.#told(file, numbersOf(file)), ...this.#scanBytes(file, bytes)];
  }

  #scanBytes(file: string, bytes: Uint8Array): Find[] {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b)
      return this.#scanBytes(`${file} (unpacked)`, gunzipSync(bytes));
    if (file.endsWith('.br')) return this.#scanBytes(file.slice(0, -3), brotliDecompressSync(bytes));
    if (bytes[0] === 0x50 && bytes[1] === 0x4b)
      return Object.entries(unzipSync(bytes)).flatMap(([name, inside]) =>
        this.scan(`${file}: ${name}`, inside)
      );
    const coded = file.includes('.arrow') ? this.#told(file, arrowNumbers(bytes)) : [];
    return [...coded, ...this.scanText(file, Buffer.from(bytes).toString('utf8'))];
  }

  /** Everything found in a text that stands nowhere in a file of its own. */
  scanText(place: string, text: string): Find[] {
    return layersOf(text).flatMap((layer) => this.#told(place, numbersIn(layer)));
  }

  #told(file: string, written: Iterable<Written>): Find[] {
    const found: Find[] = [];
    for (const { text, value } of written) {
      this.looked += 1;
      const secret = this.#like(value);
      if (secret) found.push({ file, text, what: secret.what });
    }
    return found;
  }

  #like(value: number): Secret | undefined {
    let [from, to] = [0, this.#secrets.length];
    const least = value * (1 - NEAR);
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#secrets[middle]?.value ?? Infinity) < least) from = middle + 1;
      else to = middle;
    }
    const next = this.#secrets[from];
    return next && next.value <= value * (1 + NEAR) ? next : undefined;
  }
}

/** A file’s name and its folders’, in which a number may touch letters. */
function numbersOf(name: string): Written[] {
  return [
    ...numbersIn(name),
    ...[...name.matchAll(/\d{7,}/g)].map(([text]) => ({ text, value: Number(text) }))
  ];
}

/** What stands in a column’s memory, also where the column says that there is nothing. */
function* arrowNumbers(bytes: Uint8Array): Generator<Written> {
  const table = tableFromIPC(bytes);
  for (const { name } of table.schema.fields)
    for (const batch of table.getChild(name)?.data ?? []) {
      const values: unknown = batch.values;
      const held =
        values instanceof Int32Array || values instanceof Uint32Array || values instanceof Float64Array
          ? [...values]
          : values instanceof BigInt64Array || values instanceof BigUint64Array
            ? [...values].map(Number)
            : [];
      for (const value of held) if (value > 999_999) yield { text: `${name} ${String(value)}`, value };
    }
}

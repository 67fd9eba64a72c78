import { parseArgs } from 'node:util';
import { Halt } from './halt.mjs';

/**
 * Reads a command's options. `--help` prints `help` and gives undefined.
 *
 * @param {string[]} args
 * @param {string} help
 * @param {Record<string, 'string' | 'boolean' | 'strings'>} kinds `strings` may be given more than once
 * @returns {{ values: Record<string, string | undefined>, lists: Record<string, string[]>, flags: Set<string>, names: string[] } | undefined}
 */
export function readOptions(args, help, kinds) {
  /** @type {Record<string, { type: 'string' | 'boolean', short?: string, multiple?: boolean }>} */
  const options = { help: { type: 'boolean', short: 'h' } };
  for (const [name, type] of Object.entries(kinds))
    options[name] = type === 'strings' ? { type: 'string', multiple: true } : { type };
  let read;
  try {
    read = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new Halt(`${reason}.\n\n${help}`);
  }
  if (read.values['help'] === true) {
    console.log(help);
    return undefined;
  }
  /** @type {Record<string, string | undefined>} */
  const values = {};
  /** @type {Record<string, string[]>} */
  const lists = {};
  const flags = new Set();
  for (const [name, value] of Object.entries(read.values)) {
    if (typeof value === 'string') values[name] = value;
    else if (value === true) flags.add(name);
    else if (Array.isArray(value)) lists[name] = value.map(String);
  }
  return { values, lists, flags, names: read.positionals };
}

/**
 * A port as written on the command line, or the one to use where none is.
 *
 * @param {string | undefined} text
 * @param {number} otherwise
 */
export function readPort(text, otherwise) {
  if (text === undefined) return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Halt(`--port takes a whole number from 1 to 65535, not "${text}".`);
}

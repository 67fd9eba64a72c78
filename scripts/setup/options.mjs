import { parseArgs } from 'node:util';
import { Halt } from './halt.mjs';

/**
 * Reads a command's options. `--help` prints `help` and gives undefined.
 *
 * @param {string[]} args
 * @param {string} help
 * @param {Record<string, 'string' | 'boolean'>} kinds
 * @returns {{ values: Record<string, string | undefined>, flags: Set<string>, names: string[] } | undefined}
 */
export function readOptions(args, help, kinds) {
  /** @type {Record<string, { type: 'string' | 'boolean', short?: string }>} */
  const options = { help: { type: 'boolean', short: 'h' } };
  for (const [name, type] of Object.entries(kinds)) options[name] = { type };
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
  const flags = new Set();
  for (const [name, value] of Object.entries(read.values)) {
    if (typeof value === 'string') values[name] = value;
    else if (value === true) flags.add(name);
  }
  return { values, flags, names: read.positionals };
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

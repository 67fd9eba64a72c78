/** A reason to stop that the reader can act on: its message is the sentence to print, with no stack. */
export class Halt extends Error {}

/** What text from the system or from npm means, most telling first. */
const MEANINGS = [
  [
    /ENOSPC|no space left on device|disk quota exceeded|EDQUOT/i,
    'The disk is full. Free some space and run this again; nothing else needs putting right.'
  ],
  [
    /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    'This folder cannot be written to. Move the project to a folder of your own, or ask for write permission to this one.'
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network (request|timeout)/i,
    'The network could not be reached. Connect (or set the proxy that your organisation uses) and run this again.'
  ],
  [
    /SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)|CERT_/i,
    'The network answered with a certificate that is not trusted here. Ask your network team for their certificate and name its file in NODE_EXTRA_CA_CERTS.'
  ],
  [/ENOMEM|heap out of memory/i, 'There is not enough memory. Close other programs and run this again.']
];

/**
 * The plain sentence for a text that a failed command printed, or undefined where it holds no known cause.
 *
 * @param {string} text
 * @returns {string | undefined}
 */
export function meaningOf(text) {
  for (const [pattern, sentence] of MEANINGS) {
    if (pattern instanceof RegExp && pattern.test(text)) return String(sentence);
  }
  return undefined;
}

/**
 * What to say of a program that failed: what it was for, what its output means where that is known and the output
 * does not say so itself, and the output.
 *
 * @param {string} summary "The site could not be built."
 * @param {string} output all that the program printed
 * @param {string} [shown] the part of it to print
 */
export function failure(summary, output, shown = output) {
  const meaning = meaningOf(output);
  const needed = meaning !== undefined && !shown.includes(meaning);
  return `${summary}${needed ? ` ${meaning}` : ''}\n${shown}`;
}

/** @param {Error} error */
const hasProblems = (error) => error.name === 'ProblemsError' && 'problems' in error;

/**
 * What to print for anything thrown: a Halt's own words, the problems found in files, the plain meaning of a known
 * system error, or the whole error where it is a fault of ours.
 *
 * @param {unknown} error
 */
export function sentence(error) {
  if (error instanceof Halt || (error instanceof Error && hasProblems(error))) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = code ? meaningOf(code) : undefined;
  if (known) return `${known} (${error instanceof Error ? error.message : ''})`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

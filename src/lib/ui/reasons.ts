/** What browsers say when a file does not arrive; each has words, and sometimes an address, of its own. */
const UNREACHED =
  /dynamically imported module|importing a module script|failed to fetch|networkerror|load failed|network connection|could not be fetched|unable to preload/i;

/** The reason of a failure in words for a reader, without a full stop and without addresses of files. */
export function plainReason(message: string): string {
  if (UNREACHED.test(message)) return 'a part of this site could not be fetched; the connection may be down';
  const plain = message
    .replace(/\b(?:https?|blob|file):\S+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.:]+$/, '');
  return plain === '' ? 'something went wrong while it was being made' : plain;
}

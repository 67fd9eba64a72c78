/** What stands where words were asked for, and says nothing. */
const NOTHING_SAID = /^(?:n\/?\s?a|n\. ?a\.?|not applicable|tb[cd]|to do|todo|x+)\.?$/i;

/**
 * Whether a text in Markdown says anything: a line, a bare heading, an empty link, spaces that nobody sees, a dash and
 * “n/a” do not.
 */
export function saysAnything(text: string): boolean {
  const plain = text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>|&#?\w+;|[\p{Cf}\\*_`~#>|]/gu, ' ')
    .replace(/^[\s+.-]+/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(plain) && !NOTHING_SAID.test(plain);
}

const MOST = 40;

/** Words that a reader typed, or an address brought, short enough to be said back. */
export function clip(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST - 1).trimEnd()}…`;
}

/** How this build spells addresses: real paths on a web server, or everything after `#` in one file. */
export interface Addressing {
  readonly routing: 'path' | 'hash';
  /** Path the site is served under, with no slash at its end; empty at the root of a host. */
  readonly base: string;
}

declare const __LENS_ROUTING__: 'path' | 'hash';
declare const __LENS_BASE__: string;

/** Set when the site is built (`LENS_ROUTING`, `LENS_BASE`); plain paths at the root everywhere else. */
export const ADDRESSING: Addressing = {
  routing: typeof __LENS_ROUTING__ === 'undefined' ? 'path' : __LENS_ROUTING__,
  base: typeof __LENS_BASE__ === 'undefined' ? '' : __LENS_BASE__
};

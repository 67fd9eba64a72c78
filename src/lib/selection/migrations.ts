/** What a migration may change of an address: its path without base, and its public keys. */
export interface OldAddress {
  readonly path: string;
  readonly keys: Readonly<Record<string, string>>;
}

export type Migration = (address: OldAddress) => OldAddress;

/**
 * Applied in order to every address that is read, so that a link copied from any earlier release still works.
 * The list only ever grows: an entry is never edited or removed once it has been released.
 */
export const MIGRATIONS: readonly Migration[] = [];

/** The address as today's release spells it. */
export function migrate(address: OldAddress, migrations: readonly Migration[] = MIGRATIONS): OldAddress {
  return migrations.reduce((current, step) => step(current), address);
}

/** The packs of the nations, built into whatever reads or makes a bundle. */
import { Nation, type NationId } from '#lib/domain/nation.ts';
import england from '../../../data/nations/england.json' with { type: 'json' };
import northernIreland from '../../../data/nations/northern-ireland.json' with { type: 'json' };
import scotland from '../../../data/nations/scotland.json' with { type: 'json' };
import wales from '../../../data/nations/wales.json' with { type: 'json' };

/** In the order in which they are offered. */
export const NATIONS: readonly Nation[] = [england, wales, scotland, northernIreland].map((pack) =>
  Nation.parse(pack)
);

const plain = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, '-');

/** The nation by its id or name; undefined where there is none. */
export function nationOf(said: string | undefined): Nation | undefined {
  return said === undefined ? undefined : NATIONS.find(({ id }) => id === plain(said.trim()));
}

/** A nation by its id. */
export function nation(id: NationId): Nation {
  const found = nationOf(id);
  if (found === undefined) throw new Error(`no pack of the nation ${id}`);
  return found;
}

/** The packs of the nations, built into whatever reads or makes a bundle. */
import { NationFile, saidIn, type Nation, type NationId } from '#lib/domain/nation.ts';
import england from '../../../data/nations/england.json' with { type: 'json' };
import elsewhere from '../../../data/nations/elsewhere.json' with { type: 'json' };
import northernIreland from '../../../data/nations/northern-ireland.json' with { type: 'json' };
import scotland from '../../../data/nations/scotland.json' with { type: 'json' };
import wales from '../../../data/nations/wales.json' with { type: 'json' };

/** Sayings that several nations share, by the name under which a pack asks for them. */
const SHARED = { elsewhere };

/** In the order in which they are offered. Their own sayings come first: they are of more words than those they share. */
export const NATIONS: readonly Nation[] = [england, wales, scotland, northernIreland].map((written) => {
  const { saysToo, ...pack } = NationFile.parse(written);
  return { ...pack, sayings: [...pack.sayings, ...(saysToo === undefined ? [] : SHARED[saysToo].sayings)] };
});

const plain = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, '-');

/** The nation by its id or name; undefined where there is none. */
export function nationOf(said: string | undefined): Nation | undefined {
  return said === undefined ? undefined : NATIONS.find(({ id }) => id === plain(said.trim()));
}

/** Says a text in the words of a nation, by its id or name; as it stands, where that has none of its own. */
export function inWordsOf(said: string | undefined): (text: string) => string {
  const sayings = nationOf(said)?.sayings ?? [];
  return (text) => saidIn(sayings, text);
}

/** A nation by its id. */
export function nation(id: NationId): Nation {
  const found = nationOf(id);
  if (found === undefined) throw new Error(`no pack of the nation ${id}`);
  return found;
}

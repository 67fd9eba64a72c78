/** The encoded bundle, as files beside the site. */
import { assets } from '$app/paths';

/** Fetches a file of the encoded bundle that was built with the site. */
export async function readBuilt(name: string): Promise<Uint8Array> {
  const address = new URL(`${assets}/bundle/${name}`, document.baseURI);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the file ${name} could not be fetched (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The encoded bundle, as files beside the site. */
import { assets } from '$app/paths';

/** The whole address of a file of the encoded bundle, for a worker, whose own address is none of the site’s. */
export function builtAddress(name: string): string {
  return new URL(`${assets}/bundle/${name}`, document.baseURI).href;
}

/** Fetches a file of the encoded bundle that was built with the site. */
export async function readBuilt(name: string): Promise<Uint8Array> {
  const response = await fetch(builtAddress(name));
  if (!response.ok) throw new Error(`the file ${name} could not be fetched (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}

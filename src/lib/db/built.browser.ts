/** The encoded bundle, as files beside the site. */
import { assets } from '$app/paths';
import { bundleAddress, fetchFile } from './site-files.ts';

/** The whole address of a file of the encoded bundle, for a worker, whose own address is none of the site’s. */
export function builtAddress(name: string): string {
  return bundleAddress(assets, name);
}

/** Fetches a file of the encoded bundle that was built with the site. */
export async function readBuilt(name: string): Promise<Uint8Array> {
  const response = await fetchFile(builtAddress(name));
  return new Uint8Array(await response.arrayBuffer());
}

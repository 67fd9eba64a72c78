import { main } from './commands/build.mjs';

export const summary = 'a protected bundle into a site of its own, for any web host';

/** `npm run build` with the bundle named first: both do the same. Exit codes as that command’s. */
export async function run(args: string[] = []): Promise<number> {
  const [bundle, ...rest] = args;
  return main(bundle === undefined || bundle.startsWith('-') ? args : ['--bundle', bundle, ...rest]);
}

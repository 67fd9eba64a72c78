import { BEFORE_WORKER, fetchFile, giveFiles } from './site-files.ts';

/** A promise that fails unheard in a worker, such as a file that does not arrive, is an error of that worker. */
const UNHEARD = `
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  setTimeout(() => { throw event.reason; });
});`;

/**
 * To be run before DuckDB’s own script: counts the bytes of the engine as they are unpacked, many times a second, and says when the last has come. The
 * engine's own count leaves out chunks that follow each other closely, and compares with what went over the line.
 */
export const COUNTED = `
const ask = self.fetch.bind(self);
self.fetch = async (...what) => {
  const answer = await ask(...what);
  if (!answer.ok || answer.body === null || !answer.url.endsWith('.wasm')) return answer;
  let bytesLoaded = 0;
  let said = 0;
  const say = (bytesTotal) => postMessage({ type: 'INSTANTIATE_PROGRESS', data: { bytesLoaded, bytesTotal } });
  const body = answer.body.pipeThrough(new TransformStream({
    transform(chunk, next) {
      bytesLoaded += chunk.byteLength;
      if (Date.now() - said >= 100) {
        said = Date.now();
        say(0);
      }
      next.enqueue(chunk);
    },
    flush() { say(bytesLoaded); }
  }));
  return new Response(body, { status: answer.status, headers: answer.headers });
};
`;

/** Whether a word of progress says that every byte of the engine has come. */
export function hasArrived({
  bytesLoaded,
  bytesTotal
}: {
  bytesLoaded: number;
  bytesTotal: number;
}): boolean {
  return bytesTotal > 0 && bytesLoaded === bytesTotal;
}

/**
 * Starts a worker whose script is our own: the only place that may. A worker made from a `blob:` address
 * inherits the page's content security policy, so it cannot reach another host either.
 *
 * @param before script that is to run before the worker’s own
 */
export async function startWorker(scriptAddress: string, before = ''): Promise<Worker> {
  const parts = [BEFORE_WORKER, before, await scriptOf(scriptAddress), UNHEARD];
  const blob = new Blob(parts, { type: 'text/javascript' });
  const address = URL.createObjectURL(blob);
  try {
    const worker = new Worker(address);
    giveFiles(worker);
    return worker;
  } finally {
    // The worker has its script once the constructor returns; the address is kept until the browser has read it.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}

/** While developing, Vite serves scripts of ours in modules that name one another by path. */
const isInModules = (address: string) => import.meta.env.DEV && address.includes('worker_file');

async function scriptOf(address: string): Promise<string> {
  if (isInModules(address)) return `import(${JSON.stringify(address)});`;
  return (await fetchFile(address)).text();
}

/**
 * Where the files that were built with the site come from: beside its pages or, in a site of one file, within the page
 * itself, each compressed in a block of its own.
 */
declare const __LENS_ONE_FILE__: boolean;

/** Whether the site is one file, with nothing beside it. Set when it is built. */
export const ONE_FILE = typeof __LENS_ONE_FILE__ !== 'undefined' && __LENS_ONE_FILE__;

/** What the address of a file begins with that the page holds. */
const HELD = 'held:';
const nameIn = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** The whole address of a built file, which a worker may be told as well; `path` as Vite or the page names it. */
export function addressOf(path: string): string {
  return ONE_FILE ? HELD + nameIn(path) : new URL(path, document.baseURI).href;
}

/** The same for a file of the encoded bundle; `name` may lead into a folder of it. */
export function bundleAddress(assets: string, name: string): string {
  return ONE_FILE ? `${HELD}bundle/${name}` : addressOf(`${assets}/bundle/${name}`);
}

/** Fetches a file by its address. Rejects where there is none. */
export async function fetchFile(address: string): Promise<Response> {
  if (ONE_FILE) {
    const held = await heldFile(address);
    if (held === undefined) throw new Error(`the page does not hold the file ${address.slice(HELD.length)}`);
    return new Response(held.stream().pipeThrough(new DecompressionStream('gzip')));
  }
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the file ${address} could not be fetched (${String(response.status)})`);
  return response;
}

const read = new Map<string, Promise<Blob | undefined>>();

/** A file that the page holds, still compressed. */
function heldFile(address: string): Promise<Blob | undefined> {
  const known = read.get(address) ?? readHeld(address.slice(HELD.length));
  read.set(address, known);
  return known;
}

/** A multiple of four letters, few enough that the page is not held up for long. */
const PIECE = 1 << 19;

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

async function readHeld(name: string): Promise<Blob | undefined> {
  if (document.readyState === 'loading')
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  const text = document.querySelector(`script[data-held="${CSS.escape(name)}"]`)?.textContent;
  if (text === undefined || text === null) return undefined;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < text.length; at += PIECE) {
    pieces.push(bytesOf(text.slice(at, at + PIECE)));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(pieces);
}

/** To be run before a worker’s own script: what it fetches that the page holds, it asks the page for. */
const ASKS_PAGE = `{
  const given = new Promise((resolve) => {
    addEventListener('message', (event) => {
      event.stopImmediatePropagation();
      resolve(event.ports[0]);
    }, { once: true });
  });
  const beyond = self.fetch.bind(self);
  self.fetch = async (what, how) => {
    const address = what instanceof Request ? what.url : String(what);
    if (!address.startsWith('${HELD}')) return beyond(what, how);
    const { port1, port2 } = new MessageChannel();
    const coming = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
    (await given).postMessage(address, [port2]);
    const file = await coming;
    if (file === undefined) return new Response(null, { status: 404 });
    const type = address.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
    const answer = new Response(file.stream().pipeThrough(new DecompressionStream('gzip')), { headers: { 'Content-Type': type } });
    Object.defineProperty(answer, 'url', { value: address });
    return answer;
  };
}`;

/** What a worker’s script begins with, so that it finds the files of the site by their addresses. */
export const BEFORE_WORKER = ONE_FILE ? ASKS_PAGE : '';

/** Gives a worker that began with `BEFORE_WORKER` its way to the files. To be called before anything is said to it. */
export function giveFiles(worker: Worker): void {
  if (!ONE_FILE) return;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data, ports: [answer] }: MessageEvent<unknown>) => {
    if (typeof data !== 'string') return;
    heldFile(data).then(
      (file) => answer?.postMessage(file),
      () => answer?.postMessage(undefined)
    );
  };
  worker.postMessage('files', [port2]);
}

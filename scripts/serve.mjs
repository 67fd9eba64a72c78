import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { listen } from './setup/port.mjs';

/** For scripts started as workers by address: a page's own policy does not bind those. */
const SCRIPT_POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";
const YEAR = 31_536_000;

/** @param {import('node:http').ServerResponse} response @param {string} path */
function setHeaders(response, path) {
  const lasting = path.includes('/_app/immutable/');
  response.setHeader('Cache-Control', lasting ? `public, max-age=${YEAR}, immutable` : 'no-cache');
  if (path.endsWith('.arrow')) response.setHeader('Content-Type', 'application/vnd.apache.arrow.stream');
  if (/\.m?js$/.test(path)) response.setHeader('Content-Security-Policy', SCRIPT_POLICY);
}

/**
 * Serves a built site from this machine to this machine.
 *
 * @param {{ folder: string, port?: number, host?: string, base?: string }} options
 *   `port` 0 lets the system choose; where it is taken, the next free one is used. `base` as the site was built with.
 * @returns {Promise<{ address: string, port: number, close: () => Promise<void> }>} the address ends with a slash
 */
export async function serve({ folder, port = 0, host = '127.0.0.1', base = '' }) {
  const root = resolve(folder);
  const fallback = join(root, '404.html');
  const files = sirv(root, { brotli: true, gzip: true, etag: true, setHeaders });
  const server = createServer((request, response) => {
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return end(response, 405, 'Only reading is possible.');
    const [path = '/', query] = (request.url ?? '/').split('?');
    if (base !== '' && !path.startsWith(`${base}/`)) {
      return path === base || path === '/' ? move(response, `${base}/`) : end(response, 404, 'Not found.');
    }
    const inside = path.slice(base.length);
    if (isFolder(root, inside)) {
      const slashed = `${base}/${inside.replace(/^\/+/, '')}/`;
      return move(response, query === undefined ? slashed : `${slashed}?${query}`);
    }
    request.url = inside + (query === undefined ? '' : `?${query}`);
    files(request, response, () => {
      const missing = /\.\w+$/.test(inside) || inside.startsWith('/_app/') || !existsSync(fallback);
      if (missing) return end(response, 404, 'Not found.');
      // Areas that were not prerendered live under the one fallback page, and are found.
      response.writeHead(inside.startsWith('/area/') ? 200 : 404, {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-cache'
      });
      createReadStream(fallback).pipe(response);
    });
  });
  const bound = await listen(server, port, host);
  return {
    address: `http://${host}:${bound}${base}/`,
    port: bound,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      })
  };
}

/** A prerendered folder asked for without its slash: its page's relative links would miss. */
function isFolder(/** @type {string} */ root, /** @type {string} */ path) {
  if (path.endsWith('/') || path.includes('..') || /\.\w+$/.test(path)) return false;
  try {
    return existsSync(join(root, decodeURI(path), 'index.html'));
  } catch {
    return false;
  }
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {string} text */
function end(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' });
  response.end(text);
}

/** @param {import('node:http').ServerResponse} response @param {string} location */
function move(response, location) {
  response.writeHead(308, { Location: location, 'Cache-Control': 'no-cache' });
  response.end();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder = 'build', port = '4173'] = process.argv.slice(2);
  const { address } = await serve({ folder, port: Number(port) });
  console.log(`Serving ${folder} at ${address}`);
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';

type Served = Awaited<ReturnType<typeof serve>>;
let folder = '';
let site: Served;
let based: Served;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  const write = (path: string, content: string | Buffer) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write('index.html', 'home');
  write('404.html', 'fallback');
  write('area/leeds/overview/index.html', 'leeds');
  write('_app/immutable/engine.abc.wasm', 'engine');
  write('_app/immutable/chunk.abc.js', 'script');
  write('_app/immutable/chunk.abc.js.gz', gzipSync('script'));
  write('bundle/plans.arrow', 'arrow');
  site = await serve({ folder });
  based = await serve({ folder, base: '/neglect' });
});

afterAll(async () => {
  await Promise.all([site.close(), based.close()]);
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

const get = (path: string, headers: Record<string, string> = {}, { port }: Served = site, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (answer) => {
      let body = '';
      answer.on('data', (chunk) => (body += String(chunk)));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });

test('a page is sent as html, not cached, and tells no other site where the reader came from', async () => {
  const { status, headers, body } = await get('/');
  expect([status, body]).toEqual([200, 'home']);
  expect(headers).toMatchObject({
    'content-type': 'text/html;charset=utf-8',
    'cache-control': 'no-cache',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff'
  });
});

test('the engine is sent as WebAssembly and kept for good', async () => {
  const { headers } = await get('/_app/immutable/engine.abc.wasm');
  expect(headers['content-type']).toBe('application/wasm');
  expect(headers['cache-control']).toContain('immutable');
});

test('a script carries a policy, which binds it where it is started as a worker', async () => {
  const { headers } = await get('/_app/immutable/chunk.abc.js');
  expect(headers['content-security-policy']).toContain("connect-src 'self'");
  expect((await get('/')).headers['content-security-policy']).toBeUndefined();
});

test('a compressed copy is sent to those who can read it', async () => {
  const packed = await get('/_app/immutable/chunk.abc.js', { 'accept-encoding': 'gzip' });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.headers['content-type']).toContain('javascript');
  expect((await get('/_app/immutable/chunk.abc.js')).headers['content-encoding']).toBeUndefined();
});

test('data is sent as an Arrow stream', async () => {
  expect((await get('/bundle/plans.arrow')).headers['content-type']).toBe(
    'application/vnd.apache.arrow.stream'
  );
});

test('an area that was not prerendered is found under the fallback page', async () => {
  expect(await get('/area/essex/overview/?period=2023')).toMatchObject({ status: 200, body: 'fallback' });
});

test('a page that does not exist is the fallback page, and not found', async () => {
  expect(await get('/nothing/')).toMatchObject({ status: 404, body: 'fallback' });
});

test('an asset that does not exist is not found, and is no page', async () => {
  expect(await get('/_app/immutable/gone.js')).toMatchObject({ status: 404, body: 'Not found.' });
  expect(await get('/area/leeds/gone.csv')).toMatchObject({ status: 404, body: 'Not found.' });
});

test('a page asked for without its slash is asked for again with it, and its query is kept', async () => {
  const { status, headers } = await get('/area/leeds/overview?period=2023');
  expect([status, headers['location']]).toEqual([308, '/area/leeds/overview/?period=2023']);
});

test('nothing outside the folder is sent', async () => {
  for (const path of ['/../package.json', '/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd'])
    expect((await get(path)).status).toBe(404);
});

test('a redirect never leads to another host', async () => {
  const { headers } = await get('//area/leeds/overview');
  expect(headers['location'] ?? '/').toMatch(/^\/(?!\/)/);
});

test('nothing can be written', async () => {
  expect((await get('/', {}, site, 'POST')).status).toBe(405);
});

test('a taken port leads to the next free one', async () => {
  const other = await serve({ folder, port: site.port });
  expect(other.port).toBeGreaterThan(site.port);
  await other.close();
});

test('a site built for a path is served under it', async () => {
  expect((await get('/neglect/area/leeds/overview/', {}, based)).body).toBe('leeds');
  expect((await get('/area/leeds/overview/', {}, based)).status).toBe(404);
  expect((await get('/neglect', {}, based)).headers['location']).toBe('/neglect/');
});

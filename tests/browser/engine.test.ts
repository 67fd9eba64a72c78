import type { BrowserContext, Page, Worker } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { site } from './open.ts';
import { shows } from './reading.ts';

const here = site('LENS_SITE');
const { open } = here;

/** Keeps hold of the worker that the page starts, so that a journey can speak to it as the page does. */
const keepWorker = (context: BrowserContext) =>
  context.addInitScript(() => {
    const Started = window.Worker;
    window.Worker = class extends Started {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        Reflect.set(window, 'worker', this);
      }
    };
  });

async function workerOf(page: Page): Promise<Worker> {
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  const worker = page.workers().at(-1);
  if (worker === undefined) throw new Error('no worker runs');
  return worker;
}

/** Puts one statement to the database behind the page; answers with the words of its refusal, or `done`. */
const ask = (page: Page, sql: string): Promise<string> =>
  page.evaluate(async (statement) => {
    const worker: unknown = Reflect.get(window, 'worker');
    if (!(worker instanceof Worker)) throw new Error('no worker is kept');
    const send = (messageId: number, type: string, data: unknown) =>
      new Promise<{ type: string; data: unknown }>((resolve) => {
        const listen = ({ data: answer }: MessageEvent) => {
          if (answer.requestId !== messageId) return;
          worker.removeEventListener('message', listen);
          resolve(answer);
        };
        worker.addEventListener('message', listen);
        worker.postMessage({ messageId, type, data });
      });
    const connection = await send(900_001, 'CONNECT', null);
    const answer = await send(900_002, 'RUN_QUERY', [connection.data, statement]);
    return answer.type === 'ERROR' ? JSON.stringify(answer.data) : 'done';
  }, sql);

describe('the worker', () => {
  test('is bound by the policy of the page: it can ask no other host', async () => {
    const page = await open('area/leeds/?period=2020', {
      expects: /example\.org.*violates|violates.*Content Security Policy|example\.org/
    });
    await shows(page, /./);
    await page.locator('.position-line', { hasText: '2020' }).waitFor();
    const worker = await workerOf(page);
    expect(worker.url()).toMatch(/^blob:/);
    const answer = await worker.evaluate(
      (address) =>
        new Promise<string>((resolve) => {
          addEventListener('securitypolicyviolation', (event) => {
            if (event instanceof SecurityPolicyViolationEvent) resolve(event.violatedDirective);
          });
          fetch(address).then(
            () => resolve('fetched'),
            () => {}
          );
        }),
      'https://example.org/'
    );
    expect(answer).toBe('connect-src');
  });

  test('holds a database that reads nothing from outside and cannot be told to', async () => {
    const page = await open('area/leeds/?period=2020', { prepare: keepWorker });
    await page.locator('.position-line', { hasText: '2020' }).waitFor();
    expect(await ask(page, 'SELECT 1')).toBe('done');
    expect(await ask(page, `SELECT * FROM 'https://example.org/figures.csv'`)).toMatch(
      /disabled by configuration|external access|Permission/i
    );
    expect(await ask(page, 'SET enable_external_access=true')).toMatch(/locked|Cannot/i);
    expect(await ask(page, 'LOAD httpfs')).not.toBe('done');
    expect(here.requests.filter((url) => url.includes('example.org'))).toEqual([]);
  });
});

describe('a worker that dies', () => {
  const died = /worker went wrong|ErrorEvent/;
  const kill = (worker: Worker) =>
    worker.evaluate(
      () =>
        void setTimeout(() =>
          Promise.reject(new Error('unused')).catch(() => {
            setTimeout(() => {
              throw new Error('the worker went wrong');
            });
          })
        )
    );
  const choose = async (page: Page, year: string) => {
    await page.locator('#choose-period').selectOption(year);
  };
  const at = (page: Page, year: string) =>
    page.locator('.position-line', { hasText: `31 March ${year}` }).waitFor({ timeout: 20_000 });

  test('is started once more at the next change, and what happened is said if it dies again', async () => {
    const page = await open('area/leeds/?period=2020', { expects: died });
    await at(page, '2020');
    await kill(await workerOf(page));
    await choose(page, '2019');
    await at(page, '2019');
    await choose(page, '2018');
    await at(page, '2018');
    await kill(await workerOf(page));
    await choose(page, '2017');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('stopped');
    expect(await alert.textContent()).toContain('asks for the position at 31 March 2017');
    await page.locator('.position-line', { hasText: '31 March 2018' }).waitFor();
    await alert.getByRole('button', { name: 'try again' }).click();
    await at(page, '2017');
  });

  test('without a word is not waited for without end', async () => {
    const page = await open('area/leeds/?period=2020', { prepare: (context) => context.clock.install() });
    await at(page, '2020');
    const worker = await workerOf(page);
    const gone = worker.waitForEvent('close');
    await worker.evaluate(() => self.close());
    await gone;
    await choose(page, '2019');
    await page.locator('.waiting').waitFor({ state: 'attached' });
    await page.clock.fastForward('00:31');
    await at(page, '2019');
  });
});

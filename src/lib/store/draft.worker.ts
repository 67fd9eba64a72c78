/** Where a draft lives: a worker of its own, so that the page goes on while figures are worked out. */
import { openSolver } from '#lib/disclosure/solver.ts';
import { isoDate } from '#lib/domain/dates.ts';
import { cubes } from './cubes.ts';
import { draftEngine, type DraftEngine } from './draft-engine.ts';
import { seldom } from './seldom.ts';
import { isRequest, type Addresses, type DraftAnswer, type DraftRequest } from './draft-messages.ts';

const say = (answer: DraftAnswer) => {
  postMessage(answer);
};

async function bytesOf(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the file ${address} could not be fetched (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}

async function start({ solver, official }: Addresses): Promise<DraftEngine> {
  await openSolver({ url: solver });
  return draftEngine({
    cubes: cubes(),
    today: () => isoDate(new Date()),
    readOfficial: (name) => bytesOf(official + name),
    onProgress: seldom((progress) => say({ kind: 'progress', progress }))
  });
}

let engine: DraftEngine | undefined;

async function answer(request: DraftRequest): Promise<DraftAnswer> {
  if (request.kind === 'start') {
    engine = await start(request.addresses);
    return { kind: 'start', result: 'ready' };
  }
  if (engine === undefined) throw new Error('the program that protects figures has not started');
  switch (request.kind) {
    case 'read':
      return { kind: 'read', result: await engine.read(request.role, request.files) };
    case 'drop':
      engine.drop(request.role);
      return { kind: 'drop', result: 'dropped' };
    case 'rows':
      return { kind: 'rows', result: engine.rows(request.table, request.from) };
    case 'protect':
      return { kind: 'protect', result: await engine.protect(request.asked) };
    case 'check':
      return { kind: 'check', result: await engine.check() };
    case 'show':
      return { kind: 'show', result: await engine.show() };
    case 'reopen':
      return { kind: 'reopen', result: await engine.reopen(request.zip) };
  }
}

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isRequest(data)) return;
  answer(data).then(say, (problem: unknown) =>
    say({ kind: 'failed', message: problem instanceof Error ? problem.message : String(problem) })
  );
});

say({ kind: 'awake' });

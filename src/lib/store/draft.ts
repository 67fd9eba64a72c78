/** The page’s side of a draft: one worker, asked one thing at a time. Nothing is stored; letting go forgets everything. */
import solverAddress from 'highs/runtime?url';
import { builtAddress } from '#built';
import { addressOf } from '#lib/db/site-files.ts';
import { startWorker } from '#lib/db/worker.ts';
import type { GivenFile } from '#lib/sources/given/given.ts';
import workerAddress from './draft.worker.ts?worker&url';
import {
  isAnswer,
  type Asked,
  type DraftAnswer,
  type DraftKind,
  type DraftRequest,
  type DraftResults,
  type Progress,
  type Role
} from './draft-messages.ts';

/** What was stopped before it was done. */
export class Cancelled extends Error {
  override name = 'Cancelled';
}

export interface Draft {
  read(role: Role, files: readonly GivenFile[]): Promise<DraftResults['read']>;
  drop(role: Role): Promise<void>;
  rows(table: string, from: number): Promise<DraftResults['rows']>;
  protect(asked: Asked): Promise<DraftResults['protect']>;
  check(): Promise<DraftResults['check']>;
  /** What was protected or checked last and found safe, made ready for the pages. */
  show(): Promise<DraftResults['show']>;
  /** The same for a bundle that was found safe before and kept on this machine. */
  reopen(zip: Uint8Array<ArrayBuffer>): Promise<DraftResults['reopen']>;
  /** Stops what is under way at once, which then rejects with `Cancelled`. What was read stays. */
  cancel(): void;
  /** Lets go of everything. */
  forget(): void;
}

interface Running {
  readonly worker: Worker;
  readonly ask: <Kind extends DraftKind>(
    request: Extract<DraftRequest, { kind: Kind }>,
    kind: Kind
  ) => Promise<DraftResults[Kind]>;
}

interface Watch {
  readonly onProgress: (progress: Progress) => void;
  readonly onDied: () => void;
  /** Rejects when the work is to be given up. */
  readonly stopped: Promise<never>;
}

async function run(watch: Watch): Promise<Running> {
  const worker = await startWorker(addressOf(workerAddress));
  try {
    return await talkTo(worker, watch);
  } catch (problem) {
    worker.terminate();
    throw problem;
  }
}

async function talkTo(worker: Worker, { onProgress, onDied, stopped }: Watch): Promise<Running> {
  const died = new Promise<never>((_, reject) => {
    const stop = (event: Event) => {
      event.preventDefault();
      onDied();
      reject(new Error('the program that protects figures stopped'));
    };
    worker.addEventListener('error', stop);
    worker.addEventListener('messageerror', stop);
  });
  died.catch(() => {});
  const heard = (wanted: (answer: DraftAnswer) => boolean) => {
    const answer = new Promise<DraftAnswer>((resolve) => {
      const listen = ({ data }: MessageEvent<unknown>) => {
        if (!isAnswer(data)) return;
        if (data.kind === 'progress') onProgress(data.progress);
        if (!wanted(data)) return;
        worker.removeEventListener('message', listen);
        resolve(data);
      };
      worker.addEventListener('message', listen);
    });
    return Promise.race([answer, died, stopped]);
  };
  await heard(({ kind }) => kind === 'awake');
  const ask: Running['ask'] = async (request, kind) => {
    const coming = heard((answer) => answer.kind === kind || answer.kind === 'failed');
    worker.postMessage(request);
    return resultOf(await coming, kind);
  };
  await ask(
    { kind: 'start', addresses: { solver: addressOf(solverAddress), official: builtAddress('') } },
    'start'
  );
  return { worker, ask };
}

function resultOf<Kind extends DraftKind>(answer: DraftAnswer, kind: Kind): DraftResults[Kind] {
  if (answer.kind === 'failed') throw new Error(answer.message);
  if (!isOfKind(answer, kind)) throw new Error(`an answer of another kind came: ${answer.kind}`);
  return answer.result;
}

function isOfKind<Kind extends DraftKind>(
  answer: DraftAnswer,
  kind: Kind
): answer is DraftAnswer & { readonly kind: Kind; readonly result: DraftResults[Kind] } {
  return answer.kind === kind;
}

/** A draft that holds nothing yet. Its worker starts with the first question, and again after a cancelled one. */
export function openDraft(onProgress: (progress: Progress) => void): Draft {
  const given: { role: Role; files: readonly GivenFile[] }[] = [];
  let running: Promise<Running> | undefined;
  let stop: (reason: Error) => void = () => {};

  const start = async (): Promise<Running> => {
    const stopped = new Promise<never>((_, reject) => (stop = reject));
    stopped.catch(() => {});
    const made = await run({ onProgress, stopped, onDied: () => (running = undefined) });
    for (const { role, files } of given) await made.ask({ kind: 'read', role, files }, 'read');
    return made;
  };
  const ready = (): Promise<Running> => {
    running ??= start();
    running.catch(() => (running = undefined));
    return running;
  };
  const end = (reason: Error) => {
    stop(reason);
    running?.then(
      ({ worker }) => worker.terminate(),
      () => {}
    );
    running = undefined;
  };
  const remember = (role: Role, files: readonly GivenFile[]) => {
    if (role === 'draft') forgetRole('draft');
    given.push({ role, files });
  };
  const forgetRole = (role: Role) => {
    given.splice(0, given.length, ...given.filter((each) => each.role !== role));
  };

  return {
    async read(role, files) {
      const result = await (await ready()).ask({ kind: 'read', role, files }, 'read');
      if (result.bundle) remember(role, files);
      return result;
    },
    async drop(role) {
      forgetRole(role);
      await (await ready()).ask({ kind: 'drop', role }, 'drop');
    },
    rows: async (table, from) => (await ready()).ask({ kind: 'rows', table, from }, 'rows'),
    protect: async (asked) => (await ready()).ask({ kind: 'protect', asked }, 'protect'),
    check: async () => (await ready()).ask({ kind: 'check' }, 'check'),
    show: async () => (await ready()).ask({ kind: 'show' }, 'show'),
    reopen: async (zip) => (await ready()).ask({ kind: 'reopen', zip }, 'reopen'),
    cancel: () => end(new Cancelled('stopped')),
    forget() {
      given.length = 0;
      end(new Cancelled('forgotten'));
    }
  };
}

import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { UsageError } from '../../cli/options';
import { RefusedRequest } from '../../loopback';
import type { Asked, Page } from '../answers';
import type { BenchSetUp, FromBench, ToBench } from './messages';

/** The bench in its thread. */
export interface BenchThread {
  answer(asked: Asked): Promise<Page | undefined>;
  /** Saves what is to be kept, and ends the thread. */
  end(): Promise<void>;
}

interface Waiting {
  resolve(page: Page | undefined): void;
  reject(error: Error): void;
}

/** Starts it; throws a `UsageError` where a file cannot be read. */
export async function startThread(setUp: BenchSetUp): Promise<BenchThread> {
  // A thread does not begin with what compiles TypeScript here, so it is loaded first.
  const files = [require.resolve('tsx/cjs'), path.join(__dirname, 'bench-thread.ts')];
  const script = files.map((file) => `require(${JSON.stringify(file)});`).join('\n');
  const worker = new Worker(script, { eval: true, workerData: setUp });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended: () => void = () => undefined;
  const send = (message: ToBench) => worker.postMessage(message);
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (message: FromBench) => {
      if (message.kind === 'ready') resolve();
      else if (message.kind === 'usage') reject(new UsageError(message.message));
      else if (message.kind === 'ended') ended();
      else handOver(waiting, message);
    });
  });
  return {
    answer: (request) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve, reject });
        send({ kind: 'asked', number: asked, asked: request });
      }),
    end: async () => {
      const saved = new Promise<void>((resolve) => {
        ended = resolve;
        // One that computes without end saves nothing more.
        setTimeout(resolve, LONGEST_SAVE_MS).unref();
      });
      send({ kind: 'end' });
      await saved;
      await worker.terminate();
    },
  };
}

const LONGEST_SAVE_MS = 5_000;

type Answered = Extract<FromBench, { readonly number: number }>;

function handOver(waiting: Map<number, Waiting>, message: Answered): void {
  const asker = waiting.get(message.number);
  waiting.delete(message.number);
  if (message.kind === 'answer') asker?.resolve(message.page);
  else if (message.kind === 'refused') asker?.reject(new RefusedRequest(message));
  else asker?.reject(new Error(message.message));
}

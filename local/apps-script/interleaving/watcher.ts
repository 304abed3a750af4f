import { type MessagePort, Worker, workerData } from 'node:worker_threads';
import { noteGone } from './message-port';

/** A worker and the limit of its memory. */
export interface WatchedWorker {
  readonly script: string;
  readonly data: { readonly port: MessagePort; readonly rings: Int32Array; readonly compiled: unknown };
  readonly mostMb: number;
}

/** Starts it and tells the scheduler once it is gone: Node ends a worker that has no memory left, and says so here alone. */
const { script, data, mostMb } = workerData as WatchedWorker;
const worker = new Worker(script, {
  eval: true,
  execArgv: [],
  workerData: data,
  transferList: [data.port],
  resourceLimits: { maxOldGenerationSizeMb: mostMb },
});
worker.on('error', () => noteGone(data.rings));
worker.on('exit', () => noteGone(data.rings));

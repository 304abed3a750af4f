import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { compiledFiles } from '../runtime/script-files';
import { type Line, openLine, SCHEDULER_SIDE, SIDES } from './message-port';
import type { FromWorker, ToWorker } from './messages';

/** A worker, as the scheduler sees it. */
export interface Thread extends Line<ToWorker, FromWorker> {
  /** Ends it in the middle of whatever it does; neither `catch` nor `finally` runs. */
  end(): void;
}

/** Workers that wait for an execution: starting one takes about 20 ms, which one that is killed while it computes costs and no other. */
const idle: Thread[] = [];

export function takeThread(): Thread {
  return idle.pop() ?? startThread();
}

export function giveBack(thread: Thread): void {
  idle.push(thread);
}

/** Starts the next one while the executions that are left go on. */
export function endThread(thread: Thread): void {
  thread.end();
  idle.push(startThread());
}

/** Limits of workers; unlimited where left out. */
export interface ThreadLimits {
  /** Memory in MB; a script that needs more is ended, as Google ends it. */
  readonly mostMb: number;
  /** Wall time after which one that computes is taken to do so for ever. */
  readonly endlessMs: number;
}

let limits: ThreadLimits | undefined;

/** Limits of the workers that are started from now on. */
export function limitThreads(to: ThreadLimits): void {
  limits = to;
}

export function endlessMs(): number {
  return limits?.endlessMs ?? ENDLESS_MS;
}

/** Computing without a measured cost. */
const ENDLESS_MS = 30_000;

let script: string | undefined;

/** One file of plain JavaScript, made once: a worker that compiles TypeScript itself starts ten times slower. */
function workerScript(): string {
  const built = buildSync({
    entryPoints: [path.join(__dirname, 'execution-worker.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: { __dirname: JSON.stringify(path.join(__dirname, '../runtime')) },
    write: false,
  });
  return built.outputFiles[0]?.text ?? '';
}

function startThread(): Thread {
  script ??= workerScript();
  const { port1, port2 } = new MessageChannel();
  const rings = new Int32Array(new SharedArrayBuffer(SIDES * Int32Array.BYTES_PER_ELEMENT));
  // Without the loaders of this process, which would be started in each worker.
  const worker = new Worker(script, {
    eval: true,
    execArgv: [],
    workerData: { port: port2, rings, compiled: compiledFiles() },
    transferList: [port2],
    ...(limits && { resourceLimits: { maxOldGenerationSizeMb: limits.mostMb } }),
  });
  worker.unref();
  port1.unref();
  return {
    ...openLine<ToWorker, FromWorker>(port1, rings, SCHEDULER_SIDE),
    end: () => {
      port1.close();
      worker.terminate();
    },
  };
}

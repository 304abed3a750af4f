import path from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { compiledFiles } from '../runtime/script-files';
import { isGone, type Line, openLine, RINGS, SCHEDULER_SIDE } from './message-port';
import type { FromWorker, ToWorker } from './messages';
import type { WatchedWorker } from './watcher';

/** A worker, as the scheduler sees it. */
export interface Thread extends Line<ToWorker, FromWorker> {
  /** Ends it in the middle of whatever it does; neither `catch` nor `finally` runs. */
  end(): void;
  /** Tells whether it ended by itself, for want of memory. */
  isGone(): boolean;
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

const scripts = new Map<string, string>();

/** One file of plain JavaScript, made once: a worker that compiles TypeScript itself starts ten times slower. */
function workerScript(name: string): string {
  const known = scripts.get(name);
  if (known !== undefined) return known;
  const built = buildSync({
    entryPoints: [path.join(__dirname, name)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: { __dirname: JSON.stringify(path.join(__dirname, '../runtime')) },
    write: false,
  });
  const script = built.outputFiles[0]?.text ?? '';
  scripts.set(name, script);
  return script;
}

function startThread(): Thread {
  const { port1, port2 } = new MessageChannel();
  const rings = new Int32Array(new SharedArrayBuffer(RINGS * Int32Array.BYTES_PER_ELEMENT));
  const script = workerScript('execution-worker.ts');
  const data = { port: port2, rings, compiled: compiledFiles() };
  const end = limits ? startWatched({ script, data, mostMb: limits.mostMb }) : startWorker(script, data);
  port1.unref();
  return {
    ...openLine<ToWorker, FromWorker>(port1, rings, SCHEDULER_SIDE),
    isGone: () => isGone(rings),
    end: () => {
      port1.close();
      end();
    },
  };
}

function startWorker(script: string, data: { readonly port: MessagePort }): () => void {
  // Without the loaders of this process, which would be started in each worker.
  const worker = new Worker(script, {
    eval: true,
    execArgv: [],
    workerData: data,
    transferList: [data.port],
  });
  worker.unref();
  return () => {
    worker.terminate();
  };
}

/** One that may run out of memory: this thread is blocked while it waits and would not hear of it, so another one watches. */
function startWatched(watched: WatchedWorker): () => void {
  const watcher = new Worker(workerScript('watcher.ts'), {
    eval: true,
    execArgv: [],
    workerData: watched,
    transferList: [watched.data.port],
  });
  watcher.unref();
  // The worker ends with it.
  return () => {
    watcher.terminate();
  };
}

import { getHeapStatistics } from 'node:v8';
import { type MessagePort, workerData } from 'node:worker_threads';
import { drawNumber } from '../runtime/random';
import { createRealm, type RealmOptions } from '../runtime/realm';
import { type CompiledFile, giveCompiled } from '../runtime/script-files';
import type { ServiceObject } from '../runtime/service-object';
import { thrownError } from '../runtime/thrown-error';
import { type Line, openLine, WORKER_SIDE } from './message-port';
import type { AnswerMessage, FromWorker, RunMessage, ToWorker } from './messages';
import { createStandIns } from './stand-ins';

/** A worker runs one execution after the other, each in a realm of its own, and waits at every service call. */
const { port, rings, compiled } = workerData as {
  port: MessagePort;
  rings: Int32Array;
  compiled: readonly CompiledFile[];
};
giveCompiled(compiled);
const line = openLine<FromWorker, ToWorker>(port, rings, WORKER_SIDE);

for (;;) {
  const message = line.receive();
  if (message?.kind === 'run') line.send(runExecution(line, message));
}

function runExecution(scheduler: Line<FromWorker, ToWorker>, message: RunMessage): FromWorker {
  const standIns = createStandIns();
  const random = { seed: message.seed };
  let nowMs = message.nowMs;
  let computingSince = performance.now();
  let cpuSince = process.cpuUsage();
  const computedMs = () => performance.now() - computingSince;
  // The scheduler stands still meanwhile, so that all of it is this worker's.
  const computed = () => {
    const { user, system } = process.cpuUsage(cpuSince);
    return { cpuMs: (user + system) / 1000, heapMb: getHeapStatistics().used_heap_size / 2 ** 20 };
  };

  let isKilled = false;

  const invoke: RealmOptions['invoke'] = (object, method, args) => {
    if (isKilled) throw new Error('Killed');
    const handle = object.self as number;
    scheduler.send({
      kind: 'call',
      handle,
      method,
      args: args.map(standIns.asSent),
      computedMs: computedMs(),
      computed: computed(),
    });
    const answer = scheduler.receive() as AnswerMessage;
    if (answer.kind === 'killed') {
      isKilled = true;
      throw new Error('Killed');
    }
    nowMs = answer.nowMs;
    computingSince = performance.now();
    cpuSince = process.cpuUsage();
    if (answer.kind === 'error')
      throw Object.assign(new Error(answer.error.message), { name: answer.error.name });
    standIns.learn(answer.types);
    return standIns.arrived(answer.value);
  };

  try {
    standIns.learn(message.types);
    const realm = createRealm({
      services: standIns.arrived(message.services) as Readonly<Record<string, ServiceObject>>,
      now: () => Math.floor(nowMs + (message.measuresComputing ? computedMs() : 0)),
      random: () => drawNumber(random),
      timeZone: message.timeZone,
      invoke,
    });
    realm.load(message.distDir);
    const value = realm.call(message.functionName, message.args.map(standIns.arrived));
    const end = { outcome: 'returned', value: standIns.asSent(value) } as const;
    return { kind: 'ended', end, computedMs: computedMs(), computed: computed() };
  } catch (error) {
    const end = { outcome: 'threw', error: thrownError(error) } as const;
    return { kind: 'ended', end, computedMs: computedMs(), computed: computed() };
  }
}

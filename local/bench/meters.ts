/** Adds up the CPU time of some calls among others. */
export interface CpuMeter {
  during<Value>(call: () => Value): Value;
  seconds(): number;
}

export function cpuMeter(): CpuMeter {
  let micros = 0;
  return {
    during(call) {
      const from = process.cpuUsage();
      const value = call();
      const { user, system } = process.cpuUsage(from);
      micros += user + system;
      return value;
    },
    seconds: () => micros / 1e6,
  };
}

/** In MB of 2²⁰ bytes. */
export interface Grown {
  /** The most that was seen. */
  readonly mostMb: number;
  /** Memory still in use when all is over: what the store and the spreadsheet grew by. */
  readonly stayedMb: number;
}

/** Memory in use while something runs. Node has to be started with `--expose-gc`. */
export interface MemoryMeter {
  /** To be called often; looks now and then. */
  look(): void;
  /** Beyond what was alive at the start. */
  grown(): Grown;
}

/** Collecting garbage takes a while, which is not part of what is measured; of a large heap it takes seconds. */
const LOOK_EVERY_MS = 2_000;
const MOST_TIME_LOOKING = 0.1;

export function memoryMeter(cpu: CpuMeter): MemoryMeter {
  const alive = () =>
    cpu.during(() => {
      globalThis.gc?.();
      return process.memoryUsage().heapUsed;
    });
  const atStart = alive();
  let most = atStart;
  let nextLookMs = performance.now() + LOOK_EVERY_MS;
  const look = () => {
    const fromMs = performance.now();
    if (fromMs < nextLookMs) return;
    most = Math.max(most, alive());
    const tookMs = performance.now() - fromMs;
    nextLookMs = performance.now() + Math.max(LOOK_EVERY_MS, tookMs / MOST_TIME_LOOKING);
  };
  return {
    look,
    grown() {
      const atEnd = alive();
      return { mostMb: (Math.max(most, atEnd) - atStart) / 2 ** 20, stayedMb: (atEnd - atStart) / 2 ** 20 };
    },
  };
}

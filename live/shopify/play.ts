import { appendFileSync, writeFileSync } from 'node:fs';
import { compare, NotAsked, type Outcome } from '../question';
import { createMask } from '../secrets';
import { openAdmin } from './admin';
import { type Bench, namesOf, type Probe, pauseUntil } from './bench';
import { cleanUp } from './clean-up';
import { connect } from './connect';
import type { LiveOptions } from './options';
import { describeOutcome, summarise } from './print';

/** Three minutes in all: what is left of them is for the request under way and for cleaning up. */
const ASKING_MS = 110_000;

const CLEANING_TIMEOUT_MS = 8000;

/** The reason to stop before all is asked. */
export class Stopped extends Error {}

export interface PlayOptions {
  readonly probes: readonly Probe[];
  /** Called with each line for the terminal, without secrets. */
  readonly print: (line: string) => void;
  /** Aborted with a `Stopped` by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Waits in place of the machine's clock. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** Asks a store every probe, one after the other, and always cleans up. The exit code. */
export async function play(options: LiveOptions, { probes, ...io }: PlayOptions): Promise<number> {
  const { access, base, version } = options;
  const mask = createMask(access.kind === 'token' ? [access.token] : [access.clientSecret]);
  const print = (line: string) => io.print(mask(line));
  const signal = AbortSignal.any([io.signal, deadline()]);
  const admin = openAdmin({ base, version, mask, beforeEach: () => signal.throwIfAborted() });
  const { locationIds } = await connect(admin, options).catch((error: Error) => {
    error.message = mask(error.message);
    throw error;
  });
  const write = openAnswers(options, mask);
  const bench: Bench = {
    admin,
    credentials: access.kind === 'app' ? access : undefined,
    version,
    locationIds,
    names: namesOf(Date.now().toString(36)),
    mayHaveProduct: false,
    bulkOperationIds: [],
    pause: io.pause ?? pauseUntil(signal),
  };
  print(`Asking ${base}. The draft product “${bench.names.title}” is made, and deleted at the end.\n`);
  const outcomes: Outcome[] = [];
  let isClean = false;
  try {
    for (const probe of probes) {
      const outcome = await outcomeOf(probe, bench);
      outcomes.push(outcome);
      write(answerLine(probe, outcome));
      print(describeOutcome(probe, outcome));
    }
  } finally {
    // Not under the signal: it has to be done after Ctrl-C too.
    const cleaning = openAdmin({ base, version, mask, token: admin.token(), timeoutMs: CLEANING_TIMEOUT_MS });
    isClean = await cleanUp(cleaning, bench).then(
      (sentence) => {
        print(sentence);
        return true;
      },
      (error: Error) => {
        print(
          `“${bench.names.title}” may be left in the store (${error.message}). Delete it in Shopify admin.`,
        );
        return false;
      },
    );
  }
  print(summarise(outcomes, options.outFile));
  if (io.signal.aborted) return 130;
  return isClean && outcomes.every(({ kind }) => kind === 'agrees' || kind === 'not-asked') ? 0 : 1;
}

function answerLine(
  { id, question, words }: Probe,
  { kind: outcome, ...rest }: Outcome,
): Readonly<Record<string, unknown>> {
  return { kind: 'answer', id, question, expected: words, outcome, ...rest };
}

function deadline(): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Stopped('the time for asking was over')), ASKING_MS).unref();
  return controller.signal;
}

async function outcomeOf(probe: Probe, bench: Bench): Promise<Outcome> {
  try {
    return compare(probe, await probe.run(bench));
  } catch (error) {
    if (error instanceof NotAsked || error instanceof Stopped)
      return { kind: 'not-asked', reason: error.message };
    return { kind: 'failed', reason: (error as Error).message };
  }
}

/** Each line is written when it is known, so that a run that is cut off leaves what it has. */
function openAnswers({ outFile, isEmbedded, version }: LiveOptions, mask: (text: string) => string) {
  const line = (entry: object) => `${mask(JSON.stringify({ at: new Date().toISOString(), ...entry }))}\n`;
  const on = isEmbedded ? 'embedded store' : 'live store';
  if (outFile !== undefined) writeFileSync(outFile, line({ kind: 'run', platform: 'shopify', on, version }));
  return (entry: object) => {
    if (outFile !== undefined) appendFileSync(outFile, line(entry));
  };
}

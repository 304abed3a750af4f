import { Refused } from './refuse';
import { readLiveOptions, USAGE } from './shopify/options';
import { play, Stopped } from './shopify/play';
import { SHOPIFY_PROBES } from './shopify/probes';

async function main(): Promise<number> {
  const options = readLiveOptions(process.argv.slice(2), process.env);
  if (!options) {
    console.log(USAGE);
    return 0;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130);
      console.log('Stopping: the draft product is deleted first. Press Ctrl-C again to leave it there.');
      stop.abort(new Stopped('it was stopped'));
    });
  return play(options, {
    probes: SHOPIFY_PROBES,
    print: (line) => console.log(line),
    signal: stop.signal,
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    const isStopped = error instanceof Stopped;
    if (!(error instanceof Refused) && !isStopped) throw error;
    console.error(error.message);
    process.exitCode = isStopped ? 130 : 2;
  },
);

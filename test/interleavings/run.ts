import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PLATFORM_NAMES } from './platforms';

const USAGE = `Usage: npm run interleavings -- [--option NAME] [--seeds N] [--from N] [--workers N]

Plays seeds of kills, failing requests, other people and executions at once under every way in which the live platforms
are reported to behave, and prints of each seed that ends badly how it is played alone.

  --option NAME   only this one; may be said several times:
                  ${PLATFORM_NAMES.join(', ')}
  --seeds N       how many seeds of each; 200 where it is left out
  --from N        the first seed; --seeds 1 --from 7 plays the seventh alone
  --workers N     how many processes play at once; one fewer than there are cores where it is left out`;

/** Seeds of one way, played in one process. */
interface Portion {
  readonly name: string;
  readonly from: number;
  readonly seeds: number;
}

interface Failure {
  readonly name: string;
  readonly title: string;
  readonly message: string;
}

/** What Jest prints with `--json`, as far as it is read. */
interface Printed {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      option: { type: 'string', multiple: true },
      seeds: { type: 'string', default: '200' },
      from: { type: 'string', default: '1' },
      workers: { type: 'string', default: String(Math.max(1, os.availableParallelism() - 1)) },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const names: readonly string[] = values.option ?? PLATFORM_NAMES;
  const unknown = names.find((name) => !PLATFORM_NAMES.some((known) => known === name));
  const numbers = [values.seeds, values.from, values.workers];
  if (unknown !== undefined || !numbers.every((text) => /^[1-9]\d*$/.test(text))) {
    console.error(USAGE);
    return 2;
  }
  const [seeds, from, workers] = numbers.map(Number) as [number, number, number];
  const queue = names.flatMap((name) => portions({ name, from, seeds }, workers));
  const failures: Failure[] = [];
  const work = async (): Promise<void> => {
    for (let portion = queue.shift(); portion; portion = queue.shift()) {
      const found = await play(portion);
      failures.push(...found);
      const last = portion.from + portion.seeds - 1;
      console.log(`${portion.name}: seeds ${portion.from} to ${last}, ${found.length} ended badly`);
      for (const failure of found) console.log(described(failure));
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  console.log(failures.length === 0 ? 'Every schedule ended well.' : `${failures.length} ended badly.`);
  return failures.length === 0 ? 0 : 1;
}

/** Each process takes a part of every way: what begins alike is made once in each. */
function portions({ name, from, seeds }: Portion, workers: number): Portion[] {
  const size = Math.ceil(seeds / workers);
  return Array.from({ length: Math.ceil(seeds / size) }, (_, index) => ({
    name,
    from: from + index * size,
    seeds: Math.min(size, seeds - index * size),
  }));
}

function play({ name, from, seeds }: Portion): Promise<readonly Failure[]> {
  const env = { ...process.env, PLATFORM: name, SCHEDULES: String(seeds), FROM: String(from) };
  const jest = path.join(__dirname, '../../node_modules/jest/bin/jest.js');
  const child = spawn(process.execPath, [jest, '-i', '--json', 'seeded-schedules'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let said = '';
  child.stdout.on('data', (data) => {
    printed += data;
  });
  child.stderr.on('data', (data) => {
    said += data;
  });
  return new Promise((resolve) => {
    child.on('close', () => resolve(failuresIn(name, printed) ?? [{ name, title: 'Jest', message: said }]));
  });
}

/** Undefined where no test was played to its end. */
function failuresIn(name: string, printed: string): readonly Failure[] | undefined {
  if (!printed.startsWith('{')) return undefined;
  const { numPassedTests, testResults } = JSON.parse(printed) as Printed;
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ title, failureMessages }) => ({ name, title, message: failureMessages.join('\n') })),
  );
  return failed.length > 0 || numPassedTests > 0 ? failed : undefined;
}

const SHOWN_LINES = 60;

function described({ name, title, message }: Failure): string {
  const seed = /schedule (\d+)/.exec(title)?.[1];
  const replay = seed ? `npm run interleavings -- --option ${name} --seeds 1 --from ${seed}` : title;
  return [replay, ...message.split('\n').slice(0, SHOWN_LINES)].join('\n    ');
}

main().then((code) => {
  process.exitCode = code;
});

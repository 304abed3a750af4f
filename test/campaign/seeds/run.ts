import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { HAPPENINGS } from '../tally';
import { loadPlayed, type PlayedSeed, recordOfSources } from './record';

const USAGE = `Usage: npm run campaign -- [--seeds N] [--from N] [--workers 1|2] [--record FILE]

Plays seeds of the random campaign, and prints of each that breaks a promise what was done and what is wrong. Seeds that
passed are kept: interrupted, the same command goes on after them. A seed that failed is played again.

  --seeds N       how many; 1000 where it is left out
  --from N        the first seed; 1 where it is left out
  --workers N     how many processes play at once, 1 or 2; 2 where it is left out
  --record FILE   where they are kept; else a file in artifacts/campaign for each state of the sources

SEED=7 npm run campaign plays the seventh alone, whether or not it passed.`;

/** So many are played by one process of Jest: each begins with a build. */
const PORTION = 20;
/** So many seeds let each thing happen that they are there for. */
const ENOUGH = 200;

async function main(): Promise<number> {
  const { SEED } = process.env;
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: SEED ? '1' : '1000' },
      from: { type: 'string', default: SEED ?? '1' },
      workers: { type: 'string', default: '2' },
      record: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const numbers = [values.seeds, values.from, values.workers];
  if (values.help || !numbers.every((text) => /^[1-9]\d*$/.test(text)) || Number(values.workers) > 2) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const [seeds, from, workers] = numbers.map(Number) as [number, number, number];
  const record = values.record ?? recordOfSources();
  const all = Array.from({ length: seeds }, (_, index) => from + index);
  const known = loadPlayed(record);
  const left = SEED ? all : all.filter((seed) => known.get(seed)?.failure !== '');
  console.log(
    `${left.length} of ${seeds} seeds to play; the others passed before (${path.relative('.', record)}).`,
  );
  const queue = Array.from({ length: Math.ceil(left.length / PORTION) }, (_, index) =>
    left.slice(index * PORTION, (index + 1) * PORTION),
  );
  const unplayed: number[] = [];
  const work = async (): Promise<void> => {
    for (let portion = queue.shift(); portion; portion = queue.shift()) {
      const said = await play(portion, record);
      const played = loadPlayed(record);
      const results = portion.flatMap((seed) => played.get(seed) ?? []);
      unplayed.push(...portion.filter((seed) => !played.has(seed)));
      for (const { failure } of results) if (failure) console.log(`${failure}\n`);
      if (results.length < portion.length) console.log(said);
      console.log(`seeds ${portion[0]} to ${portion.at(-1)}: ${broken(results).length} broke a promise`);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  const played = loadPlayed(record);
  return report(
    all.flatMap((seed) => played.get(seed) ?? []),
    unplayed,
  );
}

const broken = (results: readonly PlayedSeed[]) => results.filter(({ failure }) => failure !== '');

function report(results: readonly PlayedSeed[], unplayed: readonly number[]): number {
  const times = (what: string) => results.reduce((sum, { happened }) => sum + (happened[what] ?? 0), 0);
  for (const what of HAPPENINGS) console.log(`${String(times(what)).padStart(7)} × ${what}`);
  const never = results.length < ENOUGH ? [] : HAPPENINGS.filter((what) => times(what) === 0);
  for (const what of never) console.log(`Never happened: ${what}`);
  const bad = broken(results).map(({ seed }) => seed);
  console.log(
    `${results.length - bad.length} of ${results.length + unplayed.length} seeds keep every promise.`,
  );
  if (bad.length > 0) console.log(`Broken: ${bad.join(' ')}`);
  if (unplayed.length > 0) console.log(`Not played to their end: ${unplayed.join(' ')}`);
  return bad.length + unplayed.length + never.length === 0 ? 0 : 1;
}

/** What Jest said, for where it ended before its seeds did. */
function play(seeds: readonly number[], record: string): Promise<string> {
  const env = { ...process.env, SEEDS: seeds.join(' '), RECORD: record };
  const jest = path.join(__dirname, '../../../node_modules/jest/bin/jest.js');
  const child = spawn(process.execPath, [jest, '-i', 'test/campaign/campaign.test.ts'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  return new Promise((resolve) => {
    child.on('close', () => resolve(said.slice(-4000)));
  });
}

main().then((code) => {
  process.exitCode = code;
});

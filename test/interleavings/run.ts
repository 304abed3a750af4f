import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PLATFORM_NAMES } from './platforms';

const USAGE = `Usage: npm run interleavings -- [--option NAME] [--seeds N] [--from N]

Plays seeds of kills, failing requests, other people and executions at once under every way in which the live platforms
are reported to behave, in one process, one way after the other.

  --option NAME   only this one; may be said several times:
                  ${PLATFORM_NAMES.join(', ')}
  --seeds N       how many seeds of each; 200 where it is left out
  --from N        the first seed; --seeds 1 --from 7 plays the seventh alone`;

function main(): number {
  const { values } = parseArgs({
    options: {
      option: { type: 'string', multiple: true },
      seeds: { type: 'string' },
      from: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const names: readonly string[] = values.option ?? PLATFORM_NAMES;
  const unknown = names.find((name) => !PLATFORM_NAMES.some((known) => known === name));
  const numbers = [values.seeds ?? '200', values.from ?? '1'];
  if (unknown !== undefined || !numbers.every((text) => /^[1-9]\d*$/.test(text))) {
    console.error(USAGE);
    return 2;
  }
  const [seeds, from] = numbers;
  const failed = names.filter((name) => {
    console.log(`== ${name}`);
    const env = { ...process.env, PLATFORM: name, SCHEDULES: seeds, FROM: from };
    const jest = path.join(__dirname, '../../node_modules/jest/bin/jest.js');
    return (
      spawnSync(process.execPath, [jest, '-i', 'seeded-schedules'], { env, stdio: 'inherit' }).status !== 0
    );
  });
  console.log(
    failed.length === 0
      ? 'Every schedule ended well.'
      : `Some schedules of these did not: ${failed.join(', ')}.`,
  );
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = main();

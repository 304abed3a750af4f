import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from './cli/command';

async function buildInto(outdir: string): Promise<void> {
  const { build } = await import(pathToFileURL(path.join(__dirname, '..', 'build.mjs')).href);
  await build({ outdir });
}

runCommand(process.argv.slice(2), buildInto).then((code) => {
  process.exitCode = code;
});

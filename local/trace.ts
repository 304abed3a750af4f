import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { mapStack } from './trace/map-stack';

const HELP = `Says where in src/ the places of a stack trace are, as Apps Script's executions page shows it.

  npm run trace -- FILE     or     npm run trace < FILE

Check out the version that wrote the trace first: the map is made from the sources in this checkout.`;

async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (file === '--help') return console.log(HELP);
  const stack = readFileSync(file ?? process.stdin.fd, 'utf8');
  const { buildSourceMap } = await import(pathToFileURL(path.join(__dirname, '../build.mjs')).href);
  console.log(mapStack(stack, await buildSourceMap()));
}

void main();

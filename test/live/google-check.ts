import { readFileSync } from 'node:fs';
import path from 'node:path';
import { project } from '../stand-ins/apps-script/script-project';

const ROOT = path.join(__dirname, '../..');
const HALF_AN_HOUR_MS = 30 * 60_000;

/** The rows that live/google.gs leaves on the stand-in, as the walk in docs/live.md would have them made. */
export function playGoogleCheck(): readonly (readonly string[])[] {
  const script = project({
    code: readFileSync(path.join(ROOT, 'live/google.gs'), 'utf8'),
    manifest: JSON.parse(readFileSync(path.join(ROOT, 'appsscript.json'), 'utf8')) as object,
    send: ({ url, headers }) => {
      const isPart =
        new URL(url).hostname === 'storage.googleapis.com' && JSON.stringify(headers).includes('bytes=');
      return { status: isPart ? 206 : 404, headers: {}, body: '', tookMs: 100 };
    },
  });
  const run = (name: string) => {
    const result = script.run(name);
    if (result.outcome !== 'returned') throw new Error(`${name} ${JSON.stringify(result)}`);
  };
  const rows = () =>
    script.evaluate(
      `return SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Live answers').getDataRange().getDisplayValues()`,
    ) as string[][];
  run('liveCheck');
  const address = JSON.parse((rows().find(([name]) => name === 'open')?.[1] ?? '~""').slice(1)) as string;
  const user = Object.values(script.state.stateTokens)[0]?.user ?? '';
  script.followCallback(Object.fromEntries(new URL(address).searchParams), user);
  run('liveTable');
  script.advanceTo(script.clock.now() + HALF_AN_HOUR_MS);
  run('liveCollect');
  return JSON.parse(JSON.stringify(rows())) as string[][];
}

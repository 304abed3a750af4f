import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  createRuntime,
  createVirtualClock,
  type ExecutionResult,
  newRuntimeState,
  newWorkbook,
  type RunAs,
  type Runtime,
  type RuntimeOptions,
} from '../../../local/apps-script/runtime';

const scopes = [
  'spreadsheets.currentonly',
  'script.container.ui',
  'script.external_request',
  'script.scriptapp',
].map((scope) => `https://www.googleapis.com/auth/${scope}`);

export const startMs = Date.UTC(2026, 10, 22, 12);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true });
});

/** A built project in a folder of its own, as `build.mjs` would leave one. */
function projectFolder(code: string, manifest: object = {}): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'apps-script-'));
  folders.push(folder);
  const full = {
    timeZone: 'Etc/UTC',
    runtimeVersion: 'V8',
    oauthScopes: scopes,
    urlFetchWhitelist: ['https://*.myshopify.com/admin/'],
    ...manifest,
  };
  fs.writeFileSync(path.join(folder, 'appsscript.json'), JSON.stringify(full));
  fs.writeFileSync(path.join(folder, 'Code.js'), code);
  fs.writeFileSync(path.join(folder, 'Sidebar.html'), '<title>Sync</title><p>Hello</p>');
  fs.writeFileSync(path.join(folder, 'Help.html'), '<p data-message=""></p><script>read()</script>');
  return folder;
}

export interface Project extends Runtime {
  /** Runs the body of a function; what it returns, or throws as an Error of this realm. */
  evaluate(body: string, as?: Partial<RunAs>): unknown;
  /** The same, with all that the execution left. */
  execute(body: string, as?: Partial<RunAs>): ExecutionResult;
}

/** A runtime whose script is `code`, and a function written in the test. */
export function project(
  options: Partial<RuntimeOptions> & { manifest?: object; code?: string } = {},
): Project {
  const { manifest, code = '', ...rest } = options;
  const folder = projectFolder(code, manifest);
  const runtime = createRuntime({
    state: newRuntimeState(newWorkbook({})),
    distDir: folder,
    clock: createVirtualClock(startMs),
    send: () => ({ status: 200, headers: {}, body: '', tookMs: 100 }),
    ...rest,
  });
  const execute = (body: string, as?: Partial<RunAs>) => {
    fs.writeFileSync(path.join(folder, 'Code.js'), `${code}\nfunction test() { ${body}\n}`);
    return runtime.run('test', [], as);
  };
  return {
    ...runtime,
    execute,
    evaluate: (body, as) => {
      const result = execute(body, as);
      if (result.outcome === 'returned') return result.value;
      throw new Error(
        result.outcome === 'threw' ? `${result.error.name}: ${result.error.message}` : result.reason,
      );
    },
  };
}

/** The body of a script whose first sheet is called `sheet`. */
export const onSheet = (body: string) =>
  `const spreadsheet = SpreadsheetApp.getActiveSpreadsheet(); const sheet = spreadsheet.getSheets()[0]; ${body}`;

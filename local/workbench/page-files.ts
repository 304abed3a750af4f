import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** The page of the workbench, bundled when it starts. */
export interface PageFiles {
  readonly html: string;
  readonly script: string;
  readonly style: string;
  /** Goes into the sidebar before its own script, as Google's does. */
  readonly scriptRun: string;
}

const FOLDER = path.join(__dirname, 'page');

export async function buildPage(): Promise<PageFiles> {
  const [script, style, scriptRun] = await Promise.all(
    ['workbench.tsx', 'workbench.css', 'google-script-run.ts'].map(bundled),
  );
  return {
    html: readFileSync(path.join(FOLDER, 'page.html'), 'utf8'),
    script: script ?? '',
    style: style ?? '',
    scriptRun: scriptRun ?? '',
  };
}

/** A page of the add-on, with `google.script.run` as Google would put it there. */
export function addOnPage(page: string, { scriptRun }: PageFiles): string {
  return page.replace('<script>', () => `<script>${scriptRun}</script>\n    <script>`);
}

async function bundled(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(FOLDER, file)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

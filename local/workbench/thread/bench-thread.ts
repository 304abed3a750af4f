import { renameSync } from 'node:fs';
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { UsageError } from '../../cli/options';
import { loadSession, saveSession } from '../../cli/session';
import { type Imported, importFiles } from '../../cli/tabs';
import { RefusedRequest } from '../../loopback';
import { answersOf } from '../answers';
import { type Bench, createBench } from '../bench';
import { buildPage } from '../page-files';
import type { BenchSetUp, FromBench, ToBench } from './messages';
import { createPace } from './pace';

/**
 * The bench in a thread of its own. A call of the add-on runs until it ends, as it does at Google; what the page asks
 * meanwhile is answered between two of its service calls, so that progress is seen and *Stop* arrives.
 */
async function main(port: MessagePort, setUp: BenchSetUp): Promise<void> {
  const pace = createPace(setUp.pace);
  /** How many calls of the page are being answered, one within the other. */
  let depth = 0;
  const { bench, imported } = openBench(setUp, () => {
    if (depth > 1 || depth === 0) return;
    pace.wait(bench.runtime.clock.now(), () => {
      const waiting = receiveMessageOnPort(port) as { readonly message: ToBench } | undefined;
      if (waiting) take(waiting.message);
      return waiting !== undefined;
    });
  });
  const answer = answersOf(bench, await buildPage());
  const save = () => {
    if (setUp.stateFile !== undefined) saveWhole(setUp.stateFile, bench, imported);
  };
  let saving: NodeJS.Timeout | undefined;

  function take(message: ToBench): void {
    if (message.kind === 'end') {
      save();
      say({ kind: 'ended' });
      return;
    }
    const { number, asked } = message;
    depth += 1;
    if (depth === 1) pace.begin(bench.runtime.clock.now());
    try {
      say({ kind: 'answer', number, page: answer(asked) });
    } catch (error) {
      if (error instanceof RefusedRequest) say({ kind: 'refused', number, ...error.refusal });
      else say({ kind: 'failed', number, message: (error as Error).stack ?? String(error) });
    }
    depth -= 1;
    if (depth > 0 || asked.route.startsWith('GET')) return;
    clearTimeout(saving);
    saving = setTimeout(save, SAVED_AFTER_MS);
  }
  const say = (message: FromBench) => port.postMessage(message);
  port.on('message', take);
  say({ kind: 'ready' });
}

/** A person who types on does not wait for the disk. */
const SAVED_AFTER_MS = 300;

interface Opened {
  readonly bench: Bench;
  /** A change such as +5 % in a file that is given again is not counted again. */
  readonly imported: Imported;
}

function openBench(
  { distDir, spreadsheetDir, files, stateFile, userLocale }: BenchSetUp,
  meanwhile: () => void,
): Opened {
  const saved = stateFile === undefined ? undefined : loadSession(stateFile);
  const imported: Imported = { changes: new Map(saved?.changes), counted: new Map() };
  const bench = createBench({
    ...{ distDir, spreadsheetDir, startMs: Date.now(), userLocale, meanwhile },
    ...(saved && { saved }),
  });
  const { workbook } = bench.runtime.state;
  if (files.length > 0) {
    // Own files take the place of the examples; a saved spreadsheet gets them as further tabs, or over those of their name.
    const before = saved ? workbook.sheets : [];
    workbook.sheets = [...before];
    const [first] = importFiles(workbook, files, { kind: 'text' }, imported);
    workbook.activeSheetId = first ?? 0;
    for (const sheet of workbook.sheets) {
      sheet.maxRows = Math.max(sheet.maxRows, ROOM.rows);
      sheet.maxColumns = Math.max(sheet.maxColumns, ROOM.columns);
    }
  }
  bench.chooseMenuItem('showSidebar');
  return { bench, imported };
}

/** As large as Google makes a new tab. */
const ROOM = { rows: 1000, columns: 26 } as const;

/** A kill while it is written leaves the state before. */
function saveWhole(file: string, { runtime, store }: Bench, imported: Imported): void {
  saveSession(`${file}.new`, { runtime, store, clock: runtime.clock, imported });
  renameSync(`${file}.new`, file);
}

const port = parentPort;
if (port) {
  main(port, workerData as BenchSetUp).catch((error: Error) => {
    if (!(error instanceof UsageError)) throw error;
    port.postMessage({ kind: 'usage', message: error.message } satisfies FromBench);
  });
}

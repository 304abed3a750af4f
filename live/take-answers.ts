import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { googleAnswers } from './google';
import { at, type Json, textAt } from './question';
import { Refused } from './refuse';
import { secretIn } from './secrets';

/** Answers of a live platform on one day: only what is compared, nothing of the store or the account. */
export interface LiveAnswers {
  readonly platform: 'shopify' | 'google';
  /** The day it was asked. */
  readonly answeredOn: string;
  readonly answers: Readonly<Record<string, Json>>;
}

export interface AnswerFile {
  readonly name: string;
  readonly text: string;
}

/** Reads what `npm run live:shopify -- --out` wrote, or the tab of live/google.gs as CSV. Refuses a secret, and answers of a stand-in. */
export function takeAnswers(file: AnswerFile): LiveAnswers {
  const name = path.basename(file.name);
  const secret = secretIn(file.text);
  if (secret !== undefined)
    throw new Refused(
      `${name} holds what looks like ${secret}, so nothing was taken. Replace it by *** first.`,
    );
  if (name.endsWith('.csv')) return ofGoogle(name, file.text);
  const lines = file.text.split('\n').filter((line) => line.trim() !== '');
  const entries = lines.map((line, index) => parsed(line, `${name}, line ${index + 1},`));
  const [run, ...rest] = entries;
  if (textAt(run, 'kind') !== 'run' || textAt(run, 'platform') !== 'shopify')
    throw new Refused(`${name} is no file of answers: npm run live:shopify -- --out FILE writes one.`);
  if (textAt(run, 'on') !== 'live store')
    throw new Refused(
      `${name} was answered by the ${textAt(run, 'on')}, and only a live store can say what is true.`,
    );
  return answersOf(name, textAt(run, 'at').slice(0, 10), rest);
}

function answersOf(name: string, answeredOn: string, entries: readonly unknown[]): LiveAnswers {
  const answered = entries.filter((entry) => ['agrees', 'differs'].includes(textAt(entry, 'outcome')));
  return complete(name, {
    platform: 'shopify',
    answeredOn,
    answers: Object.fromEntries(answered.map((entry) => [textAt(entry, 'id'), at(entry, 'answer') as Json])),
  });
}

function ofGoogle(name: string, text: string): LiveAnswers {
  let taken: Omit<LiveAnswers, 'platform'>;
  try {
    taken = googleAnswers(parse(text, { bom: true, relax_column_count: true }) as string[][]);
  } catch {
    throw new Refused(`${name} is not the tab “Live answers” of live/google.gs as CSV.`);
  }
  return complete(name, { platform: 'google', ...taken });
}

function complete(name: string, taken: LiveAnswers): LiveAnswers {
  if (Object.keys(taken.answers).length === 0) throw new Refused(`${name} holds no answer.`);
  if (!/^\d{4}-\d\d-\d\d$/.test(taken.answeredOn))
    throw new Refused(`${name} does not say when it was answered.`);
  return taken;
}

function parsed(line: string, where: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new Refused(`${where} is not JSON. Take the file as it was written.`);
  }
}

import type { RunSummary } from '../../answers/answers';
import type { ChatService } from '../../answers/chat';
import { shortText } from '../../catalog/tab/fit-message';
import { plainName, withoutHidden } from '../../catalog/values/plain-name';
import type { Services } from '../ground/services';
import { CHATS } from './chat-address';

/** A spreadsheet or a tab may have a name of any length. */
const LONGEST_NAME = 100;
const MOST_PLACES = 5;

/**
 * Signs by which a chat would format a text, call people, make a link or show a small picture, and below each a sign
 * that looks like it: Google says of none how to escape it. Slack reads three of its own, of which an ampersand has none
 * alike.
 * Sources: https://developers.google.com/workspace/chat/format-messages,
 * https://docs.slack.dev/messaging/formatting-message-text
 */
const SIGNS = '*_~`|@[#<>:';
const ALIKE = '∗＿∼‵¦＠［＃‹›∶';

/**
 * Google's pages, which stay as they are, and each of those signs. An underscore within a word formats nothing and may
 * have to be copied: `write_products`. A colon makes a link of what a name says.
 */
const FORMATTING =
  /https:\/\/(?:docs|script|accounts)\.google\.com\/[^\s<>|]+|[*~`|@[#<>]|:(?=\/\/)|(?<![^\W_])_|_(?![^\W_])/g;

const FROM_RIGHT = /[\u0590-\u08ff]/;

/** A text as the chat shows it, sign by sign, in one line; addresses of Google's in it can be followed. */
function plain(service: ChatService, text: string): string {
  const line = withoutHidden(text).replace(/[\s\p{Cc}]+/gu, ' ');
  return CHATS[service].escaped(line).replace(FORMATTING, (found) => ALIKE[SIGNS.indexOf(found)] || found);
}

/** `<https://…|My prices>`, as both chats write a link, and after the name `place`. No address in the name is one. */
function linkTo(service: ChatService, url: string, name: string, place = ''): string {
  const seen = shortText(plainName(name) || 'Sync to Shopify', LONGEST_NAME);
  const words = plain(service, seen).replace(/:/g, '∶');
  // A name in Arabic or Hebrew would pull what follows it to its own left.
  const apart = FROM_RIGHT.test(words) ? `\u2068${words}\u2069` : words;
  return `<${plain(service, url)}|${apart}${place}>`;
}

/** Page of the spreadsheet; a script that may not open it knows its ID alone. */
function pageOf(spreadsheetId: string): string {
  return `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`;
}

/** Content of a message. */
export interface Told {
  readonly spreadsheetId: string;
  /** False where Google does not let this execution look into the spreadsheet. */
  readonly isOpen: boolean;
  /** In English. */
  readonly sentences: readonly string[];
  /** Whose rows a person should look at. */
  readonly summary?: RunSummary | undefined;
}

/** The message in the language of the spreadsheet: its name, the sentences, and the rows that need a person. */
export function chatText(
  { speak, spreadsheet }: Services,
  service: ChatService,
  { spreadsheetId, isOpen, sentences, summary }: Told,
): string {
  const page = pageOf(spreadsheetId);
  const name = isOpen ? spreadsheet.name() : 'Sync to Shopify';
  const rows = summary ? firstRows(summary) : [];
  const links = rows.map(({ sheetId, tab, row }) =>
    linkTo(service, `${page}#gid=${sheetId}&range=A${row}`, tab, `, ${speak(`row ${row}`)}`),
  );
  const said = sentences.map((sentence) => plain(service, speak(sentence))).join('\n');
  return [`${linkTo(service, page, name)}: ${said}`, links.join(' · ')].join('\n').trim();
}

/** The first row of each tab that waits for a person, as far as the run lists them. */
function firstRows({ held, conflicts, unsynced, errors = [] }: RunSummary) {
  const listed = [held, conflicts, ...Object.values(unsynced)].flatMap(
    ({ shown }): readonly { sheetId: number | null; tab: string; row: number }[] => shown,
  );
  const rows = [...listed, ...errors.flatMap((cause) => cause.rows)].filter(
    ({ sheetId }) => sheetId !== null,
  );
  return rows
    .sort((one, other) => one.row - other.row)
    .filter(({ sheetId }, at) => rows.findIndex((other) => other.sheetId === sheetId) === at)
    .slice(0, MOST_PLACES);
}

import type { RunSummary } from '../../answers/answers';
import type { ChatService } from '../../answers/chat';
import type { Services } from '../ground/services';

/** A spreadsheet or a tab may have a name of any length. */
const LONGEST_NAME = 100;
const MOST_PLACES = 5;

/**
 * Signs by which a chat would format a text, call people, make a link or show a small picture, and below each a sign that
 * looks like it: Google says of none how to escape it, and Slack only of three.
 * Sources: https://developers.google.com/workspace/chat/format-messages,
 * https://docs.slack.dev/messaging/formatting-message-text
 */
const SIGNS = '*_~`|@[#<>';
const ALIKE = '∗＿∼‵¦＠［＃‹›';

const IN_SLACK: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;' };

/** A text as the chat shows it, sign by sign; addresses in it stay as they are, so that they can be followed. */
function plain(service: ChatService, text: string): string {
  const isSlack = service === 'Slack';
  return (isSlack ? text.replace(/&/g, '&amp;') : text).replace(
    /https:\/\/[^\s<>|]+|[*_~`|@[#<>]/g,
    (found) => (isSlack && IN_SLACK[found]) || ALIKE[SIGNS.indexOf(found)] || found,
  );
}

/** `<https://…|My prices>`, as both chats write a link. No address in the words is one: its colon is another sign. */
function linkTo(service: ChatService, url: string, words: string): string {
  const name = words.replace(/\s+/g, ' ').slice(0, LONGEST_NAME).replace(/:/g, '∶');
  return `<${plain(service, url)}|${plain(service, name)}>`;
}

/** Page of the spreadsheet; a script that may not open it knows its ID alone. */
function pageOf(spreadsheetId: string): string {
  return `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`;
}

/** Content of a message. */
interface Told {
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
    linkTo(service, `${page}#gid=${sheetId}&range=A${row}`, `${tab}, ${speak(`row ${row}`)}`),
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

import { maskTokens, type Problem, type ProblemKind, type RefusalOf } from '../../ports/problem';

/**
 * Google's own refusals. A service throws a text without a code, in the language of the account. The parts that are the
 * same in every language are looked for first: names of services and methods, addresses of scopes, numbers. The texts in
 * other languages come from people's reports (the lists in public error handlers for Apps Script); where none was found,
 * the word that Sheets itself uses.
 * Source: https://developers.google.com/apps-script/guides/support/troubleshooting
 */
const REFUSALS: readonly (readonly [text: RegExp, kind: ProblemKind, message: string, nextStep: string])[] = [
  [
    /protected.(cell|object|range|sheet)|objeto protegid|objet protég|geschützten? (Zelle|Objekt|Bereich)|oggetto protett|beveiligde cel|chronion\S+ komór|保護されている|受保护|受保護|보호된|защищ[её]н|захищен|заштићен|skyddad cell|beskytte\S+ celle|suojat|chrán[ěe]n|korumalı|محمي|védett/i,
    'protected',
    'Google did not let the add-on write into a protected cell.',
    'Ask the owner of the spreadsheet to let you edit it, or sync as the owner: Data ▸ Protect sheets and ranges.',
  ],
  [
    /typed columns/i,
    'not-allowed',
    'A table (Format ▸ Convert to table) does not let the add-on write into its columns.',
    'In the menu of the table choose Revert to unformatted data, or set the type of these columns to None, and try again.',
  ],
  [
    /number of cells in the workbook above|limit of [\d,.]+ cells|\b10\D?000\D?000\b/i,
    'sheet-full',
    'This spreadsheet has no room left: Google allows 10,000,000 cells.',
    'Delete empty rows and columns, or tabs that you no longer need, and sync again.',
  ],
  [
    /property storage quota|argument too large|argument trop grand|argumento demasiado grande/i,
    'storage-full',
    'Google keeps no more for this script: what is to be remembered is too large.',
    'Select fewer rows or tabs, and try again. If it happens every time, report it.',
  ],
  [
    /running simultaneously|too many simultaneous/i,
    'busy',
    'Google runs as many scripts of yours at once as it allows.',
    'Wait a minute and try again; close sidebars that you do not need.',
  ],
  [
    /lock timeout|holding the lock|LockService/i,
    'busy',
    'Another sync or another person is using the spreadsheet at this moment.',
    'Wait a minute and try again.',
  ],
  [
    /in a short time|Utilities\.sleep/i,
    'google-trouble',
    'Google asks the add-on to slow down.',
    'Wait a minute and sync again; what is done is not sent twice.',
  ],
  [
    /too many times|too much computer time|[:：]\s?(urlfetch|properties)\b|trop d'appels pour ce service|solicitado demasiadas veces|chamado muitas vezes|gọi quá nhiều lần/i,
    'quota',
    'Your Google account has done as much as Google allows for now.',
    'Wait a while, at most until tomorrow, and choose Sync now again. It goes on where it stopped.',
  ],
  [
    // The text names the document and, unlike the one for a document that is gone, gives no reason in brackets.
    /service .*timed out|timed out.*spreadsheet|^[^(（]*(^|[^\w-])1[\w-]{43}(?![\w-])[^(（]*$/i,
    'google-trouble',
    'Google Sheets took too long to answer.',
    'Sync again in a minute; what is done is not sent twice. Very large tabs may need fewer formulas.',
  ],
  [
    /service (error|unavailable)|\bSpreadsheets\b|server error occurred|errore? del server|erreur est survenue sur le serveur|error en el servidor|erro do servidor|Serverfehler|serverfel|eroare de server|szerverhiba|máy chủ đã gặp lỗi|伺服器發生錯誤|ข้อผิดพลาดของเซิร์ฟเวอร์/i,
    'google-trouble',
    'Google Sheets had an error of its own.',
    'Sync again in a minute; what is done is not sent twice.',
  ],
  // The id of a spreadsheet is the same in every language.
  [
    /is missing \(perhaps|(^|[^\w-])1[\w-]{43}($|[^\w-])/,
    'not-allowed',
    'Google does not find this spreadsheet for you: it was deleted, or is not shared with you any more.',
    'Open it, or ask its owner to share it with you for editing, and sync again.',
  ],
  // Ours, and Google's own for a tab that is gone.
  [
    /tab was deleted while|Sheet \d+ not found/,
    'unexpected',
    'A tab was deleted while it was in use.',
    'Reload the spreadsheet and sync again; what is done is not sent twice.',
  ],
  [
    /coordinates (of|or)|out of bounds|(rows|columns) in the range must be/i,
    'unexpected',
    'Rows or columns of a tab were deleted while it was in use.',
    'Reload the spreadsheet and sync again; what is done is not sent twice.',
  ],
];

/** Effects of an unticked box of Google's permission screen, by the scope that Google names. */
const BOXES: readonly (readonly [scope: string, box: string, effect: string])[] = [
  ['script.external_request', 'Connect to an external service', 'reach your store'],
  ['spreadsheets', 'View and manage spreadsheets', 'read this spreadsheet'],
  ['script.scriptapp', 'Run when you are not present', 'sync on a schedule or finish long runs by itself'],
  ['script.container.ui', 'Display third-party content', 'show its sidebar'],
];

/**
 * First the address of a scope, the same in every language; then the words of today and of earlier years, and those for
 * what an auth mode forbids.
 */
const UNTICKED =
  /googleapis\.com\/auth\/|permissions are not sufficient|do not have permission to call|authorization is required|autorisation requise|necessária autorização|permisos especificados no son/i;

function untickedBox(thrown: string): Problem {
  const found = BOXES.find(([scope]) => thrown.includes(scope));
  const [, box, effect] = found ?? ['', '', 'do that'];
  return {
    kind: 'not-allowed',
    message: `Google does not let the add-on ${effect}${box && `: “${box}” is not ticked`}.`,
    nextStep: 'Allow it on Google’s permission screen, where Select all ticks every box, and try again.',
    ...linkToAllow(),
  };
}

function linkToAllow(): Pick<Problem, 'link'> {
  try {
    const link = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl();
    return link ? { link } : {};
  } catch {
    return {};
  }
}

export const refusalOf: RefusalOf = (error) => {
  const thrown = textOf(error);
  if (UNTICKED.test(thrown)) return untickedBox(thrown);
  const words = withoutAddresses(thrown);
  const found = REFUSALS.find(([text]) => text.test(words));
  if (!found) return isGoogles(error) ? unknownRefusal(thrown) : undefined;
  const [, kind, message, nextStep] = found;
  return { kind, message, nextStep };
};

/** Errors of Google's services have one name in every language; a mistake in our code has another. */
function isGoogles(error: unknown): boolean {
  return error instanceof Object && 'name' in error && error.name === 'Exception';
}

function unknownRefusal(thrown: string): Problem {
  return {
    kind: 'google-trouble',
    message: `Google refused, and says: “${shortened(thrown)}”.`,
    nextStep: 'Sync again in a minute; what is done is not sent twice. If it happens every time, report it.',
  };
}

/** Addresses tell a merchant nothing, and hold keys. */
function withoutAddresses(thrown: string): string {
  return thrown.replace(/[:：]?\s*https?:\/\/\S+/g, '');
}

/** Google's text, in a form that a person may read. */
export function shortened(thrown: string): string {
  const text = maskTokens(withoutAddresses(thrown)).trim();
  return (text.length > 150 ? `${text.slice(0, 149)}…` : text).replace(/[.。]$/, '');
}

export function textOf(error: unknown): string {
  return error instanceof Object && 'message' in error ? String(error.message) : String(error);
}

import type { Language } from '../../language/languages';
import { languageOfPerson, type WordsOf, wordsScript } from './language';
import { wordsOf } from './menu-words';

/** Opens the sidebar, at a panel if one is named. Needs auth mode FULL: a menu item may, `onOpen` may not. */
export function openSidebar(panel = ''): void {
  const page = inLanguage(languageOfPerson(), pageWith('Sidebar', { panel }));
  SpreadsheetApp.getUi().showSidebar(page.setTitle('Sync to Shopify'));
}

/** Opens the same page in the middle of the spreadsheet, wide enough for a table. */
export function openChanges(): void {
  const language = languageOfPerson();
  const page = inLanguage(language, pageWith('Sidebar', { panel: 'changes' }));
  const title = wordsOf(language)('Choose what to send');
  SpreadsheetApp.getUi().showModalDialog(page.setWidth(900).setHeight(620), title);
}

/** Opens the help next to the spreadsheet, which stays usable, at the topic that a person asks about. */
export function openHelp(asked: Readonly<Record<string, string | undefined>>): void {
  const language = languageOfPerson();
  const page = inLanguage(language, pageWith('Help', asked), ['LANGUAGE_WORDS', 'HELP_WORDS']);
  const title = `${wordsOf(language)('Help')}: Sync to Shopify`;
  SpreadsheetApp.getUi().showModelessDialog(page.setWidth(640).setHeight(600), title);
}

/** A page with its empty `data-…` attributes filled in, for its script to read. */
function pageWith(
  file: string,
  facts: Readonly<Record<string, string | undefined>>,
): GoogleAppsScript.HTML.HtmlOutput {
  const page = HtmlService.createHtmlOutputFromFile(file);
  const filled = Object.entries(facts).reduce(
    (html, [name, value = '']) => html.replace(`data-${name}=""`, () => `data-${name}="${escaped(value)}"`),
    page.getContent(),
  );
  return page.setContent(filled);
}

/**
 * The page in a language, if its words are in the script. Each language is a file of its own, because nobody needs two;
 * whoever pastes the add-on may have left it out.
 */
function inLanguage(
  language: Language | undefined,
  page: GoogleAppsScript.HTML.HtmlOutput,
  wanted: readonly WordsOf[] = ['LANGUAGE_WORDS'],
): GoogleAppsScript.HTML.HtmlOutput {
  const words = language && wordsScript(language, wanted);
  if (words === undefined) return page;
  return page.setContent(
    page
      .getContent()
      .replace('lang="en"', `lang="${language}"`)
      .replace('<main', () => `${words}<main`),
  );
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Page that a person sees when Shopify has sent them back. */
export function callbackPage(title: string, nextStep: string): GoogleAppsScript.HTML.HtmlOutput {
  return HtmlService.createHtmlOutput(
    `<p style="font: 16px Arial, sans-serif; margin: 48px"><b>${escaped(title)}</b><br><br>${escaped(nextStep)}</p>`,
  ).setTitle('Sync to Shopify');
}

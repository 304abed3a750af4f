/** Opens the sidebar. Needs auth mode FULL: a menu item may, `onOpen` may not. */
export function openSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(
    HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Sync to Shopify'),
  );
}

/** Page that a person sees when Shopify has sent them back. */
export function callbackPage(title: string, nextStep: string): GoogleAppsScript.HTML.HtmlOutput {
  const text = (words: string) => words.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return HtmlService.createHtmlOutput(
    `<p style="font: 16px Arial, sans-serif; margin: 48px"><b>${text(title)}</b><br><br>${text(nextStep)}</p>`,
  ).setTitle('Sync to Shopify');
}

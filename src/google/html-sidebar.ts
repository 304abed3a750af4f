/** Opens the sidebar. Needs auth mode FULL: a menu item may, `onOpen` may not. */
export function openSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(
    HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Sync to Shopify'),
  );
}

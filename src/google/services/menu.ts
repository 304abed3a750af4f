import { languageOfPerson } from './language';
import { type Caption, wordsOf } from './menu-words';

interface MenuItem {
  readonly caption: Caption;
  /** An entry point of main.ts. */
  readonly functionName: string;
}

const RUN_ITEMS: readonly MenuItem[] = [
  { caption: 'Preview changes', functionName: 'previewSync' },
  { caption: 'Choose what to send…', functionName: 'showChanges' },
  { caption: 'Sync now', functionName: 'syncNow' },
  { caption: 'Sync selected rows', functionName: 'syncSelectedRows' },
];

const GROUP_ITEMS: readonly MenuItem[] = [
  { caption: 'Products', functionName: 'syncProducts' },
  { caption: 'Inventory', functionName: 'syncInventory' },
  { caption: 'Prices', functionName: 'syncPrices' },
];

const FETCH_ITEMS: readonly MenuItem[] = [
  { caption: 'Get from Shopify…', functionName: 'showGet' },
  { caption: 'Refresh from Shopify', functionName: 'refreshFromMenu' },
  { caption: 'Fill this column from Shopify', functionName: 'fillSelectedColumn' },
];

const PAST_ITEMS: readonly MenuItem[] = [
  { caption: 'History…', functionName: 'showHistory' },
  { caption: 'Undo last run…', functionName: 'showUndo' },
];

const OTHER_ITEMS: readonly MenuItem[] = [
  { caption: 'Show only problems, or all rows', functionName: 'filterProblems' },
  { caption: 'Set up tabs', functionName: 'setUpSheets' },
  { caption: 'Open sidebar', functionName: 'showSidebar' },
  { caption: 'Help', functionName: 'showHelp' },
];

/**
 * Adds the menu to the spreadsheet. Uses nothing else: a published add-on that is not yet enabled in this file runs in
 * auth mode NONE, where every other service throws, except for the person's language. Google shows a published add-on's
 * menu under Extensions.
 * Source: https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle
 */
export function addMenu(): void {
  const ui = SpreadsheetApp.getUi();
  const words = wordsOf(languageOfPerson());
  const withItems = (menu: GoogleAppsScript.Base.Menu, items: readonly MenuItem[]) =>
    items.reduce((built, { caption, functionName }) => built.addItem(words(caption), functionName), menu);
  const groups = withItems(ui.createMenu(words('Sync one group')), GROUP_ITEMS);
  const menu = withItems(isAddOn() ? ui.createAddonMenu() : ui.createMenu('Sync to Shopify'), RUN_ITEMS)
    .addSubMenu(groups)
    .addSeparator();
  withItems(menu, FETCH_ITEMS).addSeparator();
  withItems(menu, PAST_ITEMS).addSeparator();
  withItems(menu, OTHER_ITEMS).addToUi();
}

/** Tells whether it was installed from the Marketplace. Without an answer it gets its own menu, which Google moves. */
function isAddOn(): boolean {
  try {
    return ScriptApp.getInstallationSource() !== ScriptApp.InstallationSource.NONE;
  } catch {
    return false;
  }
}

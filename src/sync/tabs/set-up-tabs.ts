import type { TabView } from '../../answers/answers';
import { type TabChoice, tabTemplates } from '../../catalog/tab/tab-templates';
import type { Services } from '../ground/services';
import { tickTabs } from './ticked-tabs';

/**
 * Makes a tab for products, and one for prices and one for stock where they are wanted. What is there is left alone.
 * The new tabs take part at once: whoever asks for them means to fill them in.
 */
export function setUpSheets(services: Services, choice: TabChoice): TabView[] {
  const { spreadsheet, tabs } = services;
  const made = tabTemplates(choice).map((template) => tabs.add(template));
  const views = tickTabs(
    services,
    made.map(({ sheetId }) => sheetId),
  );
  const [first] = made;
  if (!first) return views;
  tabs.show(first.sheetId);
  const names = made.map(({ name }) => `“${name}”`).join(', ');
  spreadsheet.toast(`Added ${names}. Fill in your rows, then choose Preview changes.`);
  return views;
}

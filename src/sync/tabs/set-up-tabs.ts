import type { TabView } from '../../answers/answers';
import { type TabChoice, tabTemplates } from '../../catalog/tab/tab-templates';
import type { Services } from '../ground/services';
import { tickTabs } from './ticked-tabs';

/**
 * Makes a tab for products, and one for prices and one for stock where they are wanted. What is there is left alone.
 * The new tabs take part at once: whoever asks for them means to fill them in.
 */
export function setUpSheets(services: Services, choice: TabChoice): TabView[] {
  const { sheets } = services;
  const made = tabTemplates(choice).map((template) => sheets.addTab(template));
  const views = tickTabs(
    services,
    made.map(({ sheetId }) => sheetId),
  );
  const [first] = made;
  if (!first) return views;
  sheets.showTab(first.sheetId);
  const names = made.map(({ name }) => `“${name}”`).join(', ');
  sheets.toast(`Added ${names}. Fill in your rows, then choose Preview changes.`);
  return views;
}

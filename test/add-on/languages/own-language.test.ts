import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { ServiceException } from '../../../local/apps-script/runtime/exception';
import { shopify, spreadsheet } from '../../support/add-on';
import { builtFolder } from '../../support/built-once';

const LANGUAGES = readdirSync(builtFolder()).flatMap((file) => /^Words-(.+)\.html$/.exec(file)?.[1] ?? []);

const german: Record<string, string> = JSON.parse(
  readFileSync(path.join(__dirname, '../../../src/languages/de.json'), 'utf8'),
).texts;

function pageOf(sheet: ReturnType<typeof spreadsheet>): string {
  expect(sheet.run('showSidebar', [], { kind: 'menu' })).toMatchObject({ outcome: 'returned' });
  return sheet.interface.sidebar?.html ?? '';
}

/** What the scripts of a page put before its own. */
function wordsIn(page: string) {
  const script = /<script>(var LANGUAGE_WORDS = .*?;)<\/script>/.exec(page)?.[1] ?? 'var LANGUAGE_WORDS;';
  return vm.runInNewContext(`${script} LANGUAGE_WORDS`) as
    | { readonly texts: Record<string, string> }
    | undefined;
}

test('there are seven languages beside English', () => {
  expect(LANGUAGES).toEqual(['de', 'es', 'fr', 'it', 'ja', 'nl', 'pt-BR']);
});

describe('the sidebar of whoever has Google in German', () => {
  test('has the German words, and says so to a screen reader', () => {
    const page = pageOf(spreadsheet(shopify(), { userLocale: 'de' }));
    expect(page).toContain('<html lang="de">');
    expect(wordsIn(page)?.texts).toEqual(german);
  });

  test('is English where their file was not pasted', () => {
    const gate = ({ method, args }: { readonly method: string; readonly args: readonly unknown[] }) => {
      if (method === 'createHtmlOutputFromFile' && args[0] === 'Words-de')
        throw new ServiceException('No HTML file named Words-de was found.');
    };
    const page = pageOf(spreadsheet(shopify(), { userLocale: 'de', gate }));
    expect(page).toContain('<html lang="en">');
    expect(wordsIn(page)).toBeUndefined();
  });
});

test.each(['en', 'en_GB', 'fi'])(
  'the sidebar of whoever has Google in %p is English and asks for no other file',
  (userLocale) => {
    const files: unknown[] = [];
    const gate = ({ method, args }: { readonly method: string; readonly args: readonly unknown[] }) => {
      if (method === 'createHtmlOutputFromFile') files.push(args[0]);
    };
    expect(pageOf(spreadsheet(shopify(), { userLocale, gate }))).toContain('<html lang="en">');
    expect(files).toEqual(['Sidebar']);
  },
);

test.each(LANGUAGES)(
  'the menu is there in %s, in each mode that Google opens a spreadsheet in',
  (userLocale) => {
    for (const authMode of ['NONE', 'LIMITED', 'FULL'] as const) {
      const sheet = spreadsheet(shopify(), { userLocale, installed: 'addon' });
      sheet.open({ authMode });
      const items = sheet.interface.menus['Sync to Shopify']?.items ?? [];
      const captions = items.flatMap((item) => ('caption' in item ? [item.caption] : []));
      expect(captions).toHaveLength(13);
      expect(new Set(captions).size).toBe(13);
      expect(captions).not.toContain('Sync now');
    }
  },
);

test('the menu is English where Google does not tell the language', () => {
  const gate = ({ method }: { readonly method: string }) => {
    if (method === 'getActiveUserLocale') throw new ServiceException('We’re sorry, a server error occurred.');
  };
  const sheet = spreadsheet(shopify(), { userLocale: 'de', gate });
  sheet.open({ authMode: 'LIMITED' });
  expect(JSON.stringify(sheet.interface.menus)).toContain('Sync now');
});

import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { LanguageWords } from '../../../src/sidebar/language/say';
import { sampled, sampleOf } from '../../support/sampled';
import { wordsOfLanguage } from '../../support/words';
import type { OpenWorkbench } from '../open-workbench';
import { tickAll, typePrice } from '../synced';
import {
  englishFinder,
  escaped,
  fillInToken,
  LANGUAGES,
  openIn,
  PSEUDO,
  pseudoLocale,
  wordsFinder,
} from './languages';

/** Begins with another language each day, so that all are played within a week or so; in full all of them at once. */
const ALL = [...LANGUAGES, PSEUDO];
const FIRST = Math.floor(Date.now() / 86_400_000) % ALL.length;
const TODAY = sampleOf([...ALL.slice(FIRST), ...ALL.slice(0, FIRST)], 1);

const wordsOf = (language: string) => (language === PSEUDO ? pseudoLocale() : wordsOfLanguage(language));

/** One tab of the browser, whose calls of the script can be held back and are counted. */
interface Seat {
  readonly page: Page;
  readonly sidebar: FrameLocator;
  t(english: string): string;
  /** A button whose words begin so. */
  button(english: string): Locator;
  said(english: string): Locator;
  /** Holds every call of that name back until what is answered here is called. */
  hold(call: string): () => void;
  /** Answers the next call of that name with this. */
  answer(call: string, value: unknown): void;
  callsOf(call: string): number;
  /** Looks at it as it is: nothing is wider than the sidebar, no text is English. */
  look(state: string): Promise<void>;
  /** The person comes back from another tab of the browser. */
  comeBack(): Promise<void>;
}

async function seatAt(
  { keep }: OpenWorkbench,
  page: Page,
  words: LanguageWords,
  isFirst: boolean,
): Promise<Seat> {
  const sidebar = page.frameLocator('aside iframe');
  const isEnglish = englishFinder(words);
  const gates = new Map<string, Promise<void>>();
  const answers = new Map<string, unknown>();
  const calls: string[] = [];
  await page.route('**/call', async (route) => {
    const { name } = route.request().postDataJSON() as { readonly name: string };
    calls.push(name);
    await gates.get(name);
    if (!answers.has(name)) return route.continue();
    await route.fulfill({ json: answers.get(name) });
    answers.delete(name);
  });
  const t = wordsFinder(words);
  const beginning = (english: string) => new RegExp(`^${escaped(t(english))}`);
  return {
    page,
    sidebar,
    t,
    button: (english) => sidebar.getByRole('button', { name: beginning(english) }).first(),
    said: (english) => sidebar.getByText(t(english), { exact: true }).first(),
    hold: (call) => {
      let go = (): void => undefined;
      gates.set(call, new Promise((resolve) => (go = resolve)));
      return () => {
        gates.delete(call);
        go();
      };
    },
    answer: (call, value) => void answers.set(call, value),
    callsOf: (call) => calls.filter((name) => name === call).length,
    look: async (state) => {
      if (isFirst && sampled(false, true)) await keep(`${words.language} ${state}`);
      expect(await sidebar.locator('body').evaluate((body) => body.scrollWidth)).toBe(300);
      expect((await textsOf(sidebar)).filter(isEnglish)).toEqual([]);
    },
    comeBack: () =>
      sidebar.locator('body').evaluate((body) => {
        body.ownerDocument.dispatchEvent(
          new (body.ownerDocument.defaultView as unknown as { Event: typeof Event }).Event(
            'visibilitychange',
          ),
        );
      }),
  };
}

/** What can be read in the sidebar or is read aloud. */
const textsOf = (sidebar: FrameLocator): Promise<readonly string[]> =>
  sidebar.locator('body').evaluate((body) => {
    const texts: string[] = [];
    const named = ['aria-label', 'title', 'alt'];
    for (const element of Array.from(body.querySelectorAll('main, main *:not(svg, svg *)'))) {
      for (const name of named) texts.push(element.getAttribute(name) ?? '');
      for (const node of Array.from(element.childNodes))
        if (node.nodeType === 3) texts.push(node.nodeValue ?? '');
    }
    return texts.map((text) => text.trim()).filter(Boolean);
  });

/** Presses twice, as somebody does to whom nothing seems to happen. */
async function pressTwice(button: Locator): Promise<void> {
  await button.dblclick();
}

describe('where Google takes long to answer', () => {
  test.each(TODAY)(
    'each press says that it was heard, counts once, and leads on also after a reload: %s',
    async (language) => {
      const words = wordsOf(language);
      const open = await openIn(words);
      const seat = await seatAt(open, open.page, words, true);
      const { sidebar, page, button, said, hold, callsOf, look, t } = seat;

      await fillInToken(sidebar, t);
      let go = hold('saveConnection');
      await pressTwice(button('Connect'));
      await button('Connecting…').waitFor();
      await look('slow 1, connecting');
      go();
      await said('Tabs to sync').waitFor();
      expect(callsOf('saveConnection')).toBe(1);

      go = hold('chooseTabs');
      await tickAll(sidebar);
      await said('Waiting for Google…').waitFor();
      await look('slow 2, ticking tabs');
      go();
      await said('Waiting for Google…').waitFor({ state: 'detached' });

      go = hold('previewSync');
      await pressTwice(button('Preview changes'));
      await said('Comparing the sheet with Shopify. Nothing is sent.').waitFor();
      await look('slow 3, previewing');
      expect(callsOf('previewSync')).toBe(1);
      await page.reload();
      go();
      await said('Tabs to sync').waitFor();
      await look('slow 4, reloaded during a preview');
      await button('Preview changes').click();
      await sidebar.getByRole('heading', { name: t('Preview') }).waitFor();

      go = hold('showChanges');
      await pressTwice(button('Choose what to send…'));
      await said('Waiting for Google…').waitFor();
      await look('slow 5, opening the page of changes');
      expect(callsOf('showChanges')).toBe(1);
      go();
      await open.dialog.getByLabel(t('Changes')).waitFor();
      await page.getByRole('button', { name: 'Close', exact: true }).first().click();

      // That page has compared once more and found the same, so what the sidebar shows is still sent.
      go = hold('applyPreview');
      await pressTwice(button('Send changes'));
      await said('Comparing the sheet with Shopify…').waitFor();
      await look('slow 6, sending');
      go();
      await sidebar.getByRole('heading', { name: t('Synced') }).waitFor();
      expect([callsOf('applyPreview'), callsOf('startSync')]).toEqual([1, 0]);

      go = hold('goToRow');
      await button('Go to the status columns').click();
      await said('Waiting for Google…').waitFor();
      go();
      await said('Waiting for Google…').waitFor({ state: 'detached' });

      go = hold('saveSchedule');
      await button('Sync on a schedule…').click();
      await pressTwice(button('Save schedule'));
      await said('Waiting for Google…').waitFor();
      await look('slow 7, scheduling');
      go();
      await button('End schedule').waitFor();
      expect(callsOf('saveSchedule')).toBe(1);

      go = hold('listRuns');
      await said('History').click();
      await said('Waiting for Google…').waitFor();
      await look('slow 8, listing runs');
      go();
      await button('Undo this run…').waitFor();
      go = hold('undoRun');
      await pressTwice(button('Undo this run…'));
      await said('Waiting for Google…').waitFor();
      await look('slow 9, looking what an undo gives back');
      go();
      await button('Keep it as it is').click();
      expect(callsOf('undoRun')).toBe(1);

      go = hold('disconnect');
      await said('Access').click();
      await button('Disconnect…').click();
      await pressTwice(button('Disconnect'));
      await button('Disconnecting…').waitFor();
      await look('slow 10, disconnecting');
      await page.reload();
      go();
      await said('Tabs to sync').or(said('How do you want to connect?')).waitFor();
      await look('slow 11, reloaded while disconnecting');
      expect(callsOf('disconnect')).toBe(1);
      // Nothing is ticked to be added; every other button waits for a press.
      const disabled = await sidebar.locator('button[aria-disabled="true"]').allTextContents();
      expect(disabled.filter((words) => words !== t('Add'))).toEqual([]);
    },
  );
});

describe('two tabs of the browser with the same spreadsheet', () => {
  test.each(TODAY)(
    'tell the same once a person is back, and the second refuses what the first has changed: %s',
    async (language) => {
      const words = wordsOf(language);
      const open = await openIn(words);
      const first = await seatAt(open, open.page, words, true);
      const other = await open.page.context().newPage();
      const second = await seatAt(open, other, words, false);
      await other.goto(open.page.url());
      const { t } = first;
      await second.said('How do you want to connect?').waitFor();

      await fillInToken(first.sidebar, t);
      await first.button('Connect').click();
      await first.said('Tabs to sync').waitFor();
      await second.comeBack();
      await second.said('Tabs to sync').waitFor();
      await second.look('two 1, connected elsewhere');

      await tickAll(first.sidebar);
      await first.button('Preview changes').click();
      await first.sidebar.getByRole('heading', { name: t('Preview') }).waitFor();
      await typePrice(open, 'B2', '16.50');
      await second.comeBack();
      await second.button('Preview changes').click();
      await second.sidebar.getByRole('heading', { name: t('Preview') }).waitFor();

      await first.button('Send changes').click();
      await first.sidebar.locator('.problem').waitFor();
      await first.look('two 2, somebody previewed since');
      await first.button('Preview changes').click();
      await first.sidebar.locator('.problem').waitFor({ state: 'detached' });
      await first.sidebar.getByRole('heading', { name: t('Preview') }).waitFor();

      // While the first sends, somebody presses in the second.
      let refusal: unknown;
      open.bench.interfere = ({ body }) => {
        if (refusal === undefined && String(body).includes('mutation'))
          refusal = open.bench.callFromSidebar('startSync', [{}]);
        return undefined;
      };
      await first.button('Send changes').click();
      await first.sidebar.getByRole('heading', { name: t('Synced') }).waitFor();
      expect(refusal).toMatchObject({ ok: true, value: { ok: false, problem: { kind: 'busy' } } });
      second.answer('applyPreview', refusal);
      await second.button('Send changes').click();
      await second.sidebar.locator('.problem').waitFor();
      await second.look('two 2, another run is under way');
      // The preview of the second is older than what was sent since.
      await second.button('Send changes').click();
      await second.sidebar.locator('.result, .problem').first().waitFor();
      await second.look('two 3, an older preview is sent');
      await second.button('Preview changes').click();
      await second.sidebar.locator('.problem').waitFor({ state: 'detached' });

      await first.button('Sync on a schedule…').click();
      await first.button('Save schedule').click();
      await first.button('End schedule').waitFor();
      await first.said('Settings').click();
      await first.sidebar.getByLabel(t('Your account')).selectOption('workspace');
      await second.comeBack();
      await second.button('End schedule').waitFor();
      await second.said('Settings').click();
      expect(await second.sidebar.getByLabel(t('Your account')).inputValue()).toBe('workspace');

      await second.said('History').click();
      await second.button('Undo this run…').waitFor();
      open.bench.wait(60_000);
      await typePrice(open, 'B2', '17.00');
      await first.button('Sync now').click();
      await first.sidebar.locator('.totals .updated').waitFor();
      await first.said('History').click();
      await first.button('Undo this run…').click();
      await first.button('Give back the old values').click();
      await first.sidebar.getByRole('heading', { name: t('Undone') }).waitFor();
      await first.look('two 4, undone');
      await second.comeBack();
      await second.sidebar.getByRole('heading', { name: t('Undone') }).waitFor();
      expect(await second.sidebar.locator('.past-run').count()).toBe(
        await first.sidebar.locator('.past-run').count(),
      );
      await second.look('two 5, undone elsewhere');

      await first.said('Access').click();
      await first.button('Disconnect…').click();
      await first.button('Disconnect').click();
      await first.said('How do you want to connect?').waitFor();
      await first.look('two 6, disconnected');
      await second.button('Preview changes').click();
      await second.button('Connect again…').waitFor();
      await second.look('two 7, disconnected elsewhere');
      await second.comeBack();
      await second.said('How do you want to connect?').waitFor();
      expect(await second.said('Nothing has been sent.').count()).toBe(0);
      await second.look('two 8, back without a connection');
    },
  );
});

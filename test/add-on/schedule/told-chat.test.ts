import {
  type ChatMood,
  GOOGLE_CHAT_ADDRESS,
  SLACK_ADDRESS,
} from '../../../local/apps-script/chats/chat-services';
import type { ServiceCall } from '../../../local/apps-script/runtime';
import { uninstallApp } from '../../../local/store/http/auth/apps';
import { usualApp } from '../../../local/store/http/edge';
import type { Overview, RunSummary } from '../../../src/answers/answers';
import type { ChatView } from '../../../src/answers/chat';
import { APP, answerOfBusyShop, OWNER, TOKEN } from '../../support/add-on';
import {
  COLLEAGUE,
  DAY_MS,
  HOUR_MS,
  HOURLY,
  type Scheduled,
  type ScheduledOptions,
  scheduled,
} from '../../support/scheduled-spreadsheet';

/** Prices are synced every hour, and a chat is told. */
function told(
  options: ScheduledOptions = {},
  { address = SLACK_ADDRESS, tells = 'each' }: { address?: string; tells?: string } = {},
): Scheduled {
  const sheet = scheduled(options);
  sheet.save(HOURLY);
  expect(sheet.call('saveChat', { address, tells })).toMatchObject({ ok: true });
  return sheet;
}

/** Messages after the test one. */
const messagesOf = (sheet: Scheduled) => sheet.shop.chats.messages.slice(1).map(({ text }) => text);

function chatOf(sheet: Scheduled, user = OWNER): ChatView | null {
  const overview = sheet.call<Overview>('getOverview', undefined, user);
  if (!overview.ok) throw new Error(overview.problem.message);
  return overview.value.chat;
}

const PAGE = 'https://docs.google.com/spreadsheets/d/spreadsheet-1/edit';

describe('a chat that is to be told', () => {
  test.each([
    ['Slack', SLACK_ADDRESS],
    ['Google Chat', GOOGLE_CHAT_ADDRESS],
  ])('gets one test message: %s', (service, address) => {
    const sheet = told({}, { address });
    expect(sheet.shop.chats.messages).toEqual([
      {
        chat: service,
        text: `<${PAGE}|${sheet.state.workbook.name}>: This chat is told of scheduled syncs of this spreadsheet from now on.`,
      },
    ]);
    expect(chatOf(sheet)).toEqual({
      service,
      tells: 'each',
      toldAtMs: expect.any(Number),
      trouble: '',
      isOver: false,
    });
  });

  test('has an address that lies with its user, and that no answer holds', () => {
    const sheet = scheduled();
    const answers = [
      sheet.call('saveChat', { address: SLACK_ADDRESS, tells: 'each' }),
      sheet.call('getOverview'),
      sheet.call('saveChat', { tells: 'needed' }),
    ];
    const { userProperties, ...shared } = sheet.state;
    expect(JSON.stringify(userProperties[OWNER])).toContain(SLACK_ADDRESS);
    for (const place of [answers, shared, sheet.interface])
      expect(JSON.stringify(place)).not.toContain('hooks.slack.com');
  });

  test.each([
    ['Slack', SLACK_ADDRESS],
    ['Google Chat', GOOGLE_CHAT_ADDRESS],
  ])('has an address that is not repeated where it was typed in place of a shop’s: %s', (_, address) => {
    const sheet = scheduled();
    const [, host = '', rest = ''] = /^https:\/\/([^/]+)\/(.*)$/.exec(address) ?? [];
    for (const typed of [address, `HTTPS://${host.toUpperCase()}/${rest}`, `“${address}”`]) {
      const refused = sheet.call('saveConnection', { ...TOKEN, shop: typed });
      expect(refused).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
      expect(JSON.stringify(refused)).not.toContain(rest.slice(0, 12));
    }
  });

  test('counts as one request of those that Google allows in a day', () => {
    const sheet = scheduled();
    const used = () =>
      (JSON.parse(sheet.state.userProperties[OWNER]?.['day-use'] ?? '{}') as { urlFetchCalls: number })
        .urlFetchCalls;
    const before = used();
    sheet.call('saveChat', { address: SLACK_ADDRESS, tells: 'each' });
    expect(used()).toBe(before + 1);
  });

  const MOODS: readonly (readonly [ChatMood, string, string])[] = [
    ['gone', 'takes no messages at this address.', 'Make a new incoming webhook there'],
    ['archived', 'takes no messages at this address.', 'Make a new incoming webhook there'],
    ['forbidden', 'takes no messages at this address.', 'Make a new incoming webhook there'],
    ['not-understood', 'takes no messages at this address.', 'Make a new incoming webhook there'],
    ['moved', 'takes no messages at this address.', 'Make a new incoming webhook there'],
    ['other-page', 'takes no messages at this address.', 'Make a new incoming webhook there'],
    ['too-fast', 'takes no messages just now (429).', 'Try again in a minute.'],
    ['error', 'takes no messages just now (50', 'Try again in a minute.'],
    ['hangs', 'did not answer.', 'Try again in a minute.'],
  ];

  test.each(
    MOODS.flatMap(([mood, message, nextStep]) =>
      [['Slack', SLACK_ADDRESS] as const, ['Google Chat', GOOGLE_CHAT_ADDRESS] as const].map(
        ([service, address]) => ({ mood, message, nextStep, service, address }),
      ),
    ),
  )(
    'is not kept where $service answers that it is $mood',
    ({ mood, message, nextStep, service, address }) => {
      const sheet = scheduled();
      sheet.shop.chats.mood = mood;
      const answer = sheet.call('saveChat', { address, tells: 'each' });
      expect(answer).toMatchObject({
        ok: false,
        problem: {
          message: expect.stringContaining(`${service} ${message}`),
          nextStep: expect.stringContaining(nextStep),
        },
      });
      expect(JSON.stringify([answer, sheet.state.userProperties])).not.toMatch(
        /hooks\.slack|chat\.googleapis/,
      );
      expect(chatOf(sheet)).toBeNull();
      expect(sheet.shop.requests.filter(({ url }) => url === address)).toHaveLength(1);
    },
  );

  test.each([
    ['an address of another service', { address: 'https://evil.example/services/T0/B0/x', tells: 'each' }],
    ['another time', { address: SLACK_ADDRESS, tells: 'always' }],
    ['no time', { address: SLACK_ADDRESS }],
    ['nothing', undefined],
  ])('is refused with %s, and nothing is sent', (_, choice) => {
    const sheet = scheduled();
    const before = sheet.shop.requests.length;
    expect(sheet.call('saveChat', choice)).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
    expect(sheet.shop.requests).toHaveLength(before);
    expect(chatOf(sheet)).toBeNull();
  });

  test('that is refused leaves the chat that was told before', () => {
    const sheet = told();
    sheet.shop.chats.mood = 'gone';
    sheet.call('saveChat', { address: GOOGLE_CHAT_ADDRESS, tells: 'each' });
    expect(chatOf(sheet)?.service).toBe('Slack');
  });

  test('is told nothing once that is ended', () => {
    const sheet = told();
    expect(sheet.call('saveChat', null)).toEqual({ ok: true, value: null });
    sheet.price('11.00');
    sheet.pass(2 * HOUR_MS);
    expect(messagesOf(sheet)).toEqual([]);
    expect(JSON.stringify(sheet.state.userProperties)).not.toContain('hooks.slack.com');
  });

  test('is forgotten with the access', () => {
    const sheet = told();
    sheet.call('disconnect', {});
    expect(JSON.stringify(sheet.state.userProperties)).not.toContain('hooks.slack.com');
    expect(chatOf(sheet)).toBeNull();
  });

  test('of another spreadsheet is forgotten too, where the access ends everywhere', () => {
    const first = told();
    const second = told({ beside: first });
    second.call('disconnect', { everywhere: true });
    expect(JSON.stringify(first.state.userProperties)).not.toContain('hooks.slack.com');
  });
});

describe('a run of the clock', () => {
  test('is told once, with counts and a link to the row that waits, and without prices', () => {
    const sheet = told();
    sheet.price('5.00', '11.00');
    sheet.pass(4 * HOUR_MS);
    expect(messagesOf(sheet)).toEqual([
      `<${PAGE}|${sheet.state.workbook.name}>: 1 row updated, 1 row held.\n` +
        'A change looks like a mistake and is held. Open the sidebar to confirm them, or change the cells.\n' +
        `<${PAGE}#gid=7&amp;range=A2|Prices, row 2>`,
    ]);
    expect(messagesOf(sheet).join()).not.toMatch(/SKU-1|5\.00|10\.00|11\.00/);
    expect(chatOf(sheet)?.toldAtMs).toBeGreaterThan(sheet.clock.now() - 4 * HOUR_MS);
  });

  test('is not told where nothing had changed', () => {
    const sheet = told();
    sheet.pass(5 * HOUR_MS);
    expect(sheet.view()?.last?.says).toBe('nothing had changed');
    expect(messagesOf(sheet)).toEqual([]);
  });

  test('is told again of what waits after a day, and at once where more waits', () => {
    const sheet = told();
    sheet.price('5.00');
    sheet.pass(20 * HOUR_MS);
    expect(messagesOf(sheet)).toHaveLength(1);
    sheet.price('5.00', '4.00');
    sheet.pass(2 * HOUR_MS);
    expect(messagesOf(sheet)).toHaveLength(2);
    sheet.pass(26 * HOUR_MS);
    expect(messagesOf(sheet).length).toBeGreaterThan(2);
    expect(messagesOf(sheet).length).toBeLessThan(6);
  });

  test('is told only where a person is needed, if that is all that they want to know', () => {
    const sheet = told({}, { tells: 'needed' });
    sheet.price('11.00');
    sheet.pass(3 * HOUR_MS);
    expect(sheet.prices()[0]).toBe('11.00');
    expect(messagesOf(sheet)).toEqual([]);
    sheet.price('5.00', '11.00');
    sheet.pass(6 * HOUR_MS);
    expect(messagesOf(sheet)).toEqual([expect.stringContaining('is held. Open the sidebar')]);
    sheet.pass(2 * DAY_MS);
    expect(messagesOf(sheet)).toHaveLength(3);
  });

  test('that paused is told of once, when it has come to its end', () => {
    const sheet = told({ products: 100 });
    sheet.price(...Array<string>(15).fill('11.00'), ...Array<string>(85).fill('10.00'));
    sheet.shop.interfere = (request) =>
      request.url === SLACK_ADDRESS
        ? undefined
        : { ...answerOfBusyShop(sheet.shop, request), tookMs: 50_000 };
    sheet.advanceTo(sheet.nextTriggerMs() ?? 0);
    expect(sheet.lastRun()).toMatchObject({ outcome: 'paused' });
    expect(messagesOf(sheet)).toEqual([]);
    sheet.pass(3 * HOUR_MS);
    expect(sheet.lastRun()?.outcome).toBe('finished');
    expect(messagesOf(sheet)).toEqual([expect.stringContaining(': 15 rows updated')]);
  });

  test('that a person began and the clock ended is told', () => {
    const sheet = told({ products: 100 });
    sheet.save(null);
    sheet.price(...Array<string>(60).fill('11.00'), ...Array<string>(40).fill('10.00'));
    sheet.shop.interfere = (request) => ({ ...answerOfBusyShop(sheet.shop, request), tookMs: 50_000 });
    expect(sheet.call('startSync', {})).toMatchObject({ value: { outcome: 'paused', problem: null } });
    sheet.shop.interfere = () => undefined;
    sheet.pass(HOUR_MS);
    expect(sheet.lastRun()?.outcome).toBe('finished');
    expect(messagesOf(sheet)).toEqual([expect.stringContaining(': 60 rows updated')]);
  });

  test.each([
    ['with a schedule', HOURLY],
    ['without one', null],
  ])('that ended an undo says so, %s', (_, schedule) => {
    const sheet = told({ products: 300 });
    sheet.price(...Array<string>(300).fill('11.00'));
    sheet.call('previewSync');
    const ran = sheet.call<RunSummary>('startSync', {});
    const run = ran.ok ? ran.value.run : null;
    sheet.save(schedule);
    sheet.shop.interfere = (request) => {
      const isSent = /mutation/.test(String(request.body));
      return { ...sheet.shop.store.send(request), tookMs: isSent ? 59_000 : 55_000 };
    };
    expect(sheet.call('undoRun', { run })).toMatchObject({ value: { outcome: 'paused', problem: null } });
    sheet.shop.interfere = () => undefined;
    while (sheet.lastRun()?.outcome === 'paused') sheet.pass(HOUR_MS / 60);
    expect(sheet.prices()[0]).toBe('10.00');
    expect(messagesOf(sheet)[0]).toMatch(new RegExp(`>: \\d+ rows updated\\. Undo of run ${run}\\.$`));
  });

  test('is told once where Google calls twice, and the second comes while the chat is asked', () => {
    const sheet = told();
    sheet.price('5.00', '11.00');
    const triggerUid = sheet.state.triggers[0]?.id;
    let isSecondDue = true;
    sheet.shop.interfere = ({ url }) => {
      if (url !== SLACK_ADDRESS || !isSecondDue) return undefined;
      isSecondDue = false;
      sheet.run('onScheduledSync', [{ triggerUid }], { user: OWNER, kind: 'trigger' });
      return undefined;
    };
    sheet.advanceTo((sheet.nextTriggerMs() ?? 0) + 1);
    expect(isSecondDue).toBe(false);
    expect(messagesOf(sheet)).toEqual([expect.stringContaining(': 1 row updated, 1 row held.')]);
  });

  test('that refreshed cells is told', () => {
    const sheet = told();
    sheet.call('saveSettings', { refreshOnSchedule: ['prices'] });
    const [product] = sheet.shop.store.dump().products;
    sheet.shop.store.execute({
      query: `mutation ($product: ID!, $variant: ID!) {
        productVariantsBulkUpdate(productId: $product, variants: [{ id: $variant, price: "12.00" }]) { userErrors { message } }
      }`,
      variables: { product: product?.id, variant: product?.variants[0]?.id },
    });
    sheet.pass(3 * HOUR_MS);
    expect(messagesOf(sheet)).toEqual([expect.stringContaining('1 cell took Shopify’s value.')]);
  });

  test.each(['each', 'needed'])('without access is told once a day (%s)', (tells) => {
    const sheet = told({ typed: APP }, { tells });
    uninstallApp(sheet.shop.store.edge.apps, usualApp.clientId);
    sheet.pass(20 * HOUR_MS);
    expect(messagesOf(sheet)).toEqual([
      expect.stringMatching(
        /: skipped: The app is not installed in this store\.\nIn the Dev Dashboard open the app/,
      ),
    ]);
    sheet.pass(DAY_MS);
    expect(messagesOf(sheet)).toHaveLength(2);
  });

  test.each(['each', 'needed'])(
    'that lost its access again after it came back is told again (%s)',
    (tells) => {
      const sheet = told({}, { tells });
      const revoke = (revoked: boolean) => {
        for (const token of sheet.shop.store.edge.apps.accessTokens) token.revoked = revoked;
      };
      for (const times of [1, 2, 3]) {
        revoke(true);
        expect(sheet.mails(sheet.pass(2 * HOUR_MS))).toHaveLength(1);
        expect(messagesOf(sheet)).toHaveLength(times);
        revoke(false);
        expect(sheet.mails(sheet.pass(2 * HOUR_MS))).toEqual([]);
      }
      expect(new Set(messagesOf(sheet)).size).toBe(1);
    },
  );

  test('that Google does not let into its spreadsheet is told, without a name that it cannot know', () => {
    const sheet = told();
    sheet.state.refusedScopes = ['https://www.googleapis.com/auth/spreadsheets.currentonly'];
    sheet.pass(3 * HOUR_MS);
    sheet.state.refusedScopes = [];
    expect(messagesOf(sheet)).toEqual([
      expect.stringMatching(
        /^<https:\/\/docs\.google\.com\/spreadsheets\/d\/spreadsheet-1\/edit\|Sync to Shopify>: skipped: Google wants you to allow/,
      ),
    ]);
  });

  test('is told in the language of the spreadsheet', () => {
    const sheet = told();
    sheet.call('saveSettings', { language: 'de' });
    sheet.price('5.00', '11.00');
    sheet.pass(2 * HOUR_MS);
    const [message = ''] = messagesOf(sheet);
    expect(message).toContain('1 Zeile');
    expect(message).toContain('Zeile 2');
    expect(message).not.toMatch(/\b(row|held|updated|change|sidebar)\b/);
  });

  test('is not told of what a person does', () => {
    const sheet = told();
    sheet.price('11.00');
    sheet.call('previewSync');
    sheet.call('startSync', {});
    sheet.run('syncNow');
    expect(messagesOf(sheet)).toEqual([]);
  });
});

describe('a chat that does not answer as it should', () => {
  /** What a run leaves behind, apart from what is kept of the chat and counted. */
  function leftBy(mood: ChatMood | undefined) {
    const sheet = scheduled();
    sheet.save(HOURLY);
    if (mood) {
      sheet.call('saveChat', { address: SLACK_ADDRESS, tells: 'each' });
      sheet.shop.chats.mood = mood;
    }
    sheet.price('5.00', '11.00');
    const results = sheet.advanceTo((sheet.nextTriggerMs() ?? 0) + 1);
    const rows = sheet.state.workbook.sheets.find(({ name }) => name === 'Prices')?.rows ?? [];
    return {
      sheet,
      left: {
        mails: sheet.mails(results),
        prices: sheet.prices(),
        says: sheet.view()?.last?.says,
        statuses: rows.map((row) => row.slice(2, 4)),
        outcomes: results.map(({ outcome }) => outcome),
      },
      tookMs: results[0]?.tookMs ?? 0,
    };
  }
  const { left: undisturbed, tookMs: usual } = leftBy(undefined);

  test.each<[ChatMood, string]>([
    ['hangs', 'Slack did not answer.'],
    ['error', 'Slack takes no messages just now (500).'],
    ['too-fast', 'Slack takes no messages just now (429).'],
    ['moved', 'Slack takes no messages at this address.'],
    ['other-page', 'Slack takes no messages at this address.'],
    ['not-understood', 'Slack takes no messages at this address.'],
    ['gone', 'Slack takes no messages at this address.'],
  ])(
    '(%s) changes nothing of the run, is asked once, and the sidebar says why it was not told',
    (mood, trouble) => {
      const { sheet, left, tookMs } = leftBy(mood);
      expect(left).toEqual(undisturbed);
      expect(tookMs - usual).toBeLessThan(15_000);
      expect(sheet.shop.requests.filter(({ url }) => url === SLACK_ADDRESS)).toHaveLength(2);
      expect(chatOf(sheet)).toMatchObject({ trouble, isOver: mood === 'gone' });
    },
  );

  test('is tried again after the next run', () => {
    const { sheet } = leftBy('error');
    sheet.shop.chats.mood = 'ok';
    sheet.pass(2 * HOUR_MS);
    expect(messagesOf(sheet)).toEqual([expect.stringContaining('1 row held')]);
    expect(chatOf(sheet)).toMatchObject({ trouble: '' });
  });

  test.each<ChatMood>(['gone', 'archived', 'forbidden'])(
    '(%s) is told nothing more until an address is saved again',
    (mood) => {
      const { sheet } = leftBy(mood);
      sheet.shop.chats.mood = 'ok';
      sheet.price('5.00', '12.00');
      sheet.pass(3 * HOUR_MS);
      expect(messagesOf(sheet)).toEqual([]);
      expect(chatOf(sheet)).toMatchObject({ isOver: true });
      sheet.call('saveChat', { address: SLACK_ADDRESS, tells: 'each' });
      sheet.price('5.00', '13.00');
      sheet.pass(2 * HOUR_MS);
      expect(messagesOf(sheet)).toHaveLength(2);
    },
  );

  /** Something happens right after the run was recorded, before the chat is told. */
  function afterRecord(happens: (sheet: Scheduled) => void): Scheduled {
    let sheet: Scheduled | undefined;
    let isDue = false;
    const gate = ({ service, method, args }: ServiceCall) => {
      if (!isDue || service !== 'Properties' || !method.startsWith('set')) return;
      if (!JSON.stringify(args).includes('schedule-ticks')) return;
      isDue = false;
      if (sheet) happens(sheet);
    };
    sheet = told({ runtime: { gate } });
    sheet.price('11.00');
    isDue = true;
    sheet.advanceTo((sheet.nextTriggerMs() ?? 0) + 1);
    expect(isDue).toBe(false);
    expect(sheet.prices()[0]).toBe('11.00');
    expect(sheet.view()?.last?.says).toBe('1 row updated');
    expect(messagesOf(sheet)).toEqual([]);
    return sheet;
  }

  test('is not asked where the execution has no time left for it, and the sidebar says so', () => {
    const sheet = afterRecord(({ clock }) => clock.advance(5.7 * 60_000));
    expect(chatOf(sheet)?.trouble).toBe('Time was nearly up after the last run, so the chat was not told.');
  });

  test('is not asked where Google’s requests of the day are used up, and the sidebar says so', () => {
    const sheet = afterRecord(({ clock, state }) => {
      const use = { sinceMs: clock.now(), urlFetchCalls: 19_500, propertyCalls: 0, clockMs: 0 };
      Object.assign(state.userProperties[OWNER]!, { 'day-use': JSON.stringify(use) });
      // What the execution read just before is known to it for some seconds.
      clock.advance(6_000);
    });
    expect(chatOf(sheet)?.trouble).toMatch(/^Google allows this account 20,000 requests a day/);
  });
});

describe('a colleague', () => {
  const shared = () => {
    const sheet = told({ typed: { ...TOKEN, connectedBy: 'Anna' } });
    sheet.connect({ ...TOKEN, connectedBy: 'Bob' }, COLLEAGUE);
    return sheet;
  };

  test('neither sees nor changes whom the owner of the schedule has told', () => {
    const sheet = shared();
    expect(chatOf(sheet, COLLEAGUE)).toBeNull();
    expect(sheet.call('saveChat', { address: GOOGLE_CHAT_ADDRESS, tells: 'each' }, COLLEAGUE)).toMatchObject({
      ok: false,
      problem: { message: 'Anna already has a schedule for this spreadsheet.' },
    });
    sheet.call('saveChat', null, COLLEAGUE);
    expect(chatOf(sheet)).toMatchObject({ service: 'Slack' });
    expect(sheet.shop.chats.messages).toHaveLength(1);
  });

  test('who takes the schedule over has no chat told until they choose one', () => {
    const sheet = shared();
    sheet.takeOver(COLLEAGUE);
    sheet.price('11.00');
    sheet.pass(2 * HOUR_MS);
    expect(sheet.prices()[0]).toBe('11.00');
    expect(messagesOf(sheet)).toEqual([]);
    sheet.call('saveChat', { address: GOOGLE_CHAT_ADDRESS, tells: 'each' }, COLLEAGUE);
    sheet.price('12.00');
    sheet.pass(2 * HOUR_MS);
    expect(sheet.shop.chats.messages.map(({ chat }) => chat)).toEqual([
      'Slack',
      'Google Chat',
      'Google Chat',
    ]);
  });
});

test('a copy of the spreadsheet has no chat told', () => {
  const sheet = told();
  Object.assign(sheet.state.workbook, { id: 'a-copy' });
  expect(chatOf(sheet)).toBeNull();
});

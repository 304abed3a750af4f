import { fakeAccessToken } from '../../local/store/embedded-store';
import { usualApp } from '../../local/store/http/edge';
import { sampleOf, testInFull } from '../support/sampled';
import { connectWithApp, connectWithToken, openWorkbench } from './open-workbench';

const CONNECTED = /Connected to embedded-store · EUR · 0 products · 1 location$/;

describe('a person who connects', () => {
  test('with a permanent token goes from an empty sidebar to a connected one', async () => {
    const bench = await openWorkbench();
    const { sidebar, keep } = bench;
    await sidebar.getByText('How do you want to connect?').waitFor();
    await keep('01-empty');
    await sidebar.getByLabel('A token that begins with shpat_').check();
    await sidebar.getByText('Where do I find it?').click();
    await keep('02-token-form');
    await connectWithToken(bench);
    await sidebar.getByRole('heading', { name: CONNECTED }).waitFor();
    await sidebar.getByText('Nothing has been sent.').waitFor();
    await sidebar.getByRole('button', { name: 'Preview changes' }).waitFor();
    await keep('03-connected');
  });

  testInFull('with an app of their own follows the steps in Shopify', async () => {
    const bench = await openWorkbench();
    const { sidebar, keep, page } = bench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await sidebar.getByLabel('An app of my own').check();
    await sidebar.getByRole('button', { name: 'Copy access scopes' }).click();
    await sidebar.getByText('Copied').waitFor();
    const copied = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toBe(
      'read_products,write_products,read_inventory,write_inventory,read_locations,read_publications,write_publications',
    );
    await keep('04-app-form');
    await connectWithApp(bench);
    await sidebar.getByRole('heading', { name: CONNECTED }).waitFor();
    await sidebar.getByText('Access', { exact: true }).click();
    await sidebar.getByText('Runs out').waitFor();
    await sidebar.getByText('access scopes granted').click();
    await sidebar.getByLabel('Access scopes that are used').waitFor();
    await keep('05-access');
  });

  test('with an app of another organisation says yes on Shopify’s page', async () => {
    const { sidebar, keep, page } = await openWorkbench();
    await sidebar.getByLabel('An app that somebody else made').check();
    await sidebar.getByText('https://script.google.com/macros/d/local-script/usercallback').waitFor();
    await sidebar.getByLabel('Client ID').fill(usualApp.clientId);
    await sidebar.getByLabel('Client secret').fill(usualApp.clientSecret);
    await sidebar.getByLabel('Shop address').fill('https://admin.shopify.com/store/embedded-store/products');
    await keep('06-permission-form');
    const [permission] = await Promise.all([
      page.context().waitForEvent('page'),
      sidebar.getByRole('button', { name: 'Open Shopify’s permission page' }).click(),
    ]);
    await sidebar.getByText('Waiting for your answer in Shopify').waitFor();
    await keep('07-waiting-for-permission');
    await permission.getByRole('button', { name: 'Install' }).click();
    await permission.getByText('Connected to embedded-store.').waitFor();
    await permission.close();
    await sidebar.getByRole('heading', { name: CONNECTED }).waitFor();
  });

  testInFull('who does not know how is asked what they have, and led into their own admin', async () => {
    const { sidebar, keep } = await openWorkbench();
    await sidebar.getByText('Nothing is sent before you have seen it.').waitFor();
    await sidebar.getByLabel('I don’t know').check();
    for (const _ of [1, 2, 3]) await sidebar.getByRole('button', { name: 'No', exact: true }).click();
    await sidebar.getByText('Then ask the store’s owner').waitFor();
    await sidebar.getByRole('button', { name: 'Ask me again' }).click();
    await keep('14-does-not-know');
    await sidebar.getByRole('button', { name: 'No', exact: true }).click();
    await sidebar.getByRole('button', { name: 'No', exact: true }).click();
    await sidebar.getByRole('button', { name: 'Yes', exact: true }).click();
    expect(await sidebar.getByLabel('An app of my own').isChecked()).toBe(true);
    expect(await sidebar.getByRole('link', { name: 'Settings ▸ Apps' }).count()).toBe(0);
    await sidebar.getByLabel('Shop address').fill('https://admin.shopify.com/store/acme/products');
    const link = sidebar.getByRole('link', { name: 'Settings ▸ Apps' });
    expect(await link.getAttribute('href')).toBe('https://acme.myshopify.com/admin/settings/apps');
    await sidebar.getByLabel('Shop address').fill('javascript:alert(1)//.myshopify.com');
    expect(await sidebar.getByRole('link', { name: 'Settings ▸ Apps' }).count()).toBe(0);
    await keep('15-led-there');
  });

  testInFull('with the keyboard alone', async () => {
    const { sidebar, page } = await openWorkbench();
    await sidebar.getByLabel('A token that begins with shpat_').focus();
    await page.keyboard.press('Space');
    const next = async (name: string, text: string) => {
      for (let steps = 0; steps < 12; steps += 1) {
        await page.keyboard.press('Tab');
        const focused = sidebar.locator(':focus');
        if ((await focused.count()) > 0 && (await focused.getAttribute('name')) === name) break;
      }
      expect(await sidebar.locator(':focus').getAttribute('name')).toBe(name);
      await page.keyboard.type(text);
    };
    await next('shop', 'embedded-store');
    await next('accessToken', fakeAccessToken);
    await next('connectedBy', 'Anna');
    await page.keyboard.press('Enter');
    await sidebar.getByRole('heading', { name: CONNECTED }).waitFor();
    // The heading that took the form's place has the focus, so nobody is thrown back to the top of the page.
    expect(await sidebar.locator(':focus').textContent()).toMatch(CONNECTED);
    await page.keyboard.press('Tab');
    expect(await sidebar.locator(':focus').evaluate((element) => element.tagName)).toBe('INPUT');
  });
});

describe('a person who mistypes', () => {
  test.each(
    sampleOf(
      [
        [
          'a wrong secret',
          { ...usualApp, clientSecret: 'shpss_fake_wrong' },
          'embedded-store',
          /does not know this client ID with this client secret/,
        ],
        [
          'a shop that does not exist',
          usualApp,
          'nobody-here',
          /There is no store at nobody-here\.myshopify\.com/,
        ],
        ['a custom domain', usualApp, 'www.acme.example', /is not a shop's myshopify\.com address/],
        [
          'an access token as the secret',
          { ...usualApp, clientSecret: 'shpat_fake' },
          'embedded-store',
          /an access token, not a client secret/,
        ],
      ] as const,
      2,
    ),
  )('%s is told what it is, and keeps what was typed', async (name, app, shop, message) => {
    const bench = await openWorkbench();
    await connectWithApp(bench, app, shop);
    const { sidebar, keep } = bench;
    await sidebar.getByRole('alert').getByText(message).waitFor();
    expect(await sidebar.getByLabel('Shop address').inputValue()).toBe(shop);
    expect(await sidebar.getByLabel('Client ID').inputValue()).toBe(app.clientId);
    await keep(`08-${name.replaceAll(' ', '-')}`);
  });
});

describe('an app that lacks access scopes', () => {
  test('is named with where to add them, and looked at again', async () => {
    const little = { clientId: 'little-client', clientSecret: 'shpss_fake_little' };
    const bench = await openWorkbench({ apps: [{ ...little, scopes: ['write_products', 'read_orders'] }] });
    await connectWithApp(bench, little);
    const { sidebar, keep } = bench;
    await sidebar.getByText('Your app lacks access scopes').waitFor();
    await sidebar.getByText('write_inventory').first().waitFor();
    await keep('09-missing-scopes');
    await sidebar.getByText('Access', { exact: true }).click();
    await sidebar.getByText(/access scopes? granted/).click();
    const rows = (name: string) =>
      sidebar.getByRole('list', { name, exact: true }).locator('li').allTextContents();
    expect(await rows('Access scopes that are used')).toEqual([
      '✓ read_products',
      '✓ write_products',
      '✗ read_inventory not given',
      '✗ write_inventory missing',
      '✗ read_locations missing',
      '✗ read_publications not given',
      '✗ write_publications not given',
    ]);
    expect(await rows('Access scopes that are not used')).toEqual(['read_orders']);
    await keep('16-scopes');
    const app = bench.bench.store.edge.apps.registered.find(({ clientId }) => clientId === 'little-client')!;
    app.scopes = ['write_products', 'write_inventory', 'read_locations'];
    await sidebar.getByRole('button', { name: 'Check again' }).click();
    await sidebar.getByText('Your app lacks access scopes').waitFor({ state: 'detached' });
  });
});

describe('the sidebar of somebody without access', () => {
  test('says who connected the spreadsheet, and warns where a second connection may end the first', async () => {
    const bench = await openWorkbench({}, ({ callFromSidebar, sitDown, comeBack, store }) => {
      const started = callFromSidebar('startAuthorization', [
        { method: 'authorization-code', shop: store.shop, connectedBy: 'Anna', ...usualApp },
      ]);
      const { url } = (started as { value: { value: { url: string } } }).value.value;
      const back = store.send({ method: 'GET', url, headers: {}, body: '' });
      comeBack(Object.fromEntries(new URL('headers' in back ? back.headers.Location! : '').searchParams));
      callFromSidebar('getOverview', []);
      sitDown('colleague@example.com');
    });
    const { sidebar, keep } = bench;
    await sidebar.getByText('Connected by Anna').waitFor();
    await sidebar.getByText('Your edits go out with Anna’s next run.').waitFor();
    await sidebar.getByText('Take another app than Anna’s.').waitFor();
    await keep('10-colleague');
    await sidebar.getByRole('button', { name: 'Connect with your own access…' }).click();
    await connectWithToken(bench);
    await sidebar.getByRole('heading', { name: CONNECTED }).waitFor();
  });

  testInFull('says of a copy that it starts disconnected', async () => {
    const { sidebar, keep } = await openWorkbench({}, ({ callFromSidebar, runtime, store }) => {
      callFromSidebar('saveConnection', [
        { method: 'permanent-token', shop: store.shop, accessToken: fakeAccessToken },
      ]);
      Object.assign(runtime.state.workbook, { id: 'a-copy' });
    });
    await sidebar.getByText('This spreadsheet is a copy').waitFor();
    await sidebar.getByText('Connect your store').waitFor();
    await keep('11-copy');
  });

  testInFull('waits visibly until Google answers', async () => {
    let letThrough = (): void => undefined;
    const { sidebar, keep } = await openWorkbench({}, (_bench, page) =>
      page.route('**/call', async (route) => {
        await new Promise<void>((resolve) => {
          letThrough = resolve;
        });
        await route.continue();
      }),
    );
    await sidebar.getByText('Looking at this spreadsheet…').waitFor();
    await keep('12-opening');
    letThrough();
    await sidebar.getByText('Connect your store').waitFor();
  });

  testInFull('names the trouble of several Google accounts, and can be tried again', async () => {
    let isMixedUp = true;
    const { sidebar, keep } = await openWorkbench({}, (_bench, page) =>
      page.route('**/call', (route) =>
        isMixedUp
          ? route.fulfill({
              json: {
                ok: false,
                error: {
                  name: 'ScriptError',
                  message:
                    "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
                },
              },
            })
          : route.continue(),
      ),
    );
    await sidebar.getByText('Google mixed up your accounts').waitFor();
    await keep('13-several-accounts');
    isMixedUp = false;
    await sidebar.getByRole('button', { name: 'Try again' }).click();
    await sidebar.getByText('Connect your store').waitFor();
  });
});

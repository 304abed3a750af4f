import { findApp } from '../../../local/store/http/auth/apps';
import type { Answer, ConnectionView } from '../../../src/answers/answers';
import { APP, shopify, spreadsheet } from '../../support/add-on';

const APP_WITH_LITTLE = { clientId: 'little-client', clientSecret: 'shpss_fake_little' } as const;
const ALL = ['write_products', 'write_inventory', 'read_locations'];

function viewOf(answer: Answer<unknown>): ConnectionView {
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value as ConnectionView;
}

describe('an app that lacks access scopes', () => {
  function little() {
    const shop = shopify({ apps: [{ ...APP_WITH_LITTLE, scopes: ['read_products'] }] });
    const sheet = spreadsheet(shop, {}, shop);
    const view = viewOf(sheet.connect({ ...APP, ...APP_WITH_LITTLE }));
    return { shop, sheet, view, app: findApp(shop.store.edge.apps, APP_WITH_LITTLE.clientId)! };
  }

  test('is connected all the same, and what it lacks is named', () => {
    expect(little().view).toMatchObject({
      grantedScopes: ['read_products'],
      missingScopes: ALL,
      productCount: 0,
      locationCount: 0,
    });
  });

  test('is looked at with a fresh token once they were added, because the old one does not have them', () => {
    const { sheet, app } = little();
    app.scopes = ALL;
    expect(viewOf(sheet.call('testConnection')).missingScopes).toEqual([]);
  });

  test('keeps its token when the network fails meanwhile', () => {
    const { shop, sheet, view } = little();
    shop.interfere = () => ({ failure: 'timeout', tookMs: 60_000 });
    expect(sheet.call('testConnection').ok).toBe(false);
    shop.interfere = () => undefined;
    const overview = sheet.call<{ readonly connection: ConnectionView }>('getOverview');
    expect(overview.ok && overview.value.connection).toEqual(view);
  });
});

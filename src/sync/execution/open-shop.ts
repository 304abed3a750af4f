import type { FieldGroup } from '../../catalog/columns/column';
import type { ShopFacts } from '../../plan/model/snapshot';
import { credentialsIn } from '../../ports/credential';
import { fail, type Result, succeed } from '../../ports/problem';
import type { NextRead, StoreReader } from '../../ports/store';
import { openConnection } from '../connection/connect';
import { noteKnownShop } from '../connection/known-shop';
import type { Services } from '../ground/services';

export interface OpenShop<OwnStore extends StoreReader> {
  readonly store: OwnStore;
  readonly shop: ShopFacts;
}

/** Opens the store, if its app may do what these groups need. */
export function openShop<OwnStore extends StoreReader>(
  services: Services<OwnStore>,
  groups: readonly FieldGroup[],
  next?: NextRead,
): Result<OpenShop<OwnStore>> {
  const access = openConnection(services);
  if (!access.ok) return access;
  const store = services.shopify.openStore(
    access.value,
    credentialsIn(services.secrets, access.value.secretKey),
  );
  const shop = store.fetchShop(access.value.facts.accessScopes, next);
  if (!shop.ok) return shop;
  noteKnownShop(services, access.value, shop.value);
  const missing = [...new Set(groups.flatMap((group) => shop.value.missingScopes[group]))];
  if (missing.length > 0) {
    return fail(
      'missing-scope',
      `The app in Shopify lacks ${missing.length === 1 ? 'the access scope' : 'the access scopes'} ${missing.join(', ')}.`,
      'Add them to the app in Shopify, install it again, and test the connection in the sidebar.',
    );
  }
  return succeed({ store, shop: shop.value });
}

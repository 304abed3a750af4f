import { gidNumber } from '../../shop/state/ids';
import type { Location } from '../../shop/state/inventory';
import { boolean, id, type SearchFields, text, time, word } from './search-fields';

const given = (value: string | null): readonly string[] => (value === null ? [] : [value]);

/** The filters of `locations(query:)` in the schema's description. */
export const locationFields: SearchFields<Location> = {
  active: boolean(({ isActive }) => [String(isActive)]),
  address1: text(({ address }) => given(address.address1), { isDefault: true }),
  address2: text(({ address }) => given(address.address2)),
  city: text(({ address }) => given(address.city), { isDefault: true }),
  country: word(({ address }) => [address.countryCode]),
  created_at: time(({ createdAt }) => [createdAt]),
  id: id((location) => [gidNumber(location.id)]),
  legacy: boolean(() => ['false']),
  location_id: id((location) => [gidNumber(location.id)]),
  name: text(({ name }) => [name], { isDefault: true }),
  province: word(({ address }) => given(address.provinceCode)),
  zip: word(({ address }) => given(address.zip)),
};

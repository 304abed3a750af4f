import type { EmbeddedStore } from '../../../../../local/store/store-types';
import type { Contract, Json } from '../recordings';
import { knownThings } from './known-things';
import { seedBulkOperations } from './seed-bulk-operations';
import { seedCollections } from './seed-collections';
import { seedFiles } from './seed-files';
import { seedLevels } from './seed-levels';
import { seedMetafields } from './seed-metafields';
import { seedPriceLists } from './seed-price-lists';
import { seedProducts } from './seed-products';
import { seedDefinitions, seedLocations, seedPublications } from './seed-shop-records';

/**
 * Gives the store what a scenario starts from, under the recorded ids. Levels have ids of their own form: answers
 * the recorded ones and ours, in the same order.
 */
export function seedFrom(contract: Contract, store: EmbeddedStore): [Json, Json] {
  const things = knownThings(contract);
  seedLocations(contract, things, store);
  seedPublications(contract, things, store);
  seedFiles(contract, things, store);
  seedProducts(contract, things, store);
  const levels = seedLevels(contract, things, store);
  seedCollections(contract, things, store);
  seedDefinitions(contract, things, store);
  seedMetafields(contract, things, store);
  seedBulkOperations(contract, things, store);
  seedPriceLists(contract, things, store);
  return [levels.map(([recorded]) => recorded), levels.map(([, ours]) => ours)];
}

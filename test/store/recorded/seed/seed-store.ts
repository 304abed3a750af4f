import type { EmbeddedStore } from '../../../../local/store/embedded-store';
import type { Contract } from '../recordings';
import { knownThings } from './known-things';
import { seedCollections, seedDefinitions, seedLocations, seedPublications } from './seed-shop-records';
import { seedLevels, seedProducts } from './seed-products';

/** Gives the store what a scenario starts from, under the recorded ids. */
export function seedFrom(contract: Contract, store: EmbeddedStore): void {
  const things = knownThings(contract);
  seedLocations(contract, things, store);
  seedPublications(contract, things, store);
  seedProducts(contract, things, store);
  seedLevels(contract, things, store);
  seedCollections(things, store);
  seedDefinitions(things, store);
}

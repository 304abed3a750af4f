import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { matchesQuery } from '../simple-search';
import { gidNumber } from '../state/ids';
import { type QuantityName, quantityNames, storedQuantityNames } from '../state/inventory';
import { primaryLocation } from '../state/lookups';

export const inventoryItem = (args: { id: string }, { state }: ExecutionContext) =>
  state.inventoryItems.get(args.id) ?? null;

export const inventoryItems = (args: PageArgs & { query?: string | null }, { state }: ExecutionContext) =>
  connection(
    state.inventoryItems
      .all()
      .filter((item) =>
        matchesQuery(args.query, { id: [gidNumber(item.id)], sku: item.sku === null ? [] : [item.sku] }),
      ),
    args,
  );

/** Inactive levels are found by id too (recorded). */
export const inventoryLevel = (args: { id: string }, { state }: ExecutionContext) =>
  state.inventoryLevels.get(args.id) ?? null;

/** Without an id: the primary location. */
export const location = (args: { id?: string | null }, { state }: ExecutionContext) =>
  (args.id ? state.locations.get(args.id) : primaryLocation(state)) ?? null;

interface LocationsArgs extends PageArgs {
  readonly includeInactive?: boolean | null;
  readonly query?: string | null;
}

export const locations = (args: LocationsArgs, { state }: ExecutionContext) =>
  connection(
    state.locations
      .all()
      .filter((one) => one.isActive || args.includeInactive)
      .filter((one) => matchesQuery(args.query, { name: [one.name], id: [gidNumber(one.id)] })),
    args,
  );

const onHandStates = storedQuantityNames.filter((name) => name !== 'incoming');

/** Recorded; `isInUse` is what a new shop answers. */
const inUse: readonly QuantityName[] = ['available', 'committed', 'on_hand', 'reserved'];

export const inventoryProperties = () => ({
  quantityNames: quantityNames.map((name) => ({
    name,
    displayName: name.charAt(0).toUpperCase() + name.slice(1).replace('_', ' '),
    isInUse: inUse.includes(name),
    belongsTo: (onHandStates as readonly QuantityName[]).includes(name) ? ['on_hand'] : [],
    comprises: name === 'on_hand' ? onHandStates : [],
  })),
});

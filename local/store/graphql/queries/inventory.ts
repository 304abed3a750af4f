import type { GraphQLResolveInfo } from 'graphql';
import { type QuantityName, quantityNames, storedQuantityNames } from '../../shop/state/inventory';
import { primaryLocation } from '../../shop/state/lookups';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { inventoryItemFields } from '../search/inventory-item-fields';
import { locationFields } from '../search/location-fields';
import { searchRows } from '../search/search-rows';

export const inventoryItem = (args: { id: string }, { state }: ExecutionContext) =>
  state.inventoryItems.get(args.id) ?? null;

export const inventoryItems = (
  args: PageArgs & { query?: string | null },
  context: ExecutionContext,
  info: GraphQLResolveInfo,
) =>
  connection(
    searchRows(context.state.inventoryItems.all(), args.query, inventoryItemFields, context, info),
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

export const locations = (args: LocationsArgs, context: ExecutionContext, info: GraphQLResolveInfo) => {
  const shown = context.state.locations.all().filter((one) => one.isActive || args.includeInactive);
  return connection(searchRows(shown, args.query, locationFields, context, info), args);
};

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

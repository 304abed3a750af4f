import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import type { Location, LocationAddress } from '../../state/inventory';
import { activeLocations, levelAt } from '../../state/lookups';
import { moveStock } from '../../writes/move-stock';

interface LocationInput {
  readonly name?: string | null;
  readonly address?: Partial<LocationAddress> | null;
  readonly fulfillsOnlineOrders?: boolean | null;
}

const blankAddress: LocationAddress = {
  address1: null,
  address2: null,
  city: null,
  countryCode: 'US',
  provinceCode: null,
  zip: null,
  phone: null,
};

function checkName({ state }: ExecutionContext, name: string, self: string | null): UserError[] {
  if (name.trim() === '') return [userError(['input', 'name'], 'Add a location name', 'BLANK')];
  if (name.length > 100)
    return [userError(['input', 'name'], 'Use a shorter location name (up to 100 characters)', 'TOO_LONG')];
  const isTaken = state.locations.all().some((other) => other.id !== self && other.name === name.trim());
  return isTaken ? [userError(['input', 'name'], 'You already have a location with this name', 'TAKEN')] : [];
}

export function locationAdd({ input }: { input: LocationInput }, context: ExecutionContext): Payload {
  const { state, now } = context;
  const userErrors = checkName(context, input.name ?? '', null);
  if (userErrors.length > 0) return { location: null, userErrors };
  const location = state.locations.put({
    id: state.newId('Location'),
    name: input.name?.trim() ?? '',
    isActive: true,
    fulfillsOnlineOrders: input.fulfillsOnlineOrders ?? true,
    isPrimary: false,
    address: { ...blankAddress, ...input.address },
    createdAt: now,
    updatedAt: now,
    deactivatedAt: null,
  });
  return { location, userErrors: [] };
}

export function locationEdit(args: { id: string; input: LocationInput }, context: ExecutionContext): Payload {
  const { state, now } = context;
  const location = state.locations.get(args.id);
  if (!location)
    return { location: null, userErrors: [userError(['id'], 'Location not found.', 'NOT_FOUND')] };
  const { name, address, fulfillsOnlineOrders } = args.input;
  const userErrors = name == null ? [] : checkName(context, name, location.id);
  if (userErrors.length > 0) return { location: null, userErrors };
  const edited: Location = {
    ...location,
    name: name?.trim() ?? location.name,
    address: { ...location.address, ...address },
    fulfillsOnlineOrders: fulfillsOnlineOrders ?? location.fulfillsOnlineOrders,
    updatedAt: now,
  };
  return { location: state.locations.put(edited), userErrors: [] };
}

export function locationActivate(
  { locationId }: { locationId: string },
  { state, now }: ExecutionContext,
): Payload {
  const location = state.locations.get(locationId);
  if (!location) {
    const error = userError(['locationId'], 'Location not found.', 'LOCATION_NOT_FOUND');
    return { location: null, locationActivateUserErrors: [error] };
  }
  const active = state.locations.put({ ...location, isActive: true, deactivatedAt: null, updatedAt: now });
  return { location: active, locationActivateUserErrors: [] };
}

interface DeactivateArgs {
  readonly locationId: string;
  readonly destinationLocationId?: string | null;
}

/** Stock must have somewhere to go (schema). */
export function locationDeactivate(args: DeactivateArgs, context: ExecutionContext): Payload {
  const { state, now } = context;
  const location = state.locations.get(args.locationId);
  const refused = (message: string, code: string): Payload => ({
    location: location ?? null,
    locationDeactivateUserErrors: [userError(['locationId'], message, code)],
  });
  if (!location) return refused('Location not found.', 'LOCATION_NOT_FOUND');
  if (activeLocations(state).length === 1) {
    return refused(
      'At least one location must fulfill online orders.',
      'CANNOT_DISABLE_ONLINE_ORDER_FULFILLMENT',
    );
  }
  const destination = args.destinationLocationId;
  if (destination) moveStock(context, location.id, destination);
  else if (stockedItems(context, location.id).length > 0) {
    const message = "Location can't be deactivated because it has inventory.";
    return refused(message, 'HAS_ACTIVE_INVENTORY_ERROR');
  }
  const inactive = state.locations.put({ ...location, isActive: false, deactivatedAt: now, updatedAt: now });
  return { location: inactive, locationDeactivateUserErrors: [] };
}

const stockedItems = ({ state }: ExecutionContext, locationId: string): string[] =>
  state.inventoryItems.all().flatMap(({ id }) => {
    const level = levelAt(state, id, locationId);
    return level?.isActive && level.quantities.available !== 0 ? [id] : [];
  });

/** Only once deactivated; the levels go with it (recorded). */
export function locationDelete({ locationId }: { locationId: string }, { state }: ExecutionContext): Payload {
  const location = state.locations.get(locationId);
  const refused = (message: string, code: string): Payload => ({
    deletedLocationId: null,
    locationDeleteUserErrors: [userError(['locationId'], message, code)],
  });
  if (!location) return refused('Location not found.', 'LOCATION_NOT_FOUND');
  if (location.isActive) {
    return refused('The location cannot be deleted while it is active.', 'LOCATION_IS_ACTIVE');
  }
  for (const item of state.inventoryItems.all()) {
    const level = levelAt(state, item.id, locationId);
    if (level) state.inventoryLevels.delete(level.id);
  }
  state.locations.delete(locationId);
  return { deletedLocationId: locationId, locationDeleteUserErrors: [] };
}

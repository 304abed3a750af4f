import { limits } from '../limits/limits';
import { coercedTextAt, expectArguments, objectAt } from '../runtime/arguments';
import { ServiceException } from '../runtime/exception';
import { spendDailyQuota } from '../runtime/execution';
import type { Properties } from '../runtime/runtime-state';
import { type Call, type Method, ServiceObject, type ServiceType } from '../runtime/service-object';

const bytes = (text: string) => Buffer.byteLength(text, 'utf8');

function storedBytes(store: Properties): number {
  return Object.entries(store).reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);
}

/** Refuses, with Google's texts, a value that is too large and a store that would be. */
function set(store: Properties, entries: Readonly<Properties>, deleteOthers: boolean): void {
  const next = deleteOthers ? { ...entries } : { ...store, ...entries };
  for (const value of Object.values(entries)) {
    if (bytes(value) > limits.properties.bytesPerValue)
      throw new ServiceException('Argument too large: value');
  }
  if (storedBytes(next) > limits.properties.bytesPerStore) {
    throw new ServiceException(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
  }
  if (deleteOthers) clear(store);
  Object.assign(store, entries);
}

function clear(store: Properties): void {
  for (const key of Object.keys(store)) delete store[key];
}

function setMany(store: Properties, call: Call): ServiceObject {
  expectArguments(call, 1, 2);
  const given = Object.entries(objectAt(call, 0)).map(([key, value]) => [key, String(value)]);
  set(store, Object.fromEntries(given), call.args[1] === true);
  return call.object;
}

const methods: Readonly<Record<string, Method<Properties>>> = {
  getProperty: (store, call) => {
    const key = coercedTextAt(call, 0);
    return Object.hasOwn(store, key) ? store[key] : null;
  },
  getProperties: (store) => ({ ...store }),
  getKeys: (store) => Object.keys(store),
  /** Whatever is given becomes text: an object is stored as `[object Object]`. */
  setProperty: (store, call) => {
    expectArguments(call, 2);
    set(store, { [coercedTextAt(call, 0)]: coercedTextAt(call, 1) }, false);
    return call.object;
  },
  setProperties: setMany,
  deleteProperty: (store, call) => {
    delete store[coercedTextAt(call, 0)];
    return call.object;
  },
  deleteAllProperties: (store, call) => {
    clear(store);
    return call.object;
  },
};

/** Every call counts against the day's reads and writes. */
const counted =
  (method: Method<Properties>): Method<Properties> =>
  (store, call) => {
    spendDailyQuota(call.execution, 'propertiesReadWrites', 1);
    return method(store, call);
  };

const propertiesType: ServiceType<Properties> = {
  name: 'Properties',
  methods: Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, counted(method)])),
};

function userStore({ execution }: Call): Properties {
  const { userProperties } = execution.environment.state;
  userProperties[execution.user] ??= {};
  return userProperties[execution.user] as Properties;
}

const propertiesServiceType: ServiceType<null> = {
  name: 'PropertiesService',
  methods: {
    getDocumentProperties: (_, { execution }) =>
      new ServiceObject(propertiesType, execution.environment.state.documentProperties),
    getScriptProperties: (_, { execution }) =>
      new ServiceObject(propertiesType, execution.environment.state.scriptProperties),
    getUserProperties: (_, call) => new ServiceObject(propertiesType, userStore(call)),
  },
};

export const propertiesService = new ServiceObject(propertiesServiceType, null);

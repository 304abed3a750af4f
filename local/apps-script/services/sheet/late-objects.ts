import { ServiceObject, type ServiceType } from '../../runtime/service-object';
import type { Sheet } from '../../workbook/workbook';

/**
 * The types that a range leads back to, though their own methods make ranges. They come in when they are made, so that
 * no import runs in a circle.
 */
const types: { sheet?: ServiceType<Sheet>; filter?: ServiceType<Sheet> } = {};

export function provideType(name: keyof typeof types, type: ServiceType<Sheet>): void {
  types[name] = type;
}

const sheetObjects = new WeakMap<Sheet, ServiceObject<Sheet>>();

export function sheetObject(sheet: Sheet): ServiceObject<Sheet> {
  const known = sheetObjects.get(sheet) ?? new ServiceObject(made('sheet'), sheet);
  sheetObjects.set(sheet, known);
  return known;
}

export function filterObject(sheet: Sheet): ServiceObject<Sheet> {
  return new ServiceObject(made('filter'), sheet);
}

function made(name: keyof typeof types): ServiceType<Sheet> {
  const type = types[name];
  if (!type) throw new Error(`Nothing has made the type ${name} yet.`);
  return type;
}

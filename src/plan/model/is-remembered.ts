import type { Base, BaseRecord } from './base';

/** Whether the memory says exactly this already: of most rows of most runs it does, and nothing is to be saved. */
export function isRemembered(record: BaseRecord, base: Base): boolean {
  const known = knownRecord(record, base);
  return known !== undefined && JSON.stringify(known) === JSON.stringify(record);
}

function knownRecord(record: BaseRecord, base: Base): BaseRecord | undefined {
  switch (record.kind) {
    case 'product':
      return base.product(record.id);
    case 'variant':
      return base.variant(record.id);
    case 'undone':
      return base.undone().get(record.id);
    case 'creation':
      return undefined;
  }
}

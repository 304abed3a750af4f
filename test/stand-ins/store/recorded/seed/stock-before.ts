import type { Contract, Json } from '../recordings';

type Tree = { readonly [key: string]: Json };
type Quantities = Record<string, number>;

/** What stood where before the first request, by `item|location`, as far as the requests themselves tell. */
export function stockBefore(contract: Contract): Map<string, Quantities> {
  const before = new Map<string, Quantities>();
  for (const request of contract.requests) {
    const input = ((request.variables as Tree | null)?.input ?? {}) as Tree;
    const lines = [input.quantities, input.changes].flatMap((value) =>
      Array.isArray(value) ? (value as Tree[]) : [],
    );
    for (const line of lines) {
      const expected = line.changeFromQuantity ?? line.compareQuantity ?? 0;
      note(before, line.inventoryItemId, line.locationId, String(input.name), expected);
      const from = line.from as Tree | undefined;
      if (from)
        note(before, line.inventoryItemId, from.locationId, String(from.name), from.changeFromQuantity ?? 0);
    }
  }
  return before;
}

function note(
  before: Map<string, Quantities>,
  item: Json | undefined,
  place: Json | undefined,
  name: string,
  quantity: Json,
): void {
  if (typeof item !== 'string' || typeof place !== 'string' || typeof quantity !== 'number') return;
  const key = `${item}|${place}`;
  const known = before.get(key) ?? {};
  const stored = name === 'on_hand' ? 'available' : name;
  before.set(key, { [stored]: quantity, ...known });
}

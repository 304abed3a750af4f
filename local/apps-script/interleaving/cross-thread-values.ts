import { types } from 'node:util';

/**
 * Values cross between threads as copies. What cannot be copied is named instead: a service object by its handle, a
 * member by its enumeration; a function leaves only a function behind.
 */
export type Named =
  | { readonly [NAMED]: 'object'; readonly handle: number; readonly type: string }
  | { readonly [NAMED]: 'member'; readonly enumeration: string; readonly name: string }
  | { readonly [NAMED]: 'function' };

/** No object of a bundle has this key. */
export const NAMED = 'apps-script:named';

export function isNamed(value: object): value is Named {
  return Object.hasOwn(value, NAMED);
}

/** A copy of plain values, dates included; `replace` says what stands for a special object, or `undefined`. */
export function copied(
  value: unknown,
  replace: (object: object) => unknown,
  copies = new Map<object, unknown>(),
): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') return replace(() => undefined);
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const replaced = replace(value);
  if (replaced !== undefined) return replaced;
  if (types.isDate(value)) return new Date(value.getTime());
  if (!Array.isArray(value) && !isPlain(value)) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = new Array(value.length);
    copies.set(value, list);
    // Cells of a range are many: named one by one they would cost the script more than it takes itself.
    for (let index = 0; index < value.length; index += 1)
      if (index in value) list[index] = copied(value[index], replace, copies);
    return list;
  }
  const copy: Record<string, unknown> = {};
  copies.set(value, copy);
  for (const [key, inner] of Object.entries(value)) copy[key] = copied(inner, replace, copies);
  return copy;
}

/** Errors and typed arrays are left to the structured clone, which keeps what they are. */
function isPlain(value: object): boolean {
  return !types.isNativeError(value) && !ArrayBuffer.isView(value) && !types.isAnyArrayBuffer(value);
}

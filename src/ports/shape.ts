import { type Gid, gidPattern, type MediaId } from '../catalog/values/gid';

/** Tells whether a value that was stored or received has the form of a `T`. Fields that are not named are not checked. */
export type Shape<T> = (value: unknown) => value is T;

/** Longer than anything that a person types or Shopify names; longer texts state a limit of their own. */
const LONGEST_TEXT = 5_000;

const shape = <T>(isOne: (value: unknown) => boolean): Shape<T> => isOne as Shape<T>;

export const text = (longest = LONGEST_TEXT): Shape<string> =>
  shape((value) => typeof value === 'string' && value.length <= longest);

export const matching = <T extends string = string>(pattern: RegExp): Shape<T> =>
  shape((value) => typeof value === 'string' && pattern.test(value));

export const whole = (least = 0, most = Number.MAX_SAFE_INTEGER): Shape<number> =>
  shape((value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most);

export const anything: Shape<unknown> = shape(() => true);

export const nothing: Shape<never> = shape(() => false);

export const amount: Shape<number> = shape(Number.isFinite);

export const amountFromZero: Shape<number> = shape((value) => amount(value) && value >= 0);

export const flag: Shape<boolean> = shape((value) => typeof value === 'boolean');

export const oneOf = <T extends string | number | boolean | null>(...words: readonly T[]): Shape<T> =>
  shape((value) => words.includes(value as T));

export const anyOf = <T>(...shapes: readonly Shape<T>[]): Shape<T> =>
  shape((value) => shapes.some((one) => one(value)));

export const orNull = <T>(one: Shape<T>): Shape<T | null> => shape((value) => value === null || one(value));

export const maybe = <T>(one: Shape<T>): Shape<T | undefined> =>
  shape((value) => value === undefined || one(value));

export const listOf = <T>(one: Shape<T>, most = Number.POSITIVE_INFINITY): Shape<readonly T[]> =>
  shape((value) => Array.isArray(value) && value.length <= most && value.every(one));

/** A list of just these. */
export const rowOf = <T extends readonly unknown[]>(
  ...shapes: { [Place in keyof T]: Shape<T[Place]> }
): Shape<T> =>
  shape(
    (value) =>
      Array.isArray(value) &&
      value.length <= shapes.length &&
      shapes.every((one, place) => one(value[place])),
  );

/** Names that mean something else to an object of JavaScript are refused. */
export const mapOf = <T, Key extends string = string>(
  one: Shape<T>,
  key: Shape<Key> = text() as Shape<Key>,
): Shape<Readonly<Record<Key, T>>> =>
  shape(
    (value) =>
      isObject(value) &&
      Object.keys(value).every((name) => !(name in Object.prototype) && key(name) && one(value[name])),
  );

/** Each named field of a `T`. One that an earlier release did not store yet is `maybe`. */
export const fields = <T extends object>(
  shapes: {
    readonly [Name in keyof T]-?: Shape<T[Name] | undefined>;
  },
): Shape<T> => {
  const named: Readonly<Record<string, Shape<unknown>>> = shapes;
  const names = Object.keys(named);
  return shape((value) => isObject(value) && names.every((name) => named[name]?.(value[name])));
};

export const gid = <Type extends string>(type: Type): Shape<Gid<Type>> => matching(gidPattern(type));

export const uuid = matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

/** Milliseconds since 1970. */
export const time = whole(0, 8.64e15);

/**
 * Reads a stored value of this form; undefined where there is nothing, or it was damaged: then it is as if absent.
 * `revive` changes values from the inside out, before they are looked at.
 */
export function readStored<T>(
  one: Shape<T>,
  stored: string | undefined,
  revive?: (name: string, value: unknown) => unknown,
): T | undefined {
  if (!stored) return undefined;
  try {
    const value: unknown = JSON.parse(stored, revive);
    return one(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const productId = gid('Product');
export const variantId = gid('ProductVariant');
export const itemId = gid('InventoryItem');
export const locationId = gid('Location');
export const mediaId = anyOf<MediaId>(gid('MediaImage'), gid('ExternalVideo'), gid('Video'), gid('Model3d'));

import type { Json } from './recordings';

/** `$.data.products.nodes[0].id` and its like; undefined where the path leads nowhere. */
export function at(body: Json | undefined, path: string): Json | undefined {
  const steps = [...path.matchAll(/\.([^.[\]]+)|\[(\d+)\]/g)].map((match) => match[1] ?? Number(match[2]));
  return steps.reduce<Json | undefined>(
    (value, step) => (value as { readonly [key: string | number]: Json } | undefined | null)?.[step],
    body,
  );
}

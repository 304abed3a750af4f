import type { EmbeddedStore } from '../../../../../local/store/store-types';
import type { Contract, Json } from '../recordings';

type Tree = { readonly [key: string]: Json };

/** The languages that the shop had: those its setup lists, and those it could not enable because they were there. */
export function seedLocales({ setup }: Contract, { state }: EmbeddedStore): void {
  for (const id of localesIn(setup)) state.shopLocales.put({ id, published: false, webPresenceIds: [] });
}

function localesIn(value: Json): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(localesIn);
  const tree = value as Tree;
  const listed = (Array.isArray(tree.shopLocales) ? (tree.shopLocales as readonly Tree[]) : []).filter(
    ({ primary }) => primary === false,
  );
  const answer = JSON.stringify(tree.response ?? null);
  const asked = (tree.variables as Tree | undefined)?.locale;
  const wasTaken = typeof asked === 'string' && answer.includes('Locale has already been taken');
  return [
    ...listed.map(({ locale }) => String(locale)),
    ...(wasTaken ? [asked] : []),
    ...Object.values(tree).flatMap(localesIn),
  ];
}

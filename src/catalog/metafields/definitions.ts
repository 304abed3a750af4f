import type { ValueRules } from '../values/cell';
import { nameKey } from '../values/plain-name';
import { type MetafieldType, typeNamed } from './types';

/** A metafield definition of a merchant or an app, against which Shopify checks every value. */
export interface MetafieldDefinition {
  readonly level: 'product' | 'variant';
  readonly namespace: string;
  readonly key: string;
  readonly name: string;
  /** As Shopify names it; a later version may have one that is not known here. */
  readonly type: string;
  /** Others who may change values besides the app that made it, in Shopify's words. */
  readonly admin: string | null;
  readonly validations: ValueRules;
}

/** A metafield as a header names it. */
export interface NamedMetafield {
  readonly level: MetafieldDefinition['level'];
  /** `custom.material` */
  readonly name: string;
  /** Undefined where the header names none, or none that Shopify has. */
  readonly type: MetafieldType | undefined;
}

const MATRIXIFY = /^(variant )?metafield:\s*(.+?)\s*(?:\[([^\]]*)\])?$/i;
/** Shopify's product CSV. */
const SHOPIFY = /^.*\((product|variant)\.metafields\.([^)]+)\)$/i;
/** Source: the descriptions of both in `MetafieldDefinitionInput`. */
const NAME = /^[\w$:-]{3,255}\.[\w-]{2,64}$/;

/** Reads the headers of Matrixify and of Shopify's product CSV. */
export function metafieldNamed(header: string): NamedMetafield | undefined {
  const [, level, inCsv] = SHOPIFY.exec(header) ?? [];
  const [, variant, inSheet, type = ''] = inCsv ? [] : (MATRIXIFY.exec(header) ?? []);
  const name = (inCsv ?? inSheet ?? '').trim();
  if (!NAME.test(name)) return undefined;
  const isVariant = (level ?? variant ?? '').trim().toLowerCase() === 'variant';
  return { level: isVariant ? 'variant' : 'product', name, type: typeNamed(type) };
}

/** Whether Shopify keeps a metafield with the category of its product; its values are entries that products share. */
export function isOfCategory(name: string): boolean {
  return name.startsWith('shopify.');
}

/** Says why a header of a metafield is left alone, whatever the shop has; undefined where it is none, or is read. */
export function whyNoMetafield(header: string): string | undefined {
  const name = (SHOPIFY.exec(header)?.[2] ?? MATRIXIFY.exec(header)?.[2] ?? '').trim();
  if (name === '' || metafieldNamed(header)) return undefined;
  return name.includes('.')
    ? 'Shopify has no metafield of such a name. Its namespace has at least 3 and its key at least 2 letters, digits, - or _.'
    : 'it names no namespace. Write it such as Metafield: custom.material, with the namespace and key that Shopify shows.';
}

/** Why a metafield that is shown is never sent; it completes a sentence. */
export function whyShown(name: string): string {
  return isOfCategory(name)
    ? 'Shopify keeps it with the category of the product. Change it in Shopify admin.'
    : 'an app of yours keeps it, and may hide it from others. Change it in that app.';
}

export type ResolvedMetafield =
  | { readonly kind: 'read'; readonly metafield: NamedMetafield; readonly rules: ValueRules }
  /** Read and never sent. Without a type its values are texts. */
  | { readonly kind: 'shown'; readonly metafield: NamedMetafield }
  | { readonly kind: 'left'; readonly why: string };

/** Rights to an app's metafields by which others may only read them. Source: the enum `MetafieldAdminAccess`. */
const READ_ONLY: readonly (string | null)[] = ['MERCHANT_READ', 'PUBLIC_READ', 'PRIVATE'];
const OF_APP = /^app--/;
/** Each app's shorthand for its own namespace; it never names a namespace of the shop. */
const OF_WHICHEVER_APP = '$app';

function isShown({ namespace, key, admin }: MetafieldDefinition): boolean {
  return isOfOthers(`${namespace}.${key}`, admin);
}

/** Whether only others write it: Shopify with the category, or an app. */
function isOfOthers(name: string, admin: MetafieldDefinition['admin']): boolean {
  if (isOfCategory(name)) return true;
  return OF_APP.test(name) ? admin !== 'PUBLIC_READ_WRITE' : READ_ONLY.includes(admin);
}

/** Meaning of a header's metafield in a shop with these definitions. */
export function resolveMetafield(
  metafield: NamedMetafield,
  definitions: readonly MetafieldDefinition[],
): ResolvedMetafield {
  const definition = definitionOf(metafield, definitions);
  if (metafield.name.startsWith(OF_WHICHEVER_APP))
    return { kind: 'left', why: 'an app of yours keeps it. Change it in that app.' };
  if (!definition)
    return isOfOthers(metafield.name, null)
      ? { kind: 'shown', metafield }
      : { kind: 'read', metafield, rules: [] };
  const type = typeNamed(definition.type);
  const { namespace, key, validations } = definition;
  const defined = { ...metafield, name: `${namespace}.${key}`, type };
  if (isShown(definition)) return { kind: 'shown', metafield: defined };
  return type
    ? { kind: 'read', metafield: defined, rules: validations }
    : { kind: 'left', why: `this version does not know its type ${definition.type}. Update the add-on.` };
}

/** The metafield whose definition has this name; of several, what to write in its place. */
export function metafieldCalled(
  name: string,
  definitions: readonly MetafieldDefinition[],
): NamedMetafield | { readonly why: string } | undefined {
  const called = definitions.filter((each) => nameKey(each.name) === nameKey(name));
  const [only, ...others] = called;
  if (!only) return undefined;
  const { level, namespace, key, type } = only;
  // For a field that is never sent, a name alone is not enough: the column may be the merchant's own.
  if (others.length === 0 && isShown(only))
    return { why: `a metafield that is never sent is called so. To compare it, write ${headerOf(only)}.` };
  if (others.length === 0) return { level, name: `${namespace}.${key}`, type: typeNamed(type) };
  const headers = called.map(headerOf).slice(0, MOST_HEADERS);
  const more = called.length - headers.length;
  return {
    why: `${called.length} metafields are called so. Write which one you mean: ${headers.map((header) => `“${header}”`).join(' or ')}${more > 0 ? `, or one of ${more} more` : ''}.`,
  };
}

const MOST_HEADERS = 3;

function headerOf({ level, namespace, key }: MetafieldDefinition): string {
  return `${level === 'variant' ? 'Variant Metafield' : 'Metafield'}: ${namespace}.${key}`;
}

/** By its exact name, else by the only one that differs in capitals alone. */
function definitionOf(
  { level, name }: NamedMetafield,
  definitions: readonly MetafieldDefinition[],
): MetafieldDefinition | undefined {
  const nameOf = ({ namespace, key }: MetafieldDefinition) => `${namespace}.${key}`;
  const own = definitions.filter((each) => each.level === level);
  const alike = own.filter((each) => nameOf(each).toLowerCase() === name.toLowerCase());
  return own.find((each) => nameOf(each) === name) ?? (alike.length === 1 ? alike[0] : undefined);
}

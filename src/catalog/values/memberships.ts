import { type Gid, legacyId } from './gid';
import { nameKey, nearName, plainName } from './plain-name';

/** Something of the shop in which products can be: a collection, or a sales channel. */
export interface ShopGroup {
  readonly id: Gid;
  readonly title: string;
  readonly handle: string;
  /** Shopify decides by conditions which products are in it, so none can be added or removed. */
  readonly isByRule?: true;
}

/** Kinds of groups that a column lists. */
export type ListedGroups = 'collections' | 'channels';

/** Word for one of them. */
export const ONE_OF: Readonly<Record<ListedGroups, string>> = {
  collections: 'collection',
  channels: 'sales channel',
};

/** The handle of the app behind Shopify's own storefront, in every language. */
export const ONLINE_STORE = 'online_store';

/** A group as lists of a product hold it: its ID, and after a blank what a cell calls it. */
export type Membership = string;

export function membership({ id }: Pick<ShopGroup, 'id'>, name: string): Membership {
  return `${id} ${name}`;
}

export function groupIdOf(member: Membership): Gid {
  return member.split(' ', 1)[0] as Gid;
}

export function groupNameOf(member: Membership): string {
  return member.slice(groupIdOf(member).length + 1);
}

export function membershipsIn(value: unknown): readonly Membership[] {
  return Array.isArray(value) ? (value as readonly Membership[]) : [];
}

/** The groups of a list without those of another. */
export function withoutGroups(
  list: readonly Membership[],
  others: readonly Membership[],
): readonly Membership[] {
  const left = new Set(others.map(groupIdOf));
  return list.filter((member) => !left.has(groupIdOf(member)));
}

/** By their numbers alone: a group that is renamed is the same. */
export function canonicalGroups(members: readonly Membership[]): string {
  return [...new Set(members.map((member) => legacyId(groupIdOf(member))))].sort().join(',');
}

export function writeGroups(members: readonly Membership[]): string {
  return members.map(groupNameOf).join(', ');
}

/** The name by which a cell means one group and no other: its title, else its handle. */
export function cellName(group: ShopGroup, groups: readonly ShopGroup[]): string {
  const { title, handle } = group;
  const isPlain = plainName(title) === title && /^[^,'=+@[\]-][^,[\]]*$/.test(title);
  const isOnly = isPlain && groups.every((other) => other === group || !isCalled(other, title));
  return isOnly ? title : handle;
}

function isCalled({ title, handle }: ShopGroup, name: string): boolean {
  return [title, handle].some((own) => nameKey(own) === nameKey(name));
}

export interface GroupWords {
  /** `collection`, `sales channel` */
  readonly one: string;
  readonly groups: readonly ShopGroup[];
}

/** Reads a list of titles, handles or IDs with commas between them; a title may hold commas itself. */
export function parseGroups(
  text: string,
  words: GroupWords,
): { readonly value: readonly Membership[] } | { readonly problem: string } {
  const parts = text.split(/[,\n]/);
  const found = new Map<Gid, Membership>();
  for (let at = 0; at < parts.length; ) {
    const read = readGroup(parts, at, words);
    if ('problem' in read) return read;
    if (read.group) found.set(read.group.id, membership(read.group, cellName(read.group, words.groups)));
    at += read.length;
  }
  return { value: [...found.values()] };
}

type ReadGroup = { readonly group: ShopGroup | undefined; readonly length: number } | { problem: string };

function readGroup(parts: readonly string[], at: number, { one, groups }: GroupWords): ReadGroup {
  for (let length = parts.length - at; length > 0; length -= 1) {
    const name = plainName(parts.slice(at, at + length).join(','));
    if (length === 1 && name === '') return { group: undefined, length };
    const called = groupsCalled(name, groups);
    const [group, other] = called;
    if (group && other) {
      const names = called.map((each) => `“${cellName(each, groups)}”`).slice(0, 4);
      return { problem: `has “${name}”, which means ${called.length} ${one}s. Type ${names.join(' or ')}` };
    }
    if (group && !(length > 1 && areCalled(parts.slice(at, at + length), groups))) return { group, length };
  }
  const unknown = plainName(parts[at] ?? '');
  const near = nearest(unknown, groups);
  const next = near ? `Type “${near}” if you mean that` : nextOf(one, groups);
  return { problem: `has “${unknown}”, which is no ${one} in Shopify. ${next}` };
}

function areCalled(parts: readonly string[], groups: readonly ShopGroup[]): boolean {
  return parts.every((part) => groupsCalled(plainName(part), groups).length > 0);
}

/** As it is typed, else without regard to capitals. */
function groupsCalled(name: string, groups: readonly ShopGroup[]): readonly ShopGroup[] {
  const exact = groups.filter(
    ({ id, title, handle }) => id === name || title === name || handle === name || legacyId(id) === name,
  );
  return exact.length > 0 ? exact : groups.filter((group) => isCalled(group, name));
}

/** Sales channels are called Shop or POS. */
const SHORTEST_NAME = 3;

/** The name that it looks like a slip of, or a part of. */
function nearest(typed: string, groups: readonly ShopGroup[]): string | undefined {
  const key = nameKey(typed);
  if (key.length < SHORTEST_NAME) return undefined;
  const names = groups.map((group) => cellName(group, groups));
  const holding = names.filter((name) => nameKey(name).includes(key) || key.includes(nameKey(name)));
  return nearName(typed, names, SHORTEST_NAME) ?? (holding.length === 1 ? holding[0] : undefined);
}

const MOST_NAMED = 6;

function nextOf(one: string, groups: readonly ShopGroup[]): string {
  const names = groups.map((group) => cellName(group, groups));
  if (names.length === 0) return 'Add it in Shopify admin';
  return names.length <= MOST_NAMED
    ? `It has ${names.join(', ')}`
    : `Copy the title of the ${one} from Shopify admin`;
}

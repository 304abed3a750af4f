import { isoTime } from '../../../../../local/store/graphql/execution/context';
import type { MediaContentType } from '../../../../../local/store/shop/state/media';
import type { EmbeddedStore } from '../../../../../local/store/store-types';
import type { Contract, Json } from '../recordings';
import type { KnownThing } from './known-things';
import { neededIds } from './needs-seed';

type Tree = { readonly [key: string]: Json };

const contentTypes: Readonly<Record<string, MediaContentType>> = {
  MediaImage: 'IMAGE',
  Video: 'VIDEO',
  ExternalVideo: 'EXTERNAL_VIDEO',
  Model3d: 'MODEL_3D',
  GenericFile: 'FILE',
};

const typeOf = (id: string): string => id.split('/')[3] ?? '';
const maybe = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

/** Where the last request that names a file of another type would have it: an id stands for one file. */
const numberOf = (id: string): string => id.split('/').at(-1) ?? '';

/** The files that the scenario shows or names; they have long been ready. */
export function seedFiles(
  contract: Contract,
  things: readonly KnownThing[],
  { state, options }: EmbeddedStore,
): void {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const made = madeBefore(contract.setup);
  const now = isoTime(options.now());
  const taken = new Set<string>();
  for (const id of new Set([...byId.keys(), ...neededIds(contract)])) {
    const contentType = contentTypes[typeOf(id)];
    if (!contentType || taken.has(numberOf(id))) continue;
    taken.add(numberOf(id));
    const fields = byId.get(id)?.fields ?? {};
    const input = made.find(({ alt }) => alt !== undefined && alt === fields.alt);
    state.files.put({
      id,
      contentType,
      alt: maybe(fields.alt),
      originalSource: maybe(input?.originalSource) ?? 'https://example.com/media.jpg',
      filename: maybe(input?.filename) ?? nameByType[contentType],
      uploadedAtMs: 0,
      failed: false,
      createdAt: now,
      updatedAt: now,
    });
  }
}

const nameByType: Readonly<Record<MediaContentType, string>> = {
  IMAGE: 'media.jpg',
  VIDEO: 'media.mp4',
  EXTERNAL_VIDEO: 'media',
  MODEL_3D: 'media.glb',
  FILE: 'media.pdf',
};

/** The inputs of every file that the setup made. */
function madeBefore(value: Json): readonly Tree[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(madeBefore);
  const tree = value as Tree;
  const own = tree.originalSource === undefined ? [] : [tree];
  return [...own, ...Object.values(tree).flatMap(madeBefore)];
}

/** The media shown inside of a product; those shown inside of nothing are the first product's. */
export function mediaShownOn(
  productId: string,
  byId: ReadonlyMap<string, KnownThing>,
  isFirst: boolean,
): readonly string[] {
  return [...byId.values()].flatMap(({ id, insideOf }) => {
    const isMedia = typeOf(id) in contentTypes && typeOf(id) !== 'GenericFile';
    return isMedia && (insideOf === productId || (insideOf === null && isFirst)) ? [id] : [];
  });
}

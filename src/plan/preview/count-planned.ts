import { fieldOf } from '../../catalog/columns/columns';
import { fetchedAddress } from '../../catalog/values/image-address';
import type { FieldChange, NewVariant, SyncAction } from '../model/action';

/** How much a plan creates and changes, by kind: counted from its actions, so that it is what sending them does. */
export interface Planned {
  readonly create: PlannedNew;
  readonly change: PlannedChanges;
  /** Products that go on the Online Store, new ones among them, and that come off it. */
  readonly publish: number;
  readonly unpublish: number;
  /** `8 products, 31 variants to create; 14 prices to change`; empty where there is nothing to send. */
  readonly words: string;
}

interface PlannedNew {
  products: number;
  variants: number;
  stockLevels: number;
  images: number;
}

interface PlannedChanges {
  /** Compare-at prices among them. */
  prices: number;
  stockLevels: number;
  otherFields: number;
  altTexts: number;
  variantImages: number;
  optionValues: number;
}

export function countPlanned(actions: readonly SyncAction[]): Planned {
  const create: PlannedNew = { products: 0, variants: 0, stockLevels: 0, images: 0 };
  const change: PlannedChanges = {
    prices: 0,
    stockLevels: 0,
    otherFields: 0,
    altTexts: 0,
    variantImages: 0,
    optionValues: 0,
  };
  let [publish, unpublish] = [0, 0];
  const addVariants = (variants: readonly NewVariant[]): string[] => {
    create.variants += variants.length;
    for (const { stock } of variants) create.stockLevels += stock.filter(({ isSent }) => isSent).length;
    return variants.flatMap(({ imageUrl }) => imageUrl ?? []);
  };
  const addFields = (changes: readonly FieldChange[]): void => {
    for (const { key } of changes) change[fieldOf(key).group === 'prices' ? 'prices' : 'otherFields'] += 1;
  };
  const addImages = (urls: readonly string[]): void => {
    create.images += new Set(urls.map(fetchedAddress)).size;
  };
  for (const action of actions) {
    switch (action.kind) {
      case 'create-product': {
        create.products += 1;
        const { variants, later = [], images } = action;
        // Shopify gives a product without variants one of its own.
        if (variants.length === 0) create.variants += 1;
        addImages([...images.map(({ url }) => url), ...addVariants([...variants, ...later])]);
        if (action.publish) publish += 1;
        break;
      }
      case 'create-variants':
        addImages(addVariants(action.variants));
        break;
      case 'update-product':
        addFields(action.changes);
        addImages(action.images.map(({ url }) => url));
        break;
      case 'update-variants': {
        const images = action.variants.flatMap(({ image }) => image ?? []);
        for (const { changes } of action.variants) addFields(changes);
        change.variantImages += images.length;
        addImages(images.filter(({ mediaId }) => !mediaId).map(({ url }) => url));
        break;
      }
      case 'add-tags':
      case 'remove-tags':
        if (action.completes) change.otherFields += 1;
        break;
      case 'publish':
        publish += 1;
        break;
      case 'unpublish':
        unpublish += 1;
        break;
      case 'update-alt-text':
        change.altTexts += 1;
        break;
      case 'rename-option-value':
        change.optionValues += 1;
        break;
      case 'activate-stock':
        create.stockLevels += 1;
        break;
      case 'set-stock':
        change.stockLevels += 1;
        break;
    }
  }
  const planned = { create, change, publish, unpublish };
  return { ...planned, words: describePlanned(planned) };
}

function describePlanned({ create, change, publish, unpublish }: Omit<Planned, 'words'>): string {
  const parts = [
    [listed(create), 'to create'],
    [listed(change), 'to change'],
    [listed({ products: publish }), 'to publish'],
    [listed({ products: unpublish }), 'to take off the Online Store'],
  ];
  return parts.flatMap(([what, end]) => (what ? `${what} ${end}` : [])).join('; ');
}

/** `8 products, 1 stock level` */
function listed(counts: Readonly<Record<string, number>> | PlannedNew | PlannedChanges): string {
  return Object.entries(counts)
    .flatMap(([kind, count]) => {
      const word = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
      return count > 0 ? `${count} ${count === 1 ? word.slice(0, -1) : word}` : [];
    })
    .join(', ');
}

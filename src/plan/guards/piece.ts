import type { FieldKey } from '../../catalog/columns/columns';
import type { RowRef } from '../../catalog/tab/row';
import type { FieldValue } from '../../catalog/values/cell';
import type { ProductId, VariantId } from '../../catalog/values/gid';
import { canonical, hashText } from '../compare/canonical';
import { describeChange, describeRename, levelName, show } from '../compare/messages';
import { withoutPlaces } from '../compare/row-digest';
import type {
  FieldChange,
  NewImage,
  NewVariant,
  RenameOptionValue,
  SetStock,
  SyncAction,
  VariantChange,
} from '../model/action';
import { quantityKey } from '../model/base';
import { choiceKey, levelQuestion } from '../model/conflict';
import { target } from '../model/replaced-value';
import { deltaOf } from '../stock/adjustment';

/** What a guard compares of a piece: a field, a quantity, a sum of one, a picture, its text, or a whole new item. */
export type PieceKind = FieldKey | 'stock' | 'adjustment' | 'image' | 'altText' | 'optionValue' | 'new';

/** The smallest part of a plan that may be held while the rest is sent. */
export interface Piece {
  /** Names the item and both values. */
  readonly key: string;
  readonly kind: PieceKind;
  readonly ref: RowRef;
  /** The header as it stands in the sheet; empty where no column asks for it. */
  readonly column: string;
  /** Names the value in the whole store, as what was replaced in it is named. */
  readonly target: string;
  readonly item: ProductId | VariantId | '';
  /** In canonical form; '' is unset, or not stocked. */
  readonly from: string;
  readonly to: string;
  /** The new value as Shopify is sent it; of an Adjust cell its number; null where no cell holds it. */
  readonly value: FieldValue | null;
  /** The answer of a person that may have asked for exactly this. */
  readonly choice?: string;
  /** For a person: `Price 10.00 → 12.00`. */
  words(): string;
}

/** An action in pieces, in order. */
export function piecesOf(action: SyncAction): Piece[] {
  switch (action.kind) {
    case 'create-product': {
      const key = `new|${action.handle}|${digest(action.changes, ...action.variants)}`;
      const title = action.changes.find((change) => change.key === 'title')?.to ?? action.handle;
      return [newPiece(action.ref, key, `New product ${show(String(title))}`)];
    }
    case 'create-variants':
      return action.variants.map((variant) =>
        newPiece(
          variant.ref,
          newVariantKey(action.productId, variant),
          `New variant ${show(variant.optionValues.join(' / '))}`,
        ),
      );
    case 'update-product':
      return [
        ...action.changes.map((change) => fieldPiece(action.productId, change)),
        ...action.images.map((image) => imagePiece(action.productId, image)),
      ];
    case 'update-variants':
      return action.variants.flatMap(({ id, ref, changes, image }) => [
        ...changes.map((change) => fieldPiece(id, change)),
        ...(image ? [imagePiece(id, { ref, url: image.url })] : []),
      ]);
    case 'add-tags':
    case 'remove-tags':
    case 'publish':
    case 'unpublish':
      return [fieldPiece(action.productId, action.change)];
    case 'update-alt-text': {
      const { productId: id, url, from, alt: to, ref } = action;
      const column = 'Image alt text';
      const values = { item: id, target: target(id, `alt ${url}`), from, to };
      return [
        {
          key: `${id}|alt ${url}|${from}|${to}`,
          kind: 'altText',
          ref,
          column,
          ...values,
          value: null,
          words: () => column,
        },
      ];
    }
    case 'rename-option-value':
      return [renamePiece(action)];
    case 'set-stock':
    case 'activate-stock':
      return [stockPiece(action)];
  }
}

/** The action without what is held of it; nothing where that was all. */
export function withoutPieces(action: SyncAction, held: ReadonlySet<string>): SyncAction[] {
  switch (action.kind) {
    case 'update-product': {
      const id = action.productId;
      const changes = action.changes.filter((change) => !held.has(fieldKey(id, change)));
      const images = action.images.filter((image) => !held.has(imageKey(id, image)));
      return changes.length + images.length > 0 ? [{ ...action, changes, images }] : [];
    }
    case 'update-variants': {
      const variants = action.variants.flatMap((variant) => variantWithout(variant, held));
      return variants.length > 0 ? [{ ...action, variants }] : [];
    }
    case 'create-variants': {
      const variants = action.variants.filter(
        (variant) => !held.has(newVariantKey(action.productId, variant)),
      );
      return variants.length > 0 ? [{ ...action, variants }] : [];
    }
    case 'create-product':
    case 'add-tags':
    case 'remove-tags':
    case 'publish':
    case 'unpublish':
    case 'update-alt-text':
    case 'rename-option-value':
    case 'set-stock':
    case 'activate-stock':
      return piecesOf(action).some(({ key }) => held.has(key)) ? [] : [action];
  }
}

function variantWithout({ image, ...variant }: VariantChange, held: ReadonlySet<string>): VariantChange[] {
  const { id, ref } = variant;
  const changes = variant.changes.filter((change) => !held.has(fieldKey(id, change)));
  const left = image && !held.has(imageKey(id, { ref, url: image.url })) ? { image } : {};
  return changes.length > 0 || left.image ? [{ ...variant, changes, ...left }] : [];
}

function fieldKey(id: ProductId | VariantId, { key, from, to }: FieldChange): string {
  return `${id}|${key}|${canonical(key, key === 'tags' ? lost(from, to) : from)}|${canonical(key, to)}`;
}

/** Tags are added and then removed, so that those that came meanwhile make no other change of it. */
function lost(from: FieldValue | null, to: FieldValue | null): FieldValue {
  const [had, keeps] = [from, to].map((tags) => canonical('tags', tags).split(','));
  return had?.filter((tag) => !keeps?.includes(tag)) ?? [];
}

function fieldPiece(id: ProductId | VariantId, change: FieldChange): Piece {
  const { key, ref, column } = change;
  return {
    key: fieldKey(id, change),
    kind: key,
    ref,
    column,
    target: target(id, key),
    item: id,
    from: canonical(key, change.from),
    to: canonical(key, change.to),
    value: change.to,
    words: () => describeChange(change),
  };
}

function imageKey(id: ProductId | VariantId, { url }: Pick<NewImage, 'url' | 'ref'>): string {
  return `${id}|image|${url}`;
}

function imagePiece(id: ProductId | VariantId, image: Pick<NewImage, 'url' | 'ref'>): Piece {
  const key = imageKey(id, image);
  const { ref, url } = image;
  return {
    key,
    kind: 'image',
    ref,
    column: '',
    target: key,
    item: id,
    from: '',
    to: url,
    value: null,
    words: () => 'Image',
  };
}

function renamePiece(action: RenameOptionValue): Piece {
  const { productId: item, valueId, from, to, ref, column } = action;
  const key = `${valueId}|${from}|${to}`;
  const words = () => describeRename(action);
  return {
    key,
    kind: 'optionValue',
    ref,
    column,
    target: target(item, `option ${valueId}`),
    item,
    from,
    to,
    value: to,
    words,
  };
}

function stockPiece(action: SetStock): Piece {
  const { inventoryItemId, locationId, name, from, to, ref, column, variantId } = action;
  return {
    key: `${inventoryItemId}@${locationId}|${name}|${from ?? ''}|${to}`,
    kind: action.adds === 'adjustment' ? 'adjustment' : 'stock',
    ref,
    column,
    target: target(variantId, `stock ${quantityKey(name, locationId)}`),
    item: variantId,
    from: String(from ?? ''),
    to: String(to),
    value: action.adds === 'adjustment' ? deltaOf(action) : (action.sheet ?? to),
    ...(action.adds === 'difference' && { choice: choiceKey('add', levelQuestion(action)) }),
    words: () => `${levelName(action)} ${from ?? 'not stocked'} → ${to}`,
  };
}

function newVariantKey(productId: ProductId, variant: NewVariant): string {
  return `new|${productId}|${variant.optionValues.join('/')}|${digest(variant)}`;
}

function newPiece(ref: RowRef, key: string, what: string): Piece {
  return {
    key,
    kind: 'new',
    ref,
    column: '',
    target: key,
    item: '',
    from: '',
    to: '',
    value: null,
    words: () => what,
  };
}

/** Without the rows that they come from: people sort between a preview and its confirmation. */
function digest(...values: readonly unknown[]): string {
  return hashText(JSON.stringify(values, withoutPlaces));
}

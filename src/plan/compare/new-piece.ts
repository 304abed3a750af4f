import { fieldOf } from '../../catalog/columns/columns';
import type { RowRef } from '../../catalog/tab/row';
import type { NewVariant } from '../model/action';
import type { NewItem, Piece } from '../model/piece';
import { shownNew } from './shown-change';

/** Words about new items of one kind. */
export interface Makes<Made> extends Pick<Piece, 'heldWhole'> {
  key(made: Made): string;
  rows(made: Made): readonly RowRef[];
  /** `New product Mug`. */
  what(made: Made): string;
  creates(made: Made): NewItem;
  sends(made: Made): unknown;
}

/** A new item, created as a whole or not at all. Describes itself on demand, as a changed cell does. */
export class NewPiece<Made extends { readonly ref: RowRef }> implements Piece {
  readonly kind = 'new';
  private named: string | undefined;

  constructor(
    private readonly made: Made,
    private readonly says: Makes<Made>,
  ) {}

  get key(): string {
    this.named ??= this.says.key(this.made);
    return this.named;
  }
  get ref() {
    return this.made.ref;
  }
  get rows() {
    return this.says.rows(this.made);
  }
  get target() {
    return this.key;
  }
  get creates() {
    return this.says.creates(this.made);
  }
  get heldWhole() {
    return this.says.heldWhole;
  }
  get column() {
    return '';
  }
  get item(): '' {
    return '';
  }
  get from() {
    return '';
  }
  get to() {
    return '';
  }
  get value() {
    return null;
  }
  words(): string {
    return this.says.what(this.made);
  }
  shows() {
    return shownNew(this.creates.productId ? 'New variant' : 'New product');
  }
  sends() {
    return this.says.sends(this.made);
  }
}

export function hasPrice({ changes }: Pick<NewVariant, 'changes'>): boolean {
  return changes.some(({ key, to }) => key === 'price' && Number(to) > 0);
}

export function skusOf(variants: readonly Pick<NewVariant, 'changes'>[]) {
  return variants.flatMap(({ changes }) =>
    changes.flatMap(({ key, to, ref }) =>
      fieldOf(key).identifies === 'variant' && to ? [{ ref, sku: String(to) }] : [],
    ),
  );
}

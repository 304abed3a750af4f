import { describeRow, type RowRef } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { legacyId, type VariantId } from '../../catalog/values/gid';
import { skuKey } from '../../catalog/values/plain-name';
import { piecesOf } from '../action-kinds';
import { skuOwners } from '../identity/sku-owners';
import type { SyncAction } from '../model/action';
import type { NewItem, Piece } from '../model/piece';
import type { RowOutcome } from '../model/row-outcome';
import type { SkuOwner } from '../model/snapshot';
import type { GuardInput, Suspect } from './evidence';

/** An item that gets a SKU. */
interface Gain {
  readonly piece: Piece;
  readonly ref: RowRef;
  readonly sku: string;
  /** Absent for a new item. */
  readonly id: VariantId | undefined;
  /** Handle of a product whose creation is sent again, because its answer was lost. */
  readonly handle?: string;
}

interface DoubledSku extends Suspect {
  /** The owner would free the SKU and is held: confirming one of the two confirms both. */
  readonly isPart?: true;
}

export interface DoubledSkus {
  readonly suspects: readonly DoubledSku[];
  /** Next to new items that share a SKU with each other, as exports do. */
  readonly remarks: readonly RowOutcome[];
}

/**
 * Two items with one SKU are usually one item: a mistyped handle, or a cell that moved by a row. A held change is not sent,
 * so an item whose new SKU is held keeps its old one.
 */
export function doubledSkus(
  actions: readonly SyncAction[],
  held: ReadonlySet<string>,
  input: GuardInput,
): DoubledSkus {
  const { gains, lost } = changesOfSkus(actions, held);
  if (gains.length === 0) return { suspects: [], remarks: [] };
  const { lost: wouldLose } = changesOfSkus(actions, NOTHING);
  const ownersOf = skuOwners(input.snapshot, input.base);
  const suspects: DoubledSku[] = [];
  const remarks: RowOutcome[] = [];
  for (const alike of groupBy(gains, ({ sku }) => skuKey(sku)).values()) {
    for (const gain of alike) {
      const { piece, ref, sku, id } = gain;
      const owner = ownersOf(sku).find((each) => each.id !== id && !lost.has(each.id));
      const other = alike.find((each) => each !== gain && (each.id === undefined || each.id !== id));
      const cell = `the SKU “${sku}”`;
      // New items of one file may share a SKU, whichever execution of the run creates them.
      const isAgain = gain.handle !== undefined && input.base.isBeingCreated(gain.handle);
      const isOfRun = owner !== undefined && id === undefined && (isAgain || isCreated(owner, input));
      if (owner && isOfRun)
        remarks.push({ ref, status: 'unchanged', message: `${owner.name} has ${cell} too.` });
      else if (owner) {
        const isPart = wouldLose.has(owner.id);
        const until = isPart ? ' until its own change is sent: confirm both together' : '';
        const reason = `${owner.name} (Shopify ID ${legacyId(owner.id)}) has ${cell} too${until}`;
        suspects.push({ piece, reason, ...(isPart && { isPart }) });
      } else if (other && alike.some((each) => each.id))
        suspects.push({ piece, reason: `${describeRow(other.ref, ref)} gets ${cell} too` });
      else if (other)
        remarks.push({
          ref,
          status: 'unchanged',
          message: `${describeRow(other.ref, ref)} has ${cell} too.`,
        });
    }
  }
  return { suspects, remarks };
}

const NOTHING: ReadonlySet<string> = new Set();

function changesOfSkus(actions: readonly SyncAction[], held: ReadonlySet<string>) {
  // The key of a new product contains all of its values, so it is not computed unless needed.
  const pieces = actions.flatMap(piecesOf).filter((piece) => held.size === 0 || !held.has(piece.key));
  const own = pieces.filter(({ kind }) => kind === 'sku');
  const idOf = ({ item }: Piece) => item as VariantId;
  const gains = pieces.flatMap((piece): Gain[] => {
    const { creates, kind, value, ref } = piece;
    if (creates) return creates.skus.map((sku) => ({ ...sku, piece, id: undefined, ...handleOf(creates) }));
    return kind === 'sku' && value ? [{ piece, ref, sku: String(value), id: idOf(piece) }] : [];
  });
  return { gains, lost: new Set(own.map(idOf)) };
}

function handleOf({ productId, names: [handle] }: NewItem): Pick<Gain, 'handle'> {
  return productId || handle === undefined ? {} : { handle };
}

function isCreated({ id, productId }: SkuOwner, { created }: GuardInput): boolean {
  const ids = created?.();
  return ids !== undefined && (ids.has(id) || (productId !== undefined && ids.has(productId)));
}

/**
 * Codes that move between items are sent together: if the owner of a barcode does not free it in this run, two items would
 * end with the same barcode.
 */
export function takenBarcodes(
  all: readonly Piece[],
  sent: readonly Piece[],
  held: ReadonlySet<string>,
): readonly Suspect[] {
  const going = new Set(sent.filter(({ key }) => !held.has(key)).map(({ key }) => key));
  const takers = new Map<string, Piece[]>();
  const note = (name: string, piece: Piece) => takers.set(name, [...(takers.get(name) ?? []), piece]);
  for (const piece of sent) {
    if (!piece.codes) continue;
    note(piece.item, piece);
    for (const code of piece.codes.gets) note(`code ${code}`, piece);
  }
  const suspects: Suspect[] = [];
  const stop = (owner: Piece): void => {
    const gives = owner.codes?.gives ?? [];
    // A cell for one barcode and a cell for several describe the same value of the item.
    for (const piece of [owner.item, ...gives.map((code) => `code ${code}`)].flatMap(
      (name) => takers.get(name) ?? [],
    )) {
      if (piece === owner || !going.delete(piece.key)) continue;
      const reason =
        piece.item === owner.item
          ? `${owner.column} of this item waits: send both together`
          : `${describeRow(owner.ref, piece.ref)} has this code until its own change is sent: send both together`;
      suspects.push({ piece, reason });
      stop(piece);
    }
  };
  for (const owner of all) if (movesCodes(owner) && !going.has(owner.key)) stop(owner);
  return suspects;
}

export function movesCodes({ codes }: Piece): boolean {
  return codes !== undefined;
}

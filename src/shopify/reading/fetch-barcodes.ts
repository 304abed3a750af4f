import type { VariantId } from '../../catalog/values/gid';
import { chunk } from '../../plan/batches/plan-batches';
import type { Barcode } from '../../plan/model/snapshot';
import { type Result, succeed } from '../../ports/problem';
import type { AdminClient } from '../client/admin-client';
import { fetchAll } from '../client/fetch-all';
import { barcodesRequest, readBarcodes, VARIANTS_OF_BARCODES } from '../queries/variants';

/** What Shopify says of a version that knows one barcode of a variant: there is no other that could be lost. */
const ONE_BARCODE = "Field 'barcodes' doesn't exist";

/** All barcodes of variants whose ids are known. */
export function fetchBarcodes(
  client: AdminClient,
  variants: readonly VariantId[],
): Result<ReadonlyMap<VariantId, readonly Barcode[]>> {
  const barcodes = new Map<VariantId, readonly Barcode[]>();
  const read = fetchAll(client, chunk(variants, VARIANTS_OF_BARCODES), barcodesRequest, (_, data) => {
    for (const [id, own] of readBarcodes(data)) barcodes.set(id, own);
  });
  return read.ok || read.problem.message.includes(ONE_BARCODE) ? succeed(barcodes) : read;
}

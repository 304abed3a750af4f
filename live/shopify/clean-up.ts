import { setTimeout as wait } from 'node:timers/promises';
import { at, textAt } from '../question';
import { type Admin, refusalsOf } from './admin';
import type { Bench } from './bench';

const LOOKS = 5;
const LOOK_EVERY_MS = 2000;

/** Deletes the draft product, even one whose creation was never answered, and cancels what still runs. */
export async function cleanUp(admin: Admin, bench: Bench): Promise<string> {
  for (const id of bench.bulkOperationIds) await cancel(admin, id);
  if (!bench.mayHaveProduct) return 'Nothing was made in the store.';
  const ids = new Set(await productIds(admin, bench));
  // The request may have been cut off, and Shopify may still be working on it.
  for (let look = 1; ids.size === 0 && bench.product === undefined && look < LOOKS; look += 1) {
    await wait(LOOK_EVERY_MS);
    for (const id of await productIds(admin, bench)) ids.add(id);
  }
  if (bench.product) ids.add(bench.product.id);
  if (ids.size === 0) return 'No draft product was made.';
  for (const id of ids) {
    const answer = await admin.ask(
      `mutation LiveCheckDelete($id: ID!) {
        productDelete(input: { id: $id }) { deletedProductId userErrors { field message } }
      }`,
      { id },
    );
    const refusals = refusalsOf(answer, 'productDelete');
    if (refusals.length > 0) throw new Error(refusals.join(', '));
  }
  if ((await productIds(admin, bench)).length > 0) throw new Error('Shopify still finds it');
  return 'The draft product is deleted.';
}

/** Found by their handles, and ours only if they also have the title of this run. */
async function productIds(admin: Admin, { names }: Bench): Promise<string[]> {
  const found: string[] = [];
  for (const handle of [names.handle, names.renamedHandle]) {
    const { body, status } = await admin.ask(
      `query LiveCheckFind($handle: String!) {
        productByIdentifier(identifier: { handle: $handle }) { id title }
      }`,
      { handle },
    );
    if (at(body, 'data') === undefined) throw new Error(`status ${status} on looking for it`);
    const product = at(body, 'data.productByIdentifier');
    if (textAt(product, 'title') === names.title) found.push(textAt(product, 'id'));
  }
  return found;
}

async function cancel(admin: Admin, id: string): Promise<void> {
  const { body } = await admin.ask('query LiveCheckRunning($id: ID!) { bulkOperation(id: $id) { status } }', {
    id,
  });
  if (!['CREATED', 'RUNNING'].includes(textAt(body, 'data.bulkOperation.status'))) return;
  await admin.ask(
    'mutation LiveCheckCancel($id: ID!) { bulkOperationCancel(id: $id) { userErrors { message } } }',
    { id },
  );
}

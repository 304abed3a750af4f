import { gidOf } from '../../../../src/catalog/values/gid';
import type { Batch } from '../../../../src/plan/model/batch';
import { NOTHING_WRITTEN } from '../../../../src/plan/model/batch-outcome';
import { awaitJobs } from '../../../../src/shopify/bulk/await-jobs';
import type { AdminClient, Reply } from '../../../../src/shopify/client/admin-client';

const IMAGE = gidOf('MediaImage', '1');
const DONE: Reply = {
  kind: 'answered',
  data: { job: { done: true }, product: { media: { nodes: [{ id: IMAGE }] } } },
  errors: [],
};
const ERROR: Reply = { kind: 'answered', data: {}, errors: [{ message: 'Too costly.' }] };

/** The answer to one job of which Shopify says this, each time that it is asked; the last for ever. */
function answerAfter(...replies: readonly Reply[]) {
  let asked = 0;
  const send = () => [replies[Math.min(asked++, replies.length - 1)] as Reply];
  const goesOn = { job: 'gid://shopify/Job/1', productId: gidOf('Product', '1') };
  const [outcome] = awaitJobs(
    [
      {
        batch: {} as Batch,
        answer: { kind: 'answered', written: NOTHING_WRITTEN, refused: [], retry: [], goesOn },
      },
    ],
    { client: { send } as unknown as AdminClient, clock: { now: () => 0, sleep: () => undefined } },
  );
  return outcome?.answer;
}

test('takes an error for no end of a job, and asks again', () => {
  expect(answerAfter(ERROR, DONE)).toMatchObject({ kind: 'answered', written: { media: [IMAGE] } });
});

test('does not know what became of a job of which only errors come', () => {
  expect(answerAfter(ERROR)).toMatchObject({ kind: 'unknown' });
});

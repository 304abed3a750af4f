import { writeRequest } from '../client/graphql';
import type { GraphqlDocument } from '../documents/document';
import {
  PublishDocument,
  type PublishVariables,
  UnpublishDocument,
} from '../documents/generated/write-products';
import { answerOfAction, type BatchOf, type OperationOf } from './operation';

const DOCUMENTS: Record<'publish' | 'unpublish', GraphqlDocument<unknown, PublishVariables>> = {
  publish: PublishDocument,
  unpublish: UnpublishDocument,
};

const publishing: OperationOf<BatchOf<'publish' | 'unpublish'>> = {
  request({ kind, action: { productId, onlineStore } }) {
    const variables = { id: productId, input: [{ publicationId: onlineStore }] };
    return writeRequest(DOCUMENTS[kind], variables, { cost: 10, repeatable: true });
  },
  answer: answerOfAction,
};

const CHANNELS: Record<'join-channels' | 'leave-channels', GraphqlDocument<unknown, PublishVariables>> = {
  'join-channels': PublishDocument,
  'leave-channels': UnpublishDocument,
};

const channels: OperationOf<BatchOf<'join-channels' | 'leave-channels'>> = {
  request({ kind, action: { productId, channels: publications, at } }) {
    const input = publications.map((publicationId) => ({ publicationId, ...(at && { publishDate: at }) }));
    return writeRequest(CHANNELS[kind], { id: productId, input }, { cost: 10, repeatable: true });
  },
  answer: answerOfAction,
};

export {
  channels as channelsJoin,
  channels as channelsLeave,
  publishing as publishablePublish,
  publishing as publishableUnpublish,
};

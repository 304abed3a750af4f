import { rowsSaying } from '../../catalog/tab/row';
import { rowsOf } from '../../plan/action-kinds';
import { NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
import { writeRequest } from '../client/graphql';
import type { GraphqlDocument } from '../documents/document';
import {
  PublishDocument,
  type PublishVariables,
  UnpublishDocument,
} from '../documents/generated/write-products';
import { type BatchOf, type OperationOf, refuse } from './operation';

const DOCUMENTS: Record<'publish' | 'unpublish', GraphqlDocument<unknown, PublishVariables>> = {
  publish: PublishDocument,
  unpublish: UnpublishDocument,
};

const publishing: OperationOf<BatchOf<'publish' | 'unpublish'>> = {
  request({ kind, action: { productId, onlineStore } }) {
    const variables = { id: productId, input: [{ publicationId: onlineStore }] };
    return writeRequest(DOCUMENTS[kind], variables, { cost: 10, repeatable: true });
  },
  answer({ action }, errors) {
    const refused = errors.length > 0 ? rowsSaying(action.change).map((ref) => refuse(ref, errors)) : [];
    return { kind: 'answered', written: NOTHING_WRITTEN, refused, retry: [] };
  },
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
  answer({ action }, errors) {
    const refused = errors.length > 0 ? rowsOf(action).map((ref) => refuse(ref, errors)) : [];
    return { kind: 'answered', written: NOTHING_WRITTEN, refused, retry: [] };
  },
};

export {
  channels as channelsJoin,
  channels as channelsLeave,
  publishing as publishablePublish,
  publishing as publishableUnpublish,
};

import { mediaStatus } from '../../shop/rules/media-status';
import { gidNumber } from '../../shop/state/ids';
import type { MediaFile } from '../../shop/state/media';
import type { Product } from '../../shop/state/product';
import type { StoreState } from '../../shop/state/store-state';
import { id, type SearchFields, text, time, word } from './search-fields';

const usersOf = ({ id }: MediaFile, state: StoreState): readonly Product[] =>
  state.products.all().filter(({ mediaIds }) => mediaIds.includes(id));

/** The filters of `files(query:)` in the schema's description, as far as the store holds what they ask. */
export const fileFields: SearchFields<MediaFile> = {
  created_at: time(({ createdAt }) => [createdAt]),
  filename: text(({ filename }) => [filename], { isDefault: true }),
  id: id((file) => [gidNumber(file.id)]),
  ids: id((file) => [gidNumber(file.id)]),
  // The filter's own words for two of them.
  media_type: word(
    ({ contentType }) =>
      contentType === 'FILE' ? ['generic_file', 'file'] : [contentType, contentType.replace('_3D', '3d')],
    { accepted: ['image', 'video', 'external_video', 'model_3d', 'model3d', 'generic_file', 'file'] },
  ),
  // The store keeps no bytes.
  original_upload_size: word(() => ['0']),
  product_id: id((file, state) => usersOf(file, state).map(({ id }) => gidNumber(id)), { isLive: true }),
  status: word((file, _state, nowMs) => [mediaStatus(file, nowMs)], {
    isLive: true,
    accepted: ['uploaded', 'processing', 'ready', 'failed'],
  }),
  used_in: word((file, state) => [usersOf(file, state).length > 0 ? 'product' : 'none'], { isLive: true }),
  updated_at: time(({ updatedAt }) => [updatedAt]),
};

import { gidNumber } from '../../shop/state/ids';
import type { MediaFile } from '../../shop/state/media';
import { id, type SearchFields, text, time, word } from './search-fields';

/** The filters of `files(query:)` in the schema's description, as far as the store holds what they ask. */
export const fileFields: SearchFields<MediaFile> = {
  created_at: time(({ createdAt }) => [createdAt]),
  filename: text(({ filename }) => [filename], { isDefault: true }),
  id: id((file) => [gidNumber(file.id)]),
  media_type: word(({ contentType }) => [contentType]),
  updated_at: time(({ updatedAt }) => [updatedAt]),
};

/**
 * A title or a wanted handle as Shopify makes handles: lower case, accents taken off, everything but letters and
 * digits a single hyphen (https://shopify.dev/docs/api/liquid/basics#handles; recorded). Exports of real stores hold
 * handles such as `new-era®-cap`, so that sign stays.
 */
export function handleFrom(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/['’"]/g, '')
    .replace(/[^\p{L}\p{N}_®]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** The handle, or the first of `handle-1`, `handle-2` … that nobody has (recorded for generated handles). */
export function freeHandle(wanted: string, isTaken: (handle: string) => boolean): string {
  let handle = wanted;
  for (let suffix = 1; isTaken(handle); suffix += 1) handle = `${wanted}-${suffix}`;
  return handle;
}

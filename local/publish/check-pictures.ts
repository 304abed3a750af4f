import type { Kit } from './kit';
import { MOST_BYTES, PICTURES, SCREENSHOTS } from './needed-pictures';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const LEAST_HEADER = 24;

/** Each picture that Google's forms ask for is there, in exactly the size asked for, and small. */
export function checkPictures(pictures: Kit['pictures']): readonly string[] {
  const problems = PICTURES.flatMap(({ file, width, height }) => {
    const picture = pictures[file];
    if (!picture) return [`${file} is missing.`];
    const size = sizeOf(picture);
    if (!size) return [`${file} is not a PNG picture.`];
    const wrong = size.width !== width || size.height !== height;
    return [
      ...(wrong
        ? [`${file} has ${size.width} × ${size.height} pixels instead of ${width} × ${height}.`]
        : []),
      ...(picture.length > MOST_BYTES ? [`${file} has ${picture.length} bytes; at most ${MOST_BYTES}.`] : []),
    ];
  });
  const known = new Set(PICTURES.map(({ file }) => file));
  for (const file of Object.keys(pictures))
    if (!known.has(file)) problems.push(`${file} is none of the pictures that Google asks for.`);
  if (SCREENSHOTS.length < 1 || SCREENSHOTS.length > 10)
    problems.push('There may be one to ten screenshots.');
  return problems.map((problem) => `publish/pictures: ${problem}`);
}

/** Width and height are in the first chunk of every PNG. Source: https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(picture: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  if (picture.length < LEAST_HEADER || PNG_SIGNATURE.some((byte, at) => picture[at] !== byte))
    return undefined;
  const header = new DataView(picture.buffer, picture.byteOffset, picture.byteLength);
  return { width: header.getUint32(16), height: header.getUint32(20) };
}

/**
 * The add-on's own mark, drawn from nothing: rows of a sheet, of which the changed one goes out as an arrow. No shape
 * or colour is taken from anybody's logo.
 */
const INK = '#1f2a63';
const ROW = '#aab4f2';
const SENT = '#ffb454';

/** Square, with the corners of `viewBox` 0 0 128 128 left clear. */
export function markSvg(size: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 128 128">${MARK}</svg>`;
}

const MARK = `
  <rect x="4" y="4" width="120" height="120" rx="26" fill="${INK}"/>
  <rect x="24" y="27" width="56" height="16" rx="8" fill="${ROW}"/>
  <rect x="24" y="85" width="56" height="16" rx="8" fill="${ROW}"/>
  <path d="M32 56 H80 V44 L108 64 L80 84 V72 H32 A8 8 0 0 1 32 56 Z" fill="${SENT}"/>`;

/** Without the name, so that it stays as it is where the listing has to take the other name. */
export function bannerSvg(width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 220 140">
  <rect width="220" height="140" fill="#eef0fd"/>
  <svg x="16" y="38" width="64" height="64" viewBox="0 0 128 128">${MARK}</svg>
  <g font-family="'Open Sans', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif" font-size="17" font-weight="700" fill="${INK}">
    <text x="94" y="58">Your rows,</text><text x="94" y="81">your store,</text><text x="94" y="104">in step.</text>
  </g>
</svg>`;
}

/** Path under which the workbench stands in for the servers of Shopify's files. */
export const FILES_PATH = '/shopify/files/';

/** Photos in an answer are asked of the workbench: nothing is on Shopify's servers. Other words stay as they are. */
export function photosToWorkbench(text: string): string {
  return text.replaceAll('"photo":"https://cdn.shopify.com/', `"photo":"${FILES_PATH}`);
}

const WIDE_ENOUGH = 160;

/** Picture of a file of which the store keeps no bytes: a color of its own, and the first letters of its name. */
export function drawnPhoto(path: string): string {
  const name = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)).replace(/\.\w+$/, '');
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = words
    .slice(0, 3)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  const hue = [...name].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 360, 7);
  const half = WIDE_ENOUGH / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDE_ENOUGH}" height="${WIDE_ENOUGH}">
<rect width="100%" height="100%" fill="hsl(${hue} 45% 86%)"/>
<circle cx="${half}" cy="${half}" r="56" fill="hsl(${hue} 45% 62%)"/>
<text x="50%" y="50%" dy=".35em" text-anchor="middle" font-family="Arial,sans-serif" font-size="44"
 fill="#fff">${letters}</text></svg>`;
}

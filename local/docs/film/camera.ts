import type { Page } from 'playwright-core';
import upng from 'upng-js';

/** Takes a film as a row of pictures, each on show for some time. */
export interface Camera {
  /** Shows the page as it is now, under a sentence that stays until the next. */
  show(milliseconds: number, words?: string): Promise<void>;
  /** The film as an animated PNG, which shows its first picture where nothing is animated. */
  film(): Uint8Array;
}

export function createCamera(page: Page, size: { readonly width: number; readonly height: number }): Camera {
  const frames: ArrayBuffer[] = [];
  const delays: number[] = [];
  return {
    show: async (milliseconds, words) => {
      if (words !== undefined) await page.evaluate(`(${SAY})(${JSON.stringify(words)})`);
      const image = upng.decode(await page.screenshot());
      const [pixels] = upng.toRGBA8(image);
      if (!pixels) throw new Error('The picture is empty.');
      frames.push(pixels);
      delays.push(milliseconds);
    },
    film: () => new Uint8Array(upng.encode(frames, size.width, size.height, COLOURS, delays)),
  };
}

/** Text on plain ground needs no more. */
const COLOURS = 128;

const SAY = `(words) => {
  const line = document.querySelector('#words') ?? document.body.appendChild(document.createElement('p'));
  line.id = 'words';
  line.textContent = words;
}`;

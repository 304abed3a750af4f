/** upng-js 2.1.0 has no types of its own. */
declare module 'upng-js' {
  interface Image {
    readonly width: number;
    readonly height: number;
  }
  const upng: {
    decode(file: Uint8Array): Image;
    /** One RGBA image for each frame. */
    toRGBA8(image: Image): ArrayBuffer[];
    /** @param colours of the palette; 0 keeps all @param delays of each frame in milliseconds */
    encode(
      frames: readonly ArrayBuffer[],
      width: number,
      height: number,
      colours: number,
      delays: readonly number[],
    ): ArrayBuffer;
  };
  export default upng;
}

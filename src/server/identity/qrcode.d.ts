/** The part of the library that is used; it comes without types. */
declare module 'qrcode' {
  const qrcode: {
    toString(
      text: string,
      options: { type: 'svg'; margin?: number; errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H' },
    ): Promise<string>;
    toBuffer(
      text: string,
      options: { type: 'png'; margin?: number; scale?: number; errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H' },
    ): Promise<Uint8Array>;
  };
  export = qrcode;
}

/** The part of the library that is used; it comes without types. */
declare module 'qrcode' {
  const qrcode: {
    toString(
      text: string,
      options: { type: 'svg'; margin?: number; errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H' },
    ): Promise<string>;
  };
  export = qrcode;
}

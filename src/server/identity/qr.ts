import qrcode from 'qrcode';

/** A QR code as SVG, with the quiet zone scanners need. */
export function qrSvg(text: string): Promise<string> {
  return qrcode.toString(text, { type: 'svg', margin: 2 });
}

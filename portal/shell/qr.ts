import qrcode from 'qrcode';
import { type Html, html, raw } from './html.ts';

/** The address of a page as a QR code, with the quiet zone scanners need. */
export async function qrCode(address: string): Promise<Html> {
  const svg = await qrcode.toString(address, { type: 'svg', margin: 2 });
  return html`<figure class="qr" role="img" aria-label="本页网址的二维码">${raw(svg)}</figure>`;
}

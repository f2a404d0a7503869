import { Document, DocumentGridType, Packer } from 'docx';
import type { Instrument, OfficialDocument, Signature, Verification } from '../../kernel/wording/document.ts';
import { bodyFlow, type Flow } from './body.ts';
import { annexNote, annexPages, imprint, noteLine, signatureLines } from './closing.ts';
import { footerDistance, pageFooters } from './footers.ts';
import { instrumentFoot, instrumentHead } from './instrument.ts';
import { LINE, PAGE } from './layout.ts';
import { masthead, titleAndRecipients } from './masthead.ts';
import { settlePackage } from './package.ts';

interface Properties {
  readonly title: string;
  readonly issuer: string;
  readonly number?: string;
  readonly signature?: Signature;
  readonly verification?: Verification;
}

/** Writes an official paper as .docx by GB/T 9704-2012. The same document always gives the same bytes. */
export function writeOfficialDocument(document: OfficialDocument): Promise<Uint8Array> {
  const { annexes = [], signature } = document;
  const flow: Flow[] = [
    ...masthead(document),
    ...titleAndRecipients(document),
    ...bodyFlow(document.blocks, signature !== undefined),
    ...annexNote(annexes, signature !== undefined),
    ...(signature ? signatureLines(signature, document.note !== undefined) : []),
    ...(document.note ? [noteLine(document.note)] : []),
    ...annexPages(annexes),
    ...imprint(document),
  ];
  const issuer = signature?.issuers.join('、') ?? document.mark?.replace(/文件$/, '') ?? '';
  const { verification, ...properties } = document;
  return write(flow, { ...properties, title: document.title.replace(/\n/g, ''), issuer }, verification?.text);
}

/** Writes a formal instrument as .docx on the same page. The same instrument always gives the same bytes. */
export function writeInstrument(instrument: Instrument): Promise<Uint8Array> {
  const { signature } = instrument;
  const flow: Flow[] = [
    ...instrumentHead(instrument),
    ...bodyFlow(instrument.blocks, signature !== undefined),
    ...(signature ? signatureLines(signature, instrument.copies !== undefined) : []),
    ...instrumentFoot(instrument),
  ];
  return write(flow, { ...instrument, title: instrument.name, issuer: instrument.organ });
}

async function write(children: Flow[], properties: Properties, description?: string): Promise<Uint8Array> {
  const { verification } = properties;
  const document = new Document({
    title: properties.title,
    creator: properties.issuer,
    lastModifiedBy: properties.issuer,
    subject: properties.number,
    description: description ?? verification?.text,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.top,
              right: PAGE.right,
              bottom: PAGE.bottom,
              left: PAGE.left,
              footer: footerDistance(verification),
              gutter: 0,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: LINE },
        },
        footers: pageFooters(verification),
        children,
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  return settlePackage(bytes, `${properties.signature?.date ?? '1980-01-01'}T00:00:00Z`);
}

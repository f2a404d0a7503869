import { z } from 'zod';
import { chineseDate } from '../../../../kernel/dates.ts';
import { f } from '../../../../kernel/procedure/fields.ts';
import { type PenaltyFacts, serviceMethods } from '../fields.ts';
import { basis } from '../law.ts';
import { gate, open, passed, step } from './words.ts';

const fined = ({ facts }: { readonly facts: PenaltyFacts }) => (facts.fine ?? 0) > 0;

export const service = {
  serve: step({
    name: '送达决定书',
    from: ['service'],
    to: ['execution'],
    by: ['case-officer'],
    fields: z.object({
      serviceMethod: f.choice('送达方式', serviceMethods),
      recipient: f.text('收件人', { personal: 'name' }),
      electronicConsent: f.flag('当事人已签订电子送达确认书').optional(),
      serviceReceipt: f.files('送达回证', { min: 1 }),
    }),
    basis: basis.service,
    gates: [
      gate<{ serviceMethod: string; electronicConsent?: boolean }>({
        id: 'electronic-consent',
        holds: ({ input }) => input.serviceMethod !== 'electronic' || input.electronicConsent === true,
        basis: basis.service,
        say: '电子送达须经当事人同意并签订确认书，没有确认书的请改用其他送达方式。',
      }),
    ],
    clocks: [
      { clock: 'service', do: 'stop' },
      { clock: 'announcement', do: 'stop' },
      { clock: 'payment', do: 'start', when: fined },
    ],
    derive: ({ on }) => ({ receivedOn: on }),
    documents: ['service-receipt'],
    usual: true,
  }),
  'announce-service': step({
    name: '公告送达',
    from: ['service'],
    by: ['case-officer'],
    fields: z.object({
      announceReason: f.choice('公告送达的原因', {
        missing: '当事人下落不明',
        failed: '其他方式无法送达',
      }),
      attempts: f.files('其他方式无法送达的证明', { min: 1 }),
      announcedAt: f.text('公告载体'),
    }),
    basis: basis.announcement,
    clocks: [
      { clock: 'service', do: 'stop' },
      { clock: 'announcement', do: 'start' },
    ],
  }),
  'complete-announcement': step({
    name: '公告期满视为送达',
    from: ['service'],
    to: ['execution'],
    by: ['case-officer'],
    fields: z.object({ announcement: f.files('公告及载体证明', { min: 1 }) }),
    basis: basis.announcement,
    gates: [
      gate({
        id: 'announcement-full',
        holds: (view) => open(view, 'announcement') && passed(view, 'announcement'),
        basis: basis.announcement,
        say: (view) =>
          view.dueOf('announcement') === undefined
            ? '本案没有办理公告送达。'
            : `公告期到${chineseDate(view.dueOf('announcement'))}届满，届满之后才视为送达。`,
        early: true,
      }),
    ],
    clocks: [
      { clock: 'announcement', do: 'stop' },
      { clock: 'payment', do: 'start', when: fined },
    ],
    derive: ({ on }) => ({ receivedOn: on, serviceMethod: 'announcement' }),
    documents: ['service-receipt'],
  }),
};

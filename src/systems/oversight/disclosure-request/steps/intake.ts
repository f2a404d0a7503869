import { chineseDate } from '../../../../kernel/dates.ts';
import { receivedOn } from '../clocks.ts';
import * as fields from '../fields.ts';
import { gate, handlers, open, passed, regulation, revised, step } from '../words.ts';

const receiptDay = regulation('第三十一条', 'GK1-05');
const once = regulation('第三十条', 'GK1-04');

type Applied = {
  readonly organ?: string;
  readonly way: keyof typeof fields.ways;
  readonly receivedOn?: string;
  readonly applicantClass: string;
  readonly personName?: string;
  readonly organisation?: string;
  readonly purpose?: string;
};

/** Ways in which the day of receipt is another than the day of the act. */
const dated: readonly string[] = ['signed-mail', 'plain-mail', 'fax'];

export const intake = {
  apply: step({
    name: '登记申请',
    from: [],
    to: ['registered'],
    by: ['applicant', ...handlers],
    fields: fields.apply,
    basis: regulation('第二十九条', 'GK1-19'),
    help: '网上提交的当即取得登记编号，以提交之日为收到之日。',
    unitOf: ({ input, actor }) => input.organ ?? actor.unit,
    gates: [
      gate<Applied>({
        id: 'organ-named',
        holds: ({ input, actor }) => actor.kind !== 'applicant' || input.organ !== undefined,
        basis: regulation('第十条', 'GK1-17'),
        say: '请选择制作或者保存该信息的机关，由它受理申请。',
      }),
      gate<Applied>({
        id: 'applicant-named',
        holds: ({ input }) =>
          (input.applicantClass === 'natural' ? input.personName : input.organisation) !== undefined,
        basis: regulation('第二十九条', 'GK1-19'),
        say: '自然人应当填写姓名，法人和其他组织应当填写名称。',
      }),
      gate<Applied>({
        id: 'receipt-dated',
        holds: ({ input, on }) =>
          dated.includes(input.way)
            ? input.receivedOn !== undefined && input.receivedOn <= on
            : input.receivedOn === undefined,
        basis: receiptDay,
        say: '邮寄、信函和传真应当填写签收或者确认之日，不晚于登记之日；当面和网上提交的以提交之日为收到之日，不另填。',
      }),
      gate<Applied>({
        id: 'need-stated',
        holds: (view) => revised(receivedOn(view)) || view.input.purpose !== undefined,
        basis: regulation('第十三条', 'GK0-03'),
        say: '2019年5月15日以前申请公开，应当与自身生产、生活、科研等特殊需要有关，请填写用途。',
      }),
    ],
    clocks: [
      { clock: 'answer', do: 'start', from: receivedOn },
      { clock: 'review', do: 'start', from: receivedOn, when: (view) => revised(receivedOn(view)) },
    ],
    derive: (view) => ({ receivedOn: receivedOn(view) }),
    documents: ['receipt'],
    usual: true,
  }),
  accept: step({
    name: '开始办理',
    from: ['registered'],
    to: ['handling'],
    by: handlers,
    fields: fields.none,
    basis: regulation('第二十九条', 'GK1-19'),
    clocks: [{ clock: 'review', do: 'stop' }],
    usual: true,
  }),
  'request-correction': step({
    name: '一次告知补正',
    from: ['registered'],
    to: ['correcting'],
    by: handlers,
    fields: fields.requestCorrection,
    basis: once,
    help: '只能告知一次，请写全需要补正的事项。',
    gates: [
      gate({
        id: 'told-in-time',
        early: true,
        holds: (view) => !passed(view, 'review'),
        basis: once,
        say: (view) =>
          `应当在收到申请之日起七个工作日内（${chineseDate(view.dueOf('review'))}前）告知补正，现已超过，请与申请人沟通后按现有内容办理。`,
      }),
    ],
    clocks: [
      { clock: 'review', do: 'stop' },
      // Since 2019 the days begin anew with the corrected request; before, they stood still while it was awaited.
      { clock: 'answer', do: 'stop', when: ({ on }) => revised(on) },
      { clock: 'answer', do: 'pause', when: ({ on }) => !revised(on), reason: '等待申请人补正' },
      { clock: 'correction', do: 'start', when: ({ on }) => revised(on) },
    ],
    documents: ['correction-notice'],
  }),
  supplement: step({
    name: '收到补正',
    from: ['correcting'],
    to: ['handling'],
    by: ['applicant', ...handlers],
    fields: fields.supplement,
    basis: once,
    gates: [
      gate<{ readonly lateReason?: string }>({
        id: 'corrected-in-time',
        holds: (view) => !passed(view, 'correction') || view.input.lateReason !== undefined,
        basis: once,
        say: (view) =>
          `补正期限到${chineseDate(view.dueOf('correction'))}为止。有正当理由的写明理由后接收；没有的，请重新申请。`,
      }),
    ],
    clocks: [
      { clock: 'correction', do: 'stop' },
      { clock: 'answer', do: 'resume', when: (view) => open(view, 'answer') },
      { clock: 'answer', do: 'start', when: (view) => !open(view, 'answer') },
    ],
    usual: true,
  }),
  abandon: step({
    name: '逾期不补正，视为放弃',
    from: ['correcting'],
    to: ['closed'],
    by: handlers,
    fields: fields.none,
    basis: once,
    gates: [
      gate({
        id: 'correction-lapsed',
        early: true,
        holds: (view) => passed(view, 'correction'),
        basis: once,
        say: (view) => {
          const due = view.dueOf('correction');
          return due === undefined
            ? '2019年5月15日以前的条例没有逾期不补正视为放弃的规定，请与申请人沟通后办理。'
            : `补正期限到${chineseDate(due)}，届满之前不能视为放弃申请。`;
        },
      }),
    ],
    clocks: [{ clock: 'correction', do: 'stop' }],
    derive: () => ({ answer: 'other-1' }),
    outcome: '视为放弃申请',
  }),
  withdraw: step({
    name: '撤回申请',
    from: ['registered', 'correcting', 'handling', 'consulting', 'explaining', 'paying'],
    to: ['closed'],
    by: ['applicant', ...handlers],
    fields: fields.none,
    clocks: [
      { clock: 'review', do: 'stop' },
      { clock: 'answer', do: 'stop' },
    ],
    derive: () => ({ answer: 'other-3' }),
    outcome: '申请人撤回申请',
  }),
};

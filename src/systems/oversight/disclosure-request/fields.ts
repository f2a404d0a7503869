import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { type Answer, applicantClasses, replies } from './answers.ts';

/** How a request arrives; the day it counts as received differs (政府信息公开条例 art. 31). */
export const ways = {
  online: '网上提交',
  visit: '当面提交',
  'signed-mail': '邮寄（需签收）',
  'plain-mail': '平常信函',
  fax: '传真',
} as const;

export const forms = { electronic: '电子版', paper: '纸质件', inspection: '当场查阅' } as const;

export const consulted = { 'third-party': '第三方', 'co-producer': '共同制作的机关' } as const;
export const opinions = { agree: '同意公开', disagree: '不同意公开' } as const;

export const apply = z.object({
  organ: f.unit('向哪个机关申请', { help: '窗口登记的不填，由本单位办理' }).optional(),
  way: f.choice('申请方式', ways),
  receivedOn: f
    .date('收到之日', {
      help: '邮寄的填签收之日，平常信函和传真填与申请人确认之日；当面和网上提交的不填，以提交之日为准',
    })
    .optional(),
  applicantClass: f.choice('申请人类别', applicantClasses, { group: '申请人' }),
  personName: f.text('姓名', { personal: 'name', group: '申请人', help: '自然人填写' }).optional(),
  residentId: f.residentId('公民身份号码', { group: '申请人' }).optional(),
  organisation: f.text('单位名称', { group: '申请人', help: '法人或者其他组织填写' }).optional(),
  creditCode: f.creditCode('统一社会信用代码', { group: '申请人' }).optional(),
  phone: f.phone('联系电话', { group: '申请人' }).optional(),
  address: f.text('通信地址', { personal: 'address', group: '申请人' }).optional(),
  subject: f.text('所需信息的名称', { help: '名称、文号等便于查询的特征；请勿写入个人信息' }),
  description: f.longText('所需信息的描述', { personal: 'hidden', max: 2000 }).optional(),
  purpose: f.longText('用途', { max: 500, help: '2019年5月15日以前的申请填写' }).optional(),
  form: f.choice('获取方式', forms),
});

/** Steps whose taking says it all. */
export const none = z.object({});

export const requestCorrection = z.object({
  unclear: f.longText('需要补正的事项', { max: 1000 }),
  correctionDays: f.integer('补正期限', { min: 1, max: 60, unit: '工作日' }),
});

export const supplement = z.object({
  corrected: f.longText('补正内容', { personal: 'hidden', max: 2000 }),
  lateReason: f.longText('逾期补正的正当理由', { max: 500 }).optional(),
});

export const consult = z.object({
  consulted: f.choice('征求谁的意见', consulted),
  thirdPartyName: f.text('名称或者姓名', { personal: 'name' }),
  interests: f.longText('涉及的合法权益或者共同制作的情况', { max: 1000 }),
  opinionDays: f
    .integer('答复意见的期限', { min: 1, max: 15, unit: '工作日', help: '2019年5月15日以前征求的填写' })
    .optional(),
});

export const opinion = z.object({
  opinion: f.choice('意见', opinions),
  opinionReasons: f.longText('理由', { max: 1000 }).optional(),
});

export const extend = z.object({
  extendDays: f.integer('延长', { min: 1, max: 20, unit: '工作日' }),
  extendReason: f.longText('延长的理由', { max: 500 }),
});

export const askReasons = z.object({ excess: f.longText('明显超过合理范围的情况', { max: 500 }) });

export const explain = z.object({
  explanation: f.longText('申请人说明的理由', { max: 1000, help: '没有说明的不填' }).optional(),
  reasonable: f.flag('理由合理'),
});

export const charge = z.object({
  fee: f.money('费用'),
  payDays: f.integer('缴费期限', { min: 1, max: 60, unit: '工作日' }),
});

export const pay = z.object({ receipt: f.text('票据号码', { max: 40 }) });

const remedies = {
  reviewBody: f.text('行政复议机关', { max: 100 }),
  court: f.text('有管辖权的人民法院', { max: 100 }),
};

export const answerOnSpot = z.object({ content: f.longText('公开的内容'), ...remedies });

export const decide = z.object({
  answer: f.choice('答复', replies),
  content: f.longText('公开或者告知的内容').optional(),
  attachments: f.files('公开的文件').optional(),
  reasons: f.longText('理由', { max: 2000 }).optional(),
  legalBasis: f.text('依据', { help: '不予公开、无法提供、不予处理的，写明法律条文' }).optional(),
  reviewed: f.flag('拟公开的内容已经公开审查和保密审查').optional(),
  publicInterest: f.longText('不公开将对公共利益造成的重大影响', { max: 1000 }).optional(),
  thirdPartyTold: f.flag('已将决定公开的内容和理由书面告知第三方').optional(),
  replyNumber: f.text('答复书文号', { max: 60 }),
  ...remedies,
});

export const deliver = z.object({
  method: f.choice('送达方式', { electronic: '电子送达', mail: '邮寄送达', visit: '当面领取' }),
  servedOn: f.date('送达日期'),
});

export const release = z.object({
  publicTitle: f.text('公开的标题'),
  publicText: f.longText('公开的内容', { help: '去掉申请人的信息' }),
  releaseReviewed: f.flag('已经公开审查和保密审查，不含个人信息'),
});

type Fields = z.infer<typeof apply> &
  z.infer<typeof requestCorrection> &
  z.infer<typeof consult> &
  z.infer<typeof opinion> &
  z.infer<typeof extend> &
  z.infer<typeof explain> &
  z.infer<typeof charge> &
  z.infer<typeof release> &
  Omit<z.infer<typeof decide>, 'answer'> &
  z.infer<typeof deliver>;

/** What has been established in a request; each field is set by the step that names it. */
export type RequestFacts = Facts & Partial<Fields> & { readonly answer?: Answer };

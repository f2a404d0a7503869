import type { JsonObject } from '../../../../kernel/ledger/json.ts';
import { actsBy, type Walk, type WalkAct } from '../../../../kernel/procedure/walk.ts';

export const actors = {
  citizen: { kind: 'applicant', unit: 'portal' },
  clerk: { kind: 'window-clerk' },
  liaison: { kind: 'liaison' },
  head: { kind: 'unit-head' },
  publisher: { kind: 'publisher' },
} as const satisfies Walk['actors'];

export const citizen: JsonObject = {
  applicantClass: 'natural',
  personName: '甲某',
  phone: '00000000000',
  subject: '道路改造工程施工许可',
  form: 'electronic',
};
export const firm: JsonObject = {
  applicantClass: 'enterprise',
  organisation: '测试贸易有限公司',
  subject: '年度政府采购合同',
  form: 'paper',
};

export const remedies: JsonObject = { reviewBody: '区人民政府', court: '区人民法院' };
export const disclosed: JsonObject = { answer: 'open', content: '见附件', reviewed: true };
export const withReasons: JsonObject = { reasons: '经检索和审查', legalBasis: '政府信息公开条例第三十六条' };

export const reply = (input: JsonObject): JsonObject => ({
  replyNumber: '测公开〔2024〕1号',
  ...remedies,
  ...input,
});
export const served = (on: string): JsonObject => ({ method: 'electronic', servedOn: on });

export const act = actsBy(actors);

export const visit = (on: string, input: JsonObject, expect: WalkAct['expect'] = {}): WalkAct =>
  act('apply', 'clerk', on, { way: 'visit', ...input }, expect);

export function walk(name: string, ...acts: WalkAct[]): Walk {
  return { name, actors, acts };
}

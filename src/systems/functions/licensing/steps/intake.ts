import { z } from 'zod';
import { chineseDate } from '../../../../kernel/dates.ts';
import { f } from '../../../../kernel/procedure/fields.ts';
import type { CounterpartKind } from '../../../counterpart.ts';
import { applicant, declineGrounds, materials, remedies } from '../fields.ts';
import { anyGiven, type GivenMaterial, lacking, unknownMaterials } from '../materials.ts';
import { deemedAccepted, gate, itemOf, licensingLaw, open, step, type View } from '../words.ts';

const once = licensingLaw('第三十二条第一款第四项', 'XK-03');
const receiptLaw = licensingLaw('第三十二条第二款', 'XK-04');

type WithMaterials = { readonly materials: readonly GivenMaterial[] };
type Ground = keyof typeof declineGrounds;
type Named = {
  readonly applicantKind: CounterpartKind;
  readonly personName?: string;
  readonly organisation?: string;
};

const knownMaterials = gate<WithMaterials>({
  id: 'known-materials',
  holds: (view) => unknownMaterials(itemOf(view), view.input.materials).length === 0,
  basis: licensingLaw('第三十一条', 'XK-31'),
  say: (view) =>
    `材料编码${unknownMaterials(itemOf(view), view.input.materials).join('、')}不在该事项的材料目录内，不得要求提交目录以外的材料。`,
});

/** What is still lacking is named, so that it can be told at once. */
const complete = (holds: (view: View) => boolean) =>
  gate<unknown>({
    id: 'materials-complete',
    early: true,
    holds,
    basis: once,
    say: (view) => {
      const names = lacking(itemOf(view), view.facts.materials ?? []).map(
        (material) => `《${material.name}》`,
      );
      return `材料不齐全，缺少${names.join('、')}。请当场更正或者一次性告知补正。`;
    },
  });

/** A decision on the spot stands on complete materials, whatever became of the time limit. */
export const materialsComplete = complete(
  (view) => lacking(itemOf(view), view.facts.materials ?? []).length === 0,
);

/** Once the five workdays are over the application counts as accepted, complete or not. */
const completeOrDeemed = complete((view) => deemedAccepted(view) || materialsComplete.holds(view));

const notDeemed = (id: string, instead: string) =>
  gate<unknown>({
    id,
    early: true,
    holds: (view) => !deemedAccepted(view),
    basis: once,
    say: (view) =>
      `收到申请材料后超过五个工作日（${chineseDate(view.dueOf('notice'))}前）没有告知补正，自收到之日起即为受理，${instead}，请办理“受理”。`,
  });

export const commitmentSigned = gate<{ readonly commitmentSigned?: boolean }>({
  id: 'commitment-signed',
  holds: (view) => !anyGiven(view.facts.materials, 'committed') || view.input.commitmentSigned === true,
  basis: licensingLaw('第三十一条', 'XK-31'),
  say: '有材料以承诺代替，应当由申请人签署告知承诺书后办理。',
});

export const intake = {
  receive: step({
    name: '收件',
    from: [],
    to: ['received'],
    by: ['window-clerk', 'applicant'],
    fields: z.object({
      item: f.listItem('许可事项', 'licence-items', { help: '从现行许可事项办理清单中选择' }),
      ...applicant,
      materials,
    }),
    basis: licensingLaw('第二十九条', 'XK-30'),
    help: '首位接待人员为首问责任人，负责到底。',
    pins: { item: { list: 'licence-items', field: 'item' } },
    unitOf: (view) => itemOf(view).unit,
    gates: [
      gate<{ readonly applicantKind: CounterpartKind }>({
        id: 'who-may-apply',
        holds: (view) => {
          const kind = view.input.applicantKind === 'natural' ? 'natural' : 'organisation';
          return itemOf(view).who.includes(kind);
        },
        basis: licensingLaw('第三十条', 'XK-01'),
        say: '该事项的办理对象不包括这一类申请人，请核对事项或者申请人类型。',
      }),
      gate<Named>({
        id: 'applicant-named',
        holds: ({ input }) =>
          input.applicantKind === 'natural'
            ? input.personName !== undefined
            : input.organisation !== undefined,
        basis: licensingLaw('第二十九条', 'XK-30'),
        say: '自然人应当填写姓名，单位和个体工商户应当填写名称。',
      }),
      knownMaterials,
    ],
    clocks: [{ clock: 'notice', do: 'start' }],
    derive: (view) => ({
      itemName: itemOf(view).name,
      firstAsked: view.actor.person,
      receivedOn: view.on,
      notices: 0,
      told: [],
    }),
    documents: ['receipt'],
    usual: true,
  }),
  'correct-on-spot': step({
    name: '当场更正',
    from: ['received'],
    by: ['window-clerk'],
    anyUnit: true,
    fields: z.object({ materials, corrected: f.text('更正内容', { max: 500 }) }),
    basis: licensingLaw('第三十二条第一款第三项', 'XK-02'),
    gates: [knownMaterials],
  }),
  'request-correction': step({
    name: '一次性告知补正',
    from: ['received'],
    to: ['correcting'],
    by: ['window-clerk'],
    anyUnit: true,
    fields: z.object({
      missing: f.rows(
        '需要补正的全部内容',
        { name: f.text('材料', { max: 200 }), requirement: f.text('要求', { max: 500 }) },
        { min: 1, max: 100 },
      ),
      correctionDays: f.integer('补正期限', { min: 1, max: 60, unit: '工作日' }),
    }),
    basis: once,
    proposes: (view) => {
      const names = lacking(itemOf(view), view.facts.materials ?? []).map(({ name }) => name);
      return { missing: names.map((name) => ({ name, requirement: '' })) };
    },
    gates: [notDeemed('told-in-time', '不能再要求补正')],
    clocks: [
      { clock: 'notice', do: 'stop' },
      { clock: 'correction', do: 'start' },
    ],
    derive: (view) => ({
      notices: (view.facts.notices ?? 0) + 1,
      told: [...new Set([...(view.facts.told ?? []), ...view.input.missing.map((entry) => entry.name)])],
    }),
    documents: ['correction-notice'],
  }),
  supplement: step({
    name: '收到补正材料',
    from: ['correcting'],
    to: ['received'],
    by: ['window-clerk', 'applicant'],
    anyUnit: true,
    fields: z.object({ materials }),
    basis: once,
    gates: [knownMaterials],
    clocks: [
      { clock: 'correction', do: 'stop' },
      { clock: 'notice', do: 'start' },
    ],
    derive: (view) => ({ receivedOn: view.on }),
    usual: true,
  }),
  accept: step({
    name: '受理',
    from: ['received'],
    to: ['reviewing'],
    by: ['window-clerk'],
    anyUnit: true,
    fields: z.object({
      promiseDue: f.date('补交期限', { help: '容缺受理的，填写申请人承诺补交的日期' }).optional(),
      commitmentSigned: f.flag('已签署告知承诺书').optional(),
    }),
    basis: receiptLaw,
    gates: [
      completeOrDeemed,
      gate<{ readonly promiseDue?: string }>({
        id: 'promise-dated',
        holds: (view) => {
          const { promiseDue } = view.input;
          const promised = anyGiven(view.facts.materials, 'promised');
          return promised ? promiseDue !== undefined && promiseDue > view.on : promiseDue === undefined;
        },
        basis: once,
        say: '容缺受理应当写明补交期限，且在受理之日以后；没有容缺材料的不填。',
      }),
      commitmentSigned,
    ],
    clocks: [
      { clock: 'decide', do: 'start', from: acceptedFrom },
      { clock: 'promise', do: 'start', when: (view) => view.input.promiseDue !== undefined },
      { clock: 'notice', do: 'stop' },
    ],
    derive: (view) => ({
      acceptedOn: acceptedFrom(view),
      ...(view.input.promiseDue === undefined ? {} : { promiseOpen: true }),
    }),
    documents: ['acceptance-notice'],
    usual: true,
  }),
  decline: step({
    name: '不予受理',
    from: ['received', 'correcting'],
    to: ['closed'],
    by: ['window-clerk'],
    anyUnit: true,
    fields: z.object({
      ground: f.choice('不予受理的情形', declineGrounds),
      reasons: f.longText('理由', { max: 1000 }),
      rightOrgan: f.text('有权的行政机关', { max: 100 }).optional(),
      ...remedies,
    }),
    basis: receiptLaw,
    gates: [
      notDeemed('deemed-accepted', '不能再作不予受理'),
      gate<{ readonly ground: Ground; readonly rightOrgan?: string }>({
        id: 'right-organ-named',
        holds: ({ input }) => input.ground !== 'not-competent' || input.rightOrgan !== undefined,
        basis: licensingLaw('第三十二条第一款第二项', 'XK-02'),
        say: '不属于本机关职权的，应当告知申请人向哪个行政机关申请。',
      }),
      gate<{ readonly ground: Ground }>({
        id: 'correction-asked-first',
        holds: (view) =>
          view.input.ground !== 'not-corrected' || ((view.facts.notices ?? 0) > 0 && !waiting(view)),
        basis: once,
        say: (view) =>
          waiting(view)
            ? `补正期限到${chineseDate(view.dueOf('correction'))}，届满之前不能以未补正为由不予受理。`
            : '没有告知过补正，不能以未补正为由不予受理，请先一次性告知。',
      }),
    ],
    outcome: '不予受理',
    documents: ['decline-notice'],
  }),
};

/** Silence counts as acceptance from the day the materials came; otherwise the day of the act counts. */
function acceptedFrom(view: View): string {
  return deemedAccepted(view) ? (view.facts.receivedOn ?? view.on) : view.on;
}

/** The applicant still has time to correct. */
function waiting(view: View): boolean {
  return open(view, 'correction') && view.on <= (view.dueOf('correction') ?? '');
}

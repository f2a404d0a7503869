import { z } from 'zod';
import { scheme } from './assessment-scheme.ts';
import {
  appealRow,
  board,
  problem,
  schemeHead,
  schemeView,
  simulation,
  unitView,
} from './assessment-views.ts';
import { get, json, post } from './endpoint.ts';
import { broughtFile, docx, done, ofUnit, request, versionQuery, xlsx } from './shapes.ts';

/** Who writes, issues and runs the assessment. */
const office = ['legal-office', 'legal-office-head', 'region-head'] as const;
/** Who sees all units. */
const region = [...office, 'supervisor'] as const;
/** Who sees his own unit, or gives points to other units. */
const everyone = [...region, 'unit-head', 'liaison', 'legal-reviewer'] as const;
const verifiers = ['legal-office', 'supervisor', 'legal-reviewer'] as const;
const reviewers = ['legal-office', 'legal-office-head', 'supervisor', 'legal-reviewer'] as const;

const year = z.int().min(2000).max(2100);
const paperParams = z.object({ paper: z.uuid() });
const matterParams = z.object({ matter: z.uuid() });
const unitParams = z.object({ matter: z.uuid(), unit: z.string().max(64) });
const said = z.object({ message: z.string() });
export const assessment = {
  'assessment.schemes': get('/api/assessment-schemes', {
    summary: '考核方案',
    access: office,
    response: z.object({ schemes: z.array(schemeHead) }),
  }),
  'assessment.createScheme': post('/api/assessment-schemes', {
    summary: '新建考核方案',
    access: ['legal-office'],
    body: z.strictObject({ year, from: z.enum(['example', 'model-2021', 'last']) }),
    response: z.object({ paper: z.string(), version: z.number() }),
  }),
  'assessment.scheme': get('/api/assessment-schemes/{paper}', {
    summary: '一个考核方案：指标、分值、检查结果',
    access: office,
    params: paperParams,
    query: versionQuery,
    response: schemeView,
  }),
  'assessment.saveScheme': post('/api/assessment-schemes/{paper}', {
    summary: '保存考核方案的新版本',
    access: ['legal-office'],
    params: paperParams,
    body: z.strictObject({ expected: z.int().min(1), scheme }),
    response: z.object({ version: z.number(), problems: z.array(problem) }),
  }),
  'assessment.importScheme': post('/api/assessment-schemes/{paper}/sheet', {
    summary: '从Excel导入考核指标，替换方案中的指标',
    access: ['legal-office'],
    params: paperParams,
    body: z.strictObject({
      expected: z.int().min(1),
      file: broughtFile,
    }),
    response: z.object({
      version: z.number().nullable(),
      problems: z.array(z.object({ cell: z.string(), message: z.string() })),
    }),
  }),
  'assessment.schemeSheet': get('/api/assessment-schemes/{paper}/scheme.xlsx', {
    summary: '考核指标导出为Excel，可以改后导入',
    access: office,
    params: paperParams,
    file: xlsx,
  }),
  'assessment.simulate': get('/api/assessment-schemes/{paper}/simulation', {
    summary: '用一个年度的数据试算方案，不形成考核结果',
    access: office,
    params: paperParams,
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    response: simulation,
  }),
  'assessment.schemeStep': post('/api/assessment-schemes/{paper}/steps/{step}', {
    summary: '方案送审、退回、印发、撤销；版本和被考核单位由系统带入',
    access: office,
    params: z.object({ paper: z.uuid(), step: z.string() }),
    body: z.strictObject({ request, input: json }),
    response: done,
  }),
  'assessment.list': get('/api/assessments', {
    summary: '各年度考核',
    access: everyone,
    response: z.object({
      assessments: z.array(
        z.object({
          matter: z.string(),
          title: z.string(),
          year: z.number(),
          stageNames: z.array(z.string()),
          /** The reader's own unit in it. */
          own: z
            .object({ unit: z.string(), stageName: z.string(), outcome: z.string().nullable() })
            .nullable(),
        }),
      ),
    }),
  }),
  'assessment.get': get('/api/assessments/{matter}', {
    summary: '一次考核：各单位进度、得分和名次',
    access: region,
    params: matterParams,
    response: board,
  }),
  'assessment.reviewing': get('/api/assessments/{matter}/reviews', {
    summary: '等待本人评议的单位',
    access: reviewers,
    params: matterParams,
    response: z.object({
      units: z.array(z.object({ ...ofUnit, round: z.string(), items: z.number() })),
    }),
  }),
  'assessment.score': post('/api/assessments/{matter}/scores', {
    summary: '按封存的台账给各单位计分',
    access: ['legal-office', 'supervisor'],
    params: matterParams,
    body: z.strictObject({ request }),
    response: said,
  }),
  'assessment.step': post('/api/assessments/{matter}/steps/{step}', {
    summary: '告知得分、确定结果；评议启封和汇总由系统带入',
    access: ['legal-office-head', 'region-head'],
    params: z.object({ matter: z.uuid(), step: z.enum(['tell', 'conclude']) }),
    body: z.strictObject({ request, input: json }),
    response: said,
  }),
  'assessment.unit': get('/api/assessments/{matter}/units/{unit}', {
    summary: '一个单位逐项的得分和理由',
    access: everyone,
    params: unitParams,
    response: unitView,
  }),
  'assessment.verify': post('/api/assessments/{matter}/units/{unit}/findings', {
    summary: '登记材料核验结果并重新计分',
    access: verifiers,
    params: unitParams,
    body: z.strictObject({ request, findings: z.array(json).min(1).max(300) }),
    response: said,
  }),
  'assessment.judge': post('/api/assessments/{matter}/units/{unit}/marks', {
    summary: '提交评议评分，封存到告知时启封',
    access: reviewers,
    params: unitParams,
    body: z.strictObject({
      request,
      marks: z
        .array(
          z.strictObject({
            code: z.string().max(20),
            points: z.number().min(0).max(10_000),
            remark: z.string().trim().max(300).optional(),
          }),
        )
        .min(1)
        .max(300),
    }),
    response: said,
  }),
  'assessment.appeals': get('/api/assessments/{matter}/appeals', {
    summary: '一次考核的全部申诉和答复',
    access: region,
    params: matterParams,
    response: z.object({
      matter: z.string(),
      title: z.string(),
      appealUntil: z.string().nullable(),
      rows: z.array(appealRow),
      mayAnswer: z.boolean(),
    }),
  }),
  'assessment.answerAppeals': post('/api/assessments/{matter}/appeals', {
    summary: '同样答复几项申诉，逐项记入各单位',
    access: ['legal-office-head', 'region-head'],
    params: matterParams,
    body: z.strictObject({
      request,
      items: z
        .array(z.strictObject({ unit: z.string().max(64), code: z.string().max(20) }))
        .min(1, '请先选择要答复的申诉')
        .max(1000),
      upheld: z.boolean(),
      /** Points each is adjusted to; null for the full marks of each. */
      points: z.number().min(0).max(10_000).nullable(),
      answer: z.string().trim().min(1, '请填写答复意见').max(1000),
    }),
    response: said,
  }),
  'assessment.sheet': get('/api/assessments/{matter}/results.xlsx', {
    summary: '考核结果和逐项得分导出为Excel',
    access: region,
    params: matterParams,
    file: xlsx,
  }),
  'assessment.notice': get('/api/assessments/{matter}/notice.docx', {
    summary: '考核结果通报（公文格式）；写明单位的为该单位的结果通知',
    access: everyone,
    params: matterParams,
    query: z.object({ unit: z.string().max(64).optional() }),
    file: docx,
  }),
};

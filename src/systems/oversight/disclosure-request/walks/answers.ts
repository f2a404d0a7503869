import type { Walk } from '../../../../kernel/procedure/walk.ts';
import { act, citizen, disclosed, reply, served, visit, walk, withReasons } from './world.ts';

const released = {
  publicTitle: '道路改造工程施工许可情况',
  publicText: '许可已于当年核发。',
  releaseReviewed: true,
};

const reviewed = walk(
  'reasons with every refusal, review before every disclosure, and publication only by choice',
  visit('2024-03-01', citizen),
  act('accept', 'clerk', '2024-03-04', {}),
  act('decide', 'head', '2024-03-05', reply({ answer: 'refused-6' }), {
    refused: 'disclosure-request.reasons-given',
  }),
  act('decide', 'head', '2024-03-05', reply({ answer: 'open', reviewed: true }), {
    refused: 'disclosure-request.content-given',
  }),
  act('decide', 'head', '2024-03-05', reply({ answer: 'open', content: '见附件' }), {
    refused: 'disclosure-request.reviewed-before-disclosure',
  }),
  act('decide', 'head', '2024-03-05', reply({ answer: 'unavailable-3', ...withReasons }), {
    refused: 'disclosure-request.correction-asked',
  }),
  act('decide', 'head', '2024-03-05', reply({ answer: 'other-1', ...withReasons }), { refused: 'kernel.P6' }),
  act('decide', 'head', '2024-03-05', reply(disclosed)),
  act('deliver', 'clerk', '2024-03-06', served('2024-03-06')),
  act(
    'release',
    'head',
    '2024-03-11',
    { ...released, releaseReviewed: false },
    {
      refused: 'disclosure-request.release-reviewed',
    },
  ),
  act('release', 'head', '2024-03-11', released, {
    stages: ['closed'],
    publications: { answer: 'due' },
    due: { 'publication:answer': '2024-04-09' },
    counts: { 'disclosure-request.released': 1 },
  }),
  act(
    '$publish',
    'publisher',
    '2024-03-12',
    { publication: 'answer' },
    { publications: { answer: 'published' } },
  ),
  act('release', 'publisher', '2024-03-13', released, { refused: 'disclosure-request.released-once' }),
);

const refused = walk(
  'what was refused is not published',
  visit('2024-03-01', citizen),
  act('accept', 'clerk', '2024-03-04', {}),
  act('decide', 'head', '2024-03-05', reply({ answer: 'refused-5', ...withReasons }), {
    counts: { 'disclosure-request.results.natural': 1 },
  }),
  act('deliver', 'clerk', '2024-03-06', served('2024-03-06'), {
    outcome: '不予公开：属于三类内部事务信息',
  }),
  act('release', 'head', '2024-03-11', released, { refused: 'disclosure-request.disclosed-answer' }),
);

const unclear = walk(
  'still unclear after the correction',
  visit('2024-03-01', citizen),
  act('request-correction', 'clerk', '2024-03-04', { unclear: '请写明名称', correctionDays: 10 }),
  act('supplement', 'citizen', '2024-03-08', { corrected: '所有文件' }, { due: { answer: '2024-04-08' } }),
  act('decide', 'head', '2024-03-11', reply({ answer: 'unavailable-3', ...withReasons }), {
    stages: ['delivering'],
  }),
);

export const answerWalks: readonly Walk[] = [reviewed, refused, unclear];

import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office' },
  chief: { kind: 'legal-office-head', unit: 'bureau' },
  head: { kind: 'region-head', unit: 'bureau' },
  liaison: { kind: 'liaison' },
  both: { kind: 'supervisor', person: 'liaison' },
} as const;
const act = actsBy(actors);
const refused = refusedBy('escalation');

const reminder = {
  source: 'task',
  subject: '3．公布权责清单',
  subjectNumber: 'RW1',
  due: '2025-06-30',
  matters: '逾期没有公布',
  replyBy: '2025-07-08',
};
const summons = {
  summonReason: '提醒后仍没有推进',
  summoned: '主要负责人',
  summonOn: '2025-07-16',
  place: '第一会议室',
};
const order = { demands: '公布清单并建立更新制度', rectifyBy: '2025-08-15' };
const reply = { reply: '已公布' };
const back = (replyBy: string) => ({ backReason: '链接打不开', replyBy });

export const walks: readonly Walk[] = [
  {
    name: 'put right after the reminder, found so by somebody else than who answered',
    actors,
    acts: [
      act('remind', 'clerk', '2025-07-01', { ...reminder, replyBy: '2025-06-30' }, refused('reply-ahead')),
      act('remind', 'clerk', '2025-07-01', reminder, {
        stages: ['reminded'],
        due: { reply: '2025-07-08' },
        counts: { 'escalation.taken': 1 },
      }),
      act('resolve', 'clerk', '2025-07-02', { resolution: '到位' }, refused('answered')),
      act('send-back', 'clerk', '2025-07-02', back('2025-07-11'), refused('answered-before-back')),
      act('answer', 'liaison', '2025-07-04', reply, {
        facts: { answeredLate: false },
        counts: { 'escalation.answered': 1 },
      }),
      act('summon', 'chief', '2025-07-07', summons, refused('unanswered')),
      act('resolve', 'both', '2025-07-07', { resolution: '到位' }, { refused: 'kernel.P5' }),
      act(
        'resolve',
        'clerk',
        '2025-07-07',
        { resolution: '清单已公布' },
        { outcome: '提醒后整改到位', counts: { 'escalation.resolved': 1 } },
      ),
    ],
  },
  {
    name: 'through all four levels, one after the other, each with time to answer',
    actors,
    acts: [
      act('remind', 'clerk', '2025-07-01', reminder),
      act('summon', 'chief', '2025-07-01', summons, refused('time-given')),
      act('answer', 'liaison', '2025-07-04', reply),
      act('send-back', 'clerk', '2025-07-07', back('2025-07-04'), refused('back-ahead')),
      act('send-back', 'clerk', '2025-07-07', back('2025-07-10'), { due: { reply: '2025-07-10' } }),
      act(
        'change-reply',
        'clerk',
        '2025-07-08',
        { replyBy: '2025-07-07', replyReason: '系统检修' },
        refused('changed-ahead'),
      ),
      act(
        'change-reply',
        'clerk',
        '2025-07-08',
        { replyBy: '2025-07-11', replyReason: '系统检修' },
        { due: { reply: '2025-07-11' } },
      ),
      act('summon', 'chief', '2025-07-11', { ...summons, summonOn: '2025-07-14' }, refused('reply-over')),
      act('summon', 'chief', '2025-07-14', { ...summons, summonOn: '2025-07-11' }, refused('summons-ahead')),
      act('summon', 'chief', '2025-07-14', summons, { stages: ['summoned'], due: { talk: '2025-07-16' } }),
      act(
        'record-talk',
        'clerk',
        '2025-07-15',
        { summonRecord: '已约谈', commitments: '月底公布' },
        refused('talk-held'),
      ),
      act(
        'change-talk',
        'chief',
        '2025-07-16',
        { summonOn: '2025-07-15', talkReason: '参会' },
        refused('changed-talk-ahead'),
      ),
      act(
        'change-talk',
        'chief',
        '2025-07-16',
        { summonOn: '2025-07-18', talkReason: '参会' },
        { stages: ['summoned'], due: { talk: '2025-07-18' } },
      ),
      act(
        'record-talk',
        'clerk',
        '2025-07-17',
        { summonRecord: '已约谈', commitments: '月底公布' },
        refused('talk-held'),
      ),
      act('record-talk', 'clerk', '2025-07-21', { summonRecord: '已约谈', commitments: '月底公布' }),
      act('order', 'chief', '2025-08-01', { ...order, rectifyBy: '2025-07-31' }, refused('order-ahead')),
      act('order', 'chief', '2025-08-01', order, { due: { rectification: '2025-08-15' } }),
      act(
        'extend',
        'chief',
        '2025-08-11',
        { rectifyBy: '2025-08-22', extendReason: '网站改版' },
        { due: { rectification: '2025-08-22' } },
      ),
      act(
        'circulate',
        'head',
        '2025-08-22',
        { notice: '予以通报', circulation: '全区', replyBy: '2025-09-01' },
        refused('rectification-over'),
      ),
      act(
        'circulate',
        'head',
        '2025-08-25',
        { notice: '予以通报', circulation: '全区', replyBy: '2025-08-22' },
        refused('circular-reply-ahead'),
      ),
      act(
        'circulate',
        'head',
        '2025-08-25',
        { notice: '予以通报', circulation: '全区', replyBy: '2025-08-27' },
        { due: { reply: '2025-08-27' } },
      ),
      act('answer', 'liaison', '2025-08-28', reply, { facts: { answeredLate: true } }),
      act('resolve', 'chief', '2025-08-29', { resolution: '清单已公布' }, { outcome: '通报后整改到位' }),
    ],
  },
  {
    name: 'an answer sent back in 限期整改 and not given again: the circular sets another day',
    actors,
    acts: [
      act('remind', 'clerk', '2025-07-01', reminder),
      act('summon', 'chief', '2025-07-09', { ...summons, summonOn: '2025-07-10' }),
      act('record-talk', 'clerk', '2025-07-10', { summonRecord: '已约谈', commitments: '月底公布' }),
      act('answer', 'liaison', '2025-07-11', reply, { facts: { answeredLate: false } }),
      act('send-back', 'clerk', '2025-07-11', back('2025-07-18')),
      act('order', 'chief', '2025-07-18', { ...order, rectifyBy: '2025-08-01' }, refused('reply-over')),
      act('order', 'chief', '2025-07-21', { ...order, rectifyBy: '2025-08-01' }),
      act('answer', 'liaison', '2025-07-31', reply),
      act('send-back', 'clerk', '2025-08-01', back('2025-08-08')),
      act(
        'circulate',
        'head',
        '2025-08-06',
        { notice: '予以通报', circulation: '全区', replyBy: '2025-08-20' },
        refused('reply-over'),
      ),
      act(
        'circulate',
        'head',
        '2025-08-11',
        { notice: '予以通报', circulation: '全区', replyBy: '2025-08-20' },
        { due: { reply: '2025-08-20' } },
      ),
    ],
  },
];

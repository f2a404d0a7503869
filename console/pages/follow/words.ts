import type { EscalationRow, InspectedUnitView } from '../../../src/client/contract/follow.ts';
import type { Sort } from '../../shared/tally-bar.tsx';

export const tabs = [
  { title: '督察', path: '/inspections' },
  { title: '提醒约谈', path: '/escalations' },
] as const;

const inState =
  (...states: readonly InspectedUnitView['state'][]) =>
  ({ state }: InspectedUnitView) =>
    states.includes(state);

export const unitSorts: readonly Sort<InspectedUnitView>[] = [
  { id: '', name: '被督察单位' },
  { id: 'notified', name: '待自查', holds: inState('notified') },
  { id: 'inspecting', name: '检查中', holds: inState('inspecting') },
  { id: 'rectifying', name: '整改中', holds: inState('rectifying') },
  { id: 'rechecking', name: '待复核', holds: inState('rechecking') },
  { id: 'rectified', name: '整改到位', holds: inState('rectified'), tone: 'good' },
  { id: 'clean', name: '未发现问题', holds: inState('clean'), tone: 'good' },
  { id: 'late', name: '逾期', holds: ({ late }) => late !== null, tone: 'late' },
];

const waitsFor =
  (...waiting: readonly EscalationRow['waiting'][]) =>
  (row: EscalationRow) =>
    waiting.includes(row.waiting);

export const escalationSorts: readonly Sort<EscalationRow>[] = [
  { id: '', name: '全部' },
  { id: 'late', name: '逾期未反馈', holds: waitsFor('late'), tone: 'late' },
  { id: 'answer', name: '待反馈', holds: waitsFor('answer') },
  { id: 'review', name: '待审核', holds: waitsFor('review'), tone: 'near' },
  { id: 'talk', name: '待约谈', holds: waitsFor('talk', 'talk-late') },
  { id: 'next', name: '待下一级', holds: waitsFor('next') },
  { id: 'resolved', name: '整改到位', holds: waitsFor('resolved'), tone: 'good' },
];

export const levels: Readonly<Record<EscalationRow['level'], string>> = {
  remind: '提醒',
  summon: '约谈',
  order: '限期整改',
  circulate: '通报',
};

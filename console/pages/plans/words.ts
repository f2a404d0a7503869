import type { BoardTaskView } from '../../../src/client/contract/plan-board.ts';
import type { PlanTaskView } from '../../../src/client/contract/plans.ts';

export type Role = PlanTaskView['units'][number]['role'];
export const roleNames: Readonly<Record<Role, string>> = {
  lead: '牵头单位',
  responsible: '责任单位',
  cooperating: '配合单位',
};

export type Standing = BoardTaskView['standing'];
export const standingNames: Readonly<Record<Standing, string>> = {
  done: '按期完成',
  'done-late': '逾期完成',
  claimed: '待销号',
  running: '推进中',
  near: '临期',
  late: '逾期',
  cancelled: '已撤销',
  unfinished: '未完成',
};
export const standingTones: Readonly<Record<Standing, string>> = {
  done: 'green',
  'done-late': 'yellow',
  claimed: '',
  running: '',
  near: 'yellow',
  late: 'red',
  cancelled: '',
  unfinished: 'red',
};

export const senseNames = { minimum: '不少于', maximum: '不多于', exact: '等于' } as const;

/** Where a unit was taken from; what was only guessed is told apart. */
export const sourceNames: Readonly<Record<PlanTaskView['units'][number]['source'], string>> = {
  remembered: '按以前的确认',
  name: '按名称对应',
  class: '按类别对应',
  past: '按往年任务推荐',
  subject: '按任务内容推荐',
  chosen: '手工选择',
  unknown: '对应不上，请选择',
};

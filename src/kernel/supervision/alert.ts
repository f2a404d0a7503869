/** green: note it; yellow: explain it; red: stop and correct it. */
export type AlertLevel = 'green' | 'yellow' | 'red';
export const alertLevels: Record<AlertLevel, string> = {
  green: '绿色提示',
  yellow: '黄色预警',
  red: '红色警告',
};

/** An alert as an event carries it. */
export interface Alert {
  readonly rule: string;
  readonly name: string;
  readonly level: AlertLevel;
  readonly message: string;
}

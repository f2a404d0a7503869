/**
 * Radicals that PDF fonts put in the place of the characters they look like. Those of the Kangxi block have a
 * compatibility form (⼀ → 一); of the supplement most have none, so the ones that are whole characters in
 * simplified text stand here, by the radical's name in the Unicode code charts. Examples: 部⻔ → 部门 · 人⺠ → 人民.
 */
const RADICAL = /[\u2e80-\u2fd5]/g;

const SUPPLEMENT: ReadonlyMap<string, string> = new Map(
  [
    '\u2e87几 \u2ea0民 \u2ea7牛 \u2ea9王 \u2eb8羊 \u2ec1虎 \u2ec4西 \u2ec5见 \u2ec6角 \u2ec9贝 \u2eca足 \u2ecb车',
    '\u2ed1長 \u2ed3长 \u2ed4门 \u2ed7雨 \u2ed8青 \u2ed9韦 \u2eda页 \u2edb风 \u2edc飞 \u2edd食 \u2ee1首 \u2ee2马',
    '\u2ee3骨 \u2ee4鬼 \u2ee5鱼 \u2ee6鸟 \u2ee7卤 \u2ee8麦 \u2ee9黄 \u2eea黾 \u2eec齐 \u2eee齿 \u2ef0龙 \u2ef1龟',
  ]
    .join(' ')
    .split(' ')
    .map(([radical, character]) => [radical!, character!] as const),
);

export const plainRadicals = (text: string): string =>
  text.replace(RADICAL, (sign) => SUPPLEMENT.get(sign) ?? sign.normalize('NFKC'));

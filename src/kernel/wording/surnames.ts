/**
 * Surnames of two characters (复姓): those of the traditional register of surnames (百家姓), and a few more that are
 * borne today. A name that begins with one of them and goes on has it as its surname.
 */
const compound: ReadonlySet<string> = new Set(
  (
    '欧阳 司马 诸葛 上官 夏侯 闻人 东方 赫连 皇甫 尉迟 公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 公孙 仲孙 轩辕 ' +
    '令狐 钟离 宇文 长孙 慕容 鲜于 闾丘 司徒 司空 亓官 司寇 子车 颛孙 端木 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 ' +
    '宰父 谷梁 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 南宫 第五 万俟 独孤 纳兰 完颜'
  ).split(' '),
);

export const compoundSurnames: readonly string[] = [...compound];

/** The surname of a Chinese name: its first character, or two where they are a compound surname followed by a name. */
export function surnameOf(name: string): string {
  const chars = [...name];
  const two = chars.slice(0, 2).join('');
  return chars.length > 2 && compound.has(two) ? two : (chars[0] ?? '');
}

/** A name with its surname alone: 张某, 欧阳某某. Two 某 stand for a given name of two characters or more. */
export function maskedName(name: string): string {
  const chars = [...name];
  if (chars.length <= 1) return '某';
  const surname = surnameOf(name);
  const given = chars.length - [...surname].length;
  return `${surname}某${given > 1 ? '某' : ''}`;
}

/** Deepest nesting taken: forms have rows of fields, nothing asks for more. */
const MOST_LEVELS = 32;

/** Day and instant the database and the calendar can hold. */
const YEARS = { first: '1900', last: '2199' } as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What no part of the system can keep, whatever the field: characters that are none, years outside of legal time,
 * nesting without end. Undefined where the value is clean. Looked at once, before the shape is checked.
 */
export function hygieneProblem(value: unknown, level = 0): string | undefined {
  if (typeof value === 'string') return textProblem(value);
  if (typeof value !== 'object' || value === null) return undefined;
  if (level >= MOST_LEVELS) return '提交的内容层次过深，请检查后重新提交。';
  for (const [name, entry] of Object.entries(value)) {
    // No field is called so, and a look-up by such a name finds what every object inherits.
    if (name in Object.prototype) return `没有“${name}”这个字段。`;
    const problem = textProblem(name) ?? hygieneProblem(entry, level + 1);
    if (problem) return problem;
  }
  return undefined;
}

function textProblem(text: string): string | undefined {
  if (text.includes('\0') || !text.isWellFormed()) return '填写的内容含有无法保存的字符，请删除后重新输入。';
  const year = DAY.test(text) ? text.slice(0, 4) : undefined;
  if (year !== undefined && (year < YEARS.first || year > YEARS.last))
    return `日期${text}不在${YEARS.first}年至${YEARS.last}年之间，请核对。`;
  return undefined;
}

const written = /^(\d{4})(?:[-./年]?)(\d{1,2})(?:[-./月]?)(\d{1,2})日?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;

/** A day as people type or paste it (`2024-9-27`, `2024.9.27`, `2024年9月27日`, `20240927`) as `2024-09-27`. */
export function typedDate(text: string): string | undefined {
  const parts = partsOf(text);
  if (!parts) return undefined;
  const iso = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
  const real = new Date(`${iso}T00:00:00.000Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === iso ? iso : undefined;
}

/** Why a text is no day, and what would be one. */
export function dateComplaint(text: string): string {
  const [, year, month] = partsOf(text)?.map(Number) ?? [];
  const days = year && month && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : undefined;
  const why = days ? `：${year}年${month}月只有${days}天` : '，请写成2024-9-27这样';
  return `“${text.trim()}”不是有效日期${why}`;
}

function partsOf(text: string): RegExpExecArray | null {
  const trimmed = text.trim().replace(/\s+/g, '');
  return /^\d+$/.test(trimmed) ? compact.exec(trimmed) : written.exec(trimmed);
}

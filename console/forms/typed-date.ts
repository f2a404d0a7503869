const written = /^(\d{4})(?:[-./年]?)(\d{1,2})(?:[-./月]?)(\d{1,2})日?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;

/** A day as people type or paste it (`2024-9-27`, `2024.9.27`, `2024年9月27日`, `20240927`) as `2024-09-27`. */
export function typedDate(text: string): string | undefined {
  const trimmed = text.trim().replace(/\s+/g, '');
  const digitsOnly = /^\d+$/.test(trimmed);
  const parts = digitsOnly ? compact.exec(trimmed) : written.exec(trimmed);
  if (!parts) return undefined;
  const iso = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
  const real = new Date(`${iso}T00:00:00.000Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === iso ? iso : undefined;
}

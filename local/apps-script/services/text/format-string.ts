/** `%s`, `%d`, `%05.2f` … as Utilities.formatString, Logger.log and console.log understand them; and what is left over. */
export function formatPrintf(
  template: string,
  values: readonly unknown[],
): { text: string; rest: readonly unknown[] } {
  let next = 0;
  const formatted = template.replace(
    /%(%|([-+0 ]*)(\d+)?(?:\.(\d+))?([sdifjoO]))/g,
    (whole, percent: string, flags = '', width?: string, precision?: string, kind = 's') => {
      if (percent === '%') return '%';
      if (next >= values.length) return whole;
      return pad(textOf(values[next++], kind, flags, precision), flags, Number(width ?? 0));
    },
  );
  return { text: formatted, rest: values.slice(next) };
}

function textOf(value: unknown, kind: string, flags: string, precision: string | undefined): string {
  if (kind === 'j' || kind === 'o' || kind === 'O') return JSON.stringify(value);
  if (kind === 's')
    return precision === undefined ? String(value) : String(value).slice(0, Number(precision));
  const number = Number(value);
  const digits = kind === 'f' ? number.toFixed(Number(precision ?? 6)) : String(Math.trunc(number));
  return flags.includes('+') && number >= 0 ? `+${digits}` : digits;
}

function pad(value: string, flags: string, width: number): string {
  if (flags.includes('-')) return value.padEnd(width);
  if (!flags.includes('0')) return value.padStart(width);
  const sign = /^[+-]/.exec(value)?.[0] ?? '';
  return sign + value.slice(sign.length).padStart(width - sign.length, '0');
}

/** Numbers and dates in a spreadsheet's locale; taken from the machine's own locale data. */
export interface SheetLocale {
  readonly decimal: string;
  /** Every character that may stand between thousands. */
  readonly groups: string;
  readonly group: string;
  /** For example month, day, year. */
  readonly dateOrder: readonly DatePart[];
  /** Google's default date format for the locale: `M/d/yyyy`, `dd.MM.yyyy`. */
  readonly dateFormat: string;
  /** Long and short names in lower case, to 1–12. */
  readonly monthNumbers: ReadonlyMap<string, number>;
  readonly monthNames: readonly string[];
  readonly shortMonthNames: readonly string[];
  readonly weekdayNames: readonly string[];
  readonly shortWeekdayNames: readonly string[];
}

type DatePart = 'day' | 'month' | 'year';

const known = new Map<string, SheetLocale>();

/** @param id as Google writes it, for example `de_DE`. */
export function sheetLocale(id: string): SheetLocale {
  const found = known.get(id) ?? buildLocale(id.replaceAll('_', '-'));
  known.set(id, found);
  return found;
}

function buildLocale(tag: string): SheetLocale {
  const numberParts = new Intl.NumberFormat(tag).formatToParts(-1234567.8);
  const decimal = numberParts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const group = numberParts.find(({ type }) => type === 'group')?.value ?? ',';
  const dateParts = new Intl.DateTimeFormat(tag, {
    dateStyle: 'short',
    timeZone: 'UTC',
    calendar: 'gregory',
  }).formatToParts(Date.UTC(2024, 4, 7));
  const names = (style: Intl.DateTimeFormatOptions, dates: readonly number[]) => {
    const format = new Intl.DateTimeFormat(tag, { ...style, timeZone: 'UTC', calendar: 'gregory' });
    return dates.map((date) => format.format(date));
  };
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 15));
  // 2024-09-01 was a Sunday.
  const weekdays = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 8, 1 + day));
  const monthNames = names({ month: 'long' }, months);
  const shortMonthNames = names({ month: 'short' }, months).map((name) => name.replace(/\.$/, ''));
  return {
    decimal,
    group,
    // French and others group by one of several blanks; people type the plain one.
    groups: /\s/.test(group) ? ' \u00a0\u202f' : group,
    dateOrder: dateParts.flatMap(({ type }) =>
      type === 'day' || type === 'month' || type === 'year' ? [type] : [],
    ),
    dateFormat: dateParts.map(formatToken).join(''),
    monthNumbers: new Map(
      [...monthNames, ...shortMonthNames].map((name, index) => [name.toLowerCase(), (index % 12) + 1]),
    ),
    monthNames,
    shortMonthNames,
    weekdayNames: names({ weekday: 'long' }, weekdays),
    shortWeekdayNames: names({ weekday: 'short' }, weekdays),
  };
}

function formatToken({ type, value }: Intl.DateTimeFormatPart): string {
  if (type === 'day') return 'd'.repeat(value.length);
  if (type === 'month') return 'M'.repeat(value.length);
  if (type === 'year') return 'yyyy';
  return value;
}

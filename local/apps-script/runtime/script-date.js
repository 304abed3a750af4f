/**
 * The `Date` of a script: it reads the virtual clock, and local time is the time zone of the manifest, whatever
 * the zone of this machine. Run inside the bundle's realm (see `realm.ts`), so that values are the realm's own.
 *
 * @param {() => number} now milliseconds since 1970
 * @param {(utcMs: number) => number} offsetMs what local time is ahead of UTC at an instant
 * @param {string} timeZone
 */
// biome-ignore lint/correctness/noUnusedVariables: the value of the script, taken by realm.ts
function installScriptDate(now, offsetMs, timeZone) {
  const NativeDate = Date;
  const prototype = NativeDate.prototype;
  const toLocal = (utcMs) => new NativeDate(utcMs + offsetMs(utcMs));
  const toUtc = (localMs) => {
    const guess = localMs - offsetMs(localMs);
    return localMs - offsetMs(guess);
  };

  /** Text without a zone is local time, except a bare ISO date (ECMA-262, Date.parse). */
  function parse(text) {
    const hasZone = /(Z|UTC|GMT|[+-]\d{2}:?\d{2}|\([^)]*\))\s*$/i.test(text) && /\d.*:|GMT|UTC/i.test(text);
    if (hasZone || /^[+-]?\d{4,6}(-\d{2}){0,2}$/.test(text)) return NativeDate.parse(text);
    const asUtc = NativeDate.parse(/^\d{4}-\d{2}-\d{2}T/.test(text) ? `${text}Z` : `${text} UTC`);
    return Number.isNaN(asUtc) ? asUtc : toUtc(asUtc);
  }

  function ScriptDate(...parts) {
    if (new.target === undefined) return new ScriptDate().toString();
    const [only] = parts;
    let utcMs = only;
    if (parts.length === 0) utcMs = now();
    else if (parts.length > 1) utcMs = toUtc(NativeDate.UTC(...parts));
    else if (typeof only === 'string') utcMs = parse(only);
    return Reflect.construct(NativeDate, [utcMs], new.target);
  }
  ScriptDate.now = now;
  ScriptDate.parse = (text) => parse(String(text));
  ScriptDate.UTC = NativeDate.UTC;
  ScriptDate.prototype = prototype;
  Object.defineProperty(ScriptDate, 'name', { value: 'Date' });

  const own = (name, value) =>
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  own('constructor', ScriptDate);
  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    own(`get${part}`, function () {
      return toLocal(this.getTime())[`getUTC${part}`]();
    });
    if (part === 'Day') continue;
    own(`set${part}`, function (...values) {
      const local = toLocal(this.getTime());
      local[`setUTC${part}`](...values);
      return this.setTime(toUtc(local.getTime()));
    });
  }
  own('getTimezoneOffset', function () {
    return -offsetMs(this.getTime()) / 60_000;
  });

  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const native = prototype[name];
    own(name, function (locales, options) {
      return native.call(this, locales, { timeZone, ...options });
    });
  }
  const dateText = (date) =>
    toLocal(date.getTime())
      .toUTCString()
      .replace(/^(\w+), (\d+) (\w+) (\d+).*/, '$1 $3 $2 $4');
  const timeText = (date) => {
    const minutes = offsetMs(date.getTime()) / 60_000;
    const digits = String(Math.floor(Math.abs(minutes) / 60) * 100 + (Math.abs(minutes) % 60)).padStart(
      4,
      '0',
    );
    const clock = toLocal(date.getTime()).toISOString().slice(11, 19);
    return `${clock} GMT${minutes < 0 ? '-' : '+'}${digits} (${timeZone})`;
  };
  const orInvalid = (text) =>
    function () {
      return Number.isNaN(this.getTime()) ? 'Invalid Date' : text(this);
    };
  own('toDateString', orInvalid(dateText));
  own('toTimeString', orInvalid(timeText));
  own(
    'toString',
    orInvalid((date) => `${dateText(date)} ${timeText(date)}`),
  );
  return ScriptDate;
}

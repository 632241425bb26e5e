/**
 * The module `time`.
 */
import { normInt } from '../../numbers/int-ops.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, type PyModule, PyTuple, intOf, strOf, typeOf } from '../../objects/core/values.ts';
import { makeFunctions } from '../../objects/core/builtin.ts';
import { overflowError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { toArray } from '../../protocol/iterate.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { importDotted } from '../host/import.ts';
import { namespace } from '../types/simple-namespace.ts';
import { makeStruct, structSequence } from '../host/struct-sequence.ts';
import { sleepSeconds } from './waiting.ts';

const FIELDS = [
  'tm_year',
  'tm_mon',
  'tm_mday',
  'tm_hour',
  'tm_min',
  'tm_sec',
  'tm_wday',
  'tm_yday',
  'tm_isdst',
  'tm_zone',
  'tm_gmtoff',
];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const structTime = structSequence('time', 'struct_time', FIELDS, 9);

/** Nanoseconds since the epoch. */
function wallNanoseconds(): bigint {
  return BigInt(Math.round((performance.timeOrigin + performance.now()) * 1e6));
}

/** Nanoseconds of processor time. */
function cpuNanoseconds(): bigint {
  const u = process.cpuUsage();
  return BigInt(u.user + u.system) * 1000n;
}

const seconds = (ns: bigint): PyFloat => new PyFloat(Number(ns) / 1e9);

/** Reads seconds given as int or float. */
function secondsOf(x: PyValue): number {
  if (x instanceof PyFloat) return x.value;
  return Number(indexOf(x));
}

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
  yearday: number;
  dst: number;
  zone: string;
  offset: number;
}

/** Counts days from 1970-01-01 (Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}

/** Splits seconds since the epoch, in UTC or local time. */
function partsOf(epoch: number, local: boolean): Parts {
  const d = new Date(Math.floor(epoch) * 1000);
  if (Number.isNaN(d.getTime())) overflowError('timestamp out of range for platform time_t');
  const offset = local ? -d.getTimezoneOffset() * 60 : 0;
  const s = new Date(d.getTime() + offset * 1000);
  const year = s.getUTCFullYear();
  return {
    year,
    month: s.getUTCMonth() + 1,
    day: s.getUTCDate(),
    hour: s.getUTCHours(),
    minute: s.getUTCMinutes(),
    second: s.getUTCSeconds(),
    weekday: (s.getUTCDay() + 6) % 7,
    yearday: daysFromCivil(year, s.getUTCMonth() + 1, s.getUTCDate()) - daysFromCivil(year, 1, 1) + 1,
    dst: local ? daylightAt(d) : 0,
    zone: local ? zoneName(d) : 'UTC',
    offset,
  };
}

/** Tells whether daylight saving is on at an instant: 1 or 0. */
function daylightAt(d: Date): number {
  const year = d.getFullYear();
  const standard = Math.max(new Date(year, 0, 1).getTimezoneOffset(), new Date(year, 6, 1).getTimezoneOffset());
  return d.getTimezoneOffset() < standard ? 1 : 0;
}

/** Returns the abbreviation of the local zone at an instant. */
function zoneName(d: Date): string {
  const tz = process.env['TZ'];
  if (d.getTimezoneOffset() === 0 && (tz === undefined || tz === '' || /UTC|GMT/.test(tz)))
    return tz !== undefined && /GMT/.test(tz) ? 'GMT' : 'UTC';
  const part = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' })
    .formatToParts(d)
    .find((p) => p.type === 'timeZoneName');
  return part?.value ?? 'UTC';
}

function toStruct(p: Parts): PyTuple {
  return makeStruct(structTime, [
    p.year,
    p.month,
    p.day,
    p.hour,
    p.minute,
    p.second,
    p.weekday,
    p.yearday,
    p.dst,
    p.zone,
    p.offset,
  ]);
}

/** Reads a struct_time or a tuple of nine ints. */
function fromStruct(x: PyValue): Parts {
  if (!(x instanceof PyTuple)) typeError('Tuple or struct_time argument required');
  const n = toArray(x).map((v) => Number(intOf(v) ?? typeError(`an integer is required (got type ${typeOf(v).name})`)));
  if (n.length !== 9) typeError(`function takes exactly 9 arguments (${n.length} given)`);
  return {
    year: n[0]!,
    month: n[1]!,
    day: n[2]!,
    hour: n[3]!,
    minute: n[4]!,
    second: n[5]!,
    weekday: n[6]!,
    yearday: n[7]!,
    dst: n[8]!,
    zone: 'UTC',
    offset: 0,
  };
}

const now = (): number => Number(wallNanoseconds()) / 1e9;
const instant = (x: PyValue | undefined): number => (x === undefined || x === None ? now() : secondsOf(x));
const pad = (n: number, width = 2, fill = '0'): string => String(n).padStart(width, fill);

/** Writes "Thu Jan  1 00:00:00 1970". */
function asctime(p: Parts): string {
  return (
    `${DAYS[p.weekday]!.slice(0, 3)} ${MONTHS[p.month - 1]!.slice(0, 3)} ` +
    `${pad(p.day, 3, ' ').slice(-2)} ${pad(p.hour)}:${pad(p.minute)}:${pad(p.second)} ${p.year}`
  );
}

/** Returns ISO year and week. */
function isoWeek(p: Parts): [number, number] {
  const week = Math.floor((p.yearday - 1 - p.weekday + 10) / 7);
  const weeksIn = (y: number): number => {
    const jan1 = (daysFromCivil(y, 1, 1) + 3) % 7;
    const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
    return jan1 === 3 || (leap && jan1 === 2) ? 53 : 52;
  };
  if (week < 1) return [p.year - 1, weeksIn(p.year - 1)];
  return week > weeksIn(p.year) ? [p.year + 1, 1] : [p.year, week];
}

/** Formats a time as C's strftime in the C locale (glibc). */
export function strftime(format: string, p: Parts): string {
  const one = (c: string): string => {
    switch (c) {
      case 'a':
        return DAYS[p.weekday]!.slice(0, 3);
      case 'A':
        return DAYS[p.weekday]!;
      case 'b':
      case 'h':
        return MONTHS[p.month - 1]!.slice(0, 3);
      case 'B':
        return MONTHS[p.month - 1]!;
      case 'c':
        return asctime(p);
      case 'C':
        return pad(Math.floor(p.year / 100));
      case 'd':
        return pad(p.day);
      case 'D':
      case 'x':
        return `${pad(p.month)}/${pad(p.day)}/${pad(p.year % 100)}`;
      case 'e':
        return pad(p.day, 2, ' ');
      case 'F':
        return `${p.year}-${pad(p.month)}-${pad(p.day)}`;
      case 'g':
        return pad(isoWeek(p)[0] % 100);
      case 'G':
        return String(isoWeek(p)[0]);
      case 'H':
        return pad(p.hour);
      case 'I':
        return pad(((p.hour + 11) % 12) + 1);
      case 'j':
        return pad(p.yearday, 3);
      case 'k':
        return pad(p.hour, 2, ' ');
      case 'l':
        return pad(((p.hour + 11) % 12) + 1, 2, ' ');
      case 'm':
        return pad(p.month);
      case 'M':
        return pad(p.minute);
      case 'n':
        return '\n';
      case 'p':
        return p.hour < 12 ? 'AM' : 'PM';
      case 'P':
        return p.hour < 12 ? 'am' : 'pm';
      case 'r':
        return `${pad(((p.hour + 11) % 12) + 1)}:${pad(p.minute)}:${pad(p.second)} ${p.hour < 12 ? 'AM' : 'PM'}`;
      case 'R':
        return `${pad(p.hour)}:${pad(p.minute)}`;
      case 's':
        return String(mktime(p));
      case 'S':
        return pad(p.second);
      case 't':
        return '\t';
      case 'T':
      case 'X':
        return `${pad(p.hour)}:${pad(p.minute)}:${pad(p.second)}`;
      case 'u':
        return String(p.weekday + 1);
      case 'U':
        return pad(Math.floor((p.yearday + 6 - ((p.weekday + 1) % 7)) / 7));
      case 'V':
        return pad(isoWeek(p)[1]);
      case 'w':
        return String((p.weekday + 1) % 7);
      case 'W':
        return pad(Math.floor((p.yearday + 6 - p.weekday) / 7));
      case 'y':
        return pad(((p.year % 100) + 100) % 100);
      case 'Y':
        return String(p.year);
      case 'z':
        return (
          `${p.offset < 0 ? '-' : '+'}` +
          `${pad(Math.floor(Math.abs(p.offset) / 3600))}${pad(Math.floor(Math.abs(p.offset) / 60) % 60)}`
        );
      case 'Z':
        return p.zone;
      case '%':
        return '%';
      default:
        return `%${c}`;
    }
  };
  return format.replace(/%(-?)([a-zA-Z%])/g, (_all, flag: string, c: string) => {
    const text = one(c);
    return flag === '-' ? text.replace(/^[0 ]+(?=.)/, '') : text;
  });
}

/** Returns seconds since the epoch of local time. */
function mktime(p: Parts): number {
  const d = new Date(p.year, p.month - 1, p.day, p.hour, p.minute, p.second);
  if (p.year >= 0 && p.year < 100) d.setFullYear(p.year);
  return Math.floor(d.getTime() / 1000);
}

/** Checks the ranges that strftime needs. */
function checkParts(p: Parts): Parts {
  if (p.month === 0) p.month = 1;
  if (p.month < 1 || p.month > 12) valueError('month out of range');
  if (p.day === 0) p.day = 1;
  if (p.day < 1 || p.day > 31) valueError('day of month out of range');
  if (p.hour < 0 || p.hour > 23) valueError('hour out of range');
  if (p.minute < 0 || p.minute > 59) valueError('minute out of range');
  if (p.second < 0 || p.second > 61) valueError('seconds out of range');
  p.weekday = (p.weekday + 7) % 7;
  if (p.yearday === 0) p.yearday = 1;
  return p;
}

/** Suspends the program. */
function sleep(x: PyValue): PyValue {
  const s = secondsOf(x);
  if (Number.isNaN(s)) valueError('Invalid value NaN (not a number)');
  if (s < 0) valueError('sleep length must be non-negative');
  sleepSeconds(s);
  return None;
}

const CLOCKS = new Map<string, [string, boolean, boolean]>([
  ['time', ['clock_gettime(CLOCK_REALTIME)', false, true]],
  ['monotonic', ['clock_gettime(CLOCK_MONOTONIC)', true, false]],
  ['perf_counter', ['clock_gettime(CLOCK_MONOTONIC)', true, false]],
  ['process_time', ['clock_gettime(CLOCK_PROCESS_CPUTIME_ID)', true, false]],
  ['thread_time', ['clock_gettime(CLOCK_THREAD_CPUTIME_ID)', true, false]],
]);

/** Makes the module `time`. */
export function makeModule(): PyModule {
  const january = new Date(new Date().getFullYear(), 0, 1);
  const july = new Date(new Date().getFullYear(), 6, 1);
  const offsets = [january.getTimezoneOffset() * 60, july.getTimezoneOffset() * 60];
  return nativeModule('time', [
    ...makeFunctions('time', {
      'time(); hidden': () => seconds(wallNanoseconds()),
      'time_ns(); hidden': () => normInt(wallNanoseconds()),
      'perf_counter(); hidden': () => seconds(process.hrtime.bigint()),
      'perf_counter_ns(); hidden': () => normInt(process.hrtime.bigint()),
      'monotonic(); hidden': () => seconds(process.hrtime.bigint()),
      'monotonic_ns(); hidden': () => normInt(process.hrtime.bigint()),
      'process_time(); hidden': () => seconds(cpuNanoseconds()),
      'process_time_ns(); hidden': () => normInt(cpuNanoseconds()),
      'thread_time(); hidden': () => seconds(cpuNanoseconds()),
      'thread_time_ns(); hidden': () => normInt(cpuNanoseconds()),
      'sleep(seconds, /)': sleep,
      'gmtime(seconds?, /)': (x?: PyValue) => toStruct(partsOf(instant(x), false)),
      'localtime(seconds?, /)': (x?: PyValue) => toStruct(partsOf(instant(x), true)),
      'mktime(tuple, /)': (t: PyValue) => new PyFloat(mktime(fromStruct(t))),
      'asctime(tuple?, /)': (t?: PyValue) =>
        asctime(t === undefined ? partsOf(now(), true) : checkParts(fromStruct(t))),
      'ctime(seconds?, /)': (x?: PyValue) => asctime(partsOf(instant(x), true)),
      'strptime(string, format?, /)': (text: PyValue, format: PyValue = '%a %b %d %H:%M:%S %Y') =>
        invoke(getAttr(importDotted('_strptime'), '_strptime_time'), [text, format]),
      'strftime(format, tuple?, /)': (format: PyValue, t?: PyValue) => {
        const text = strOf(format);
        if (text === undefined) typeError(`strftime() argument 1 must be str, not ${typeOf(format).name}`);
        return strftime(text, t === undefined ? partsOf(now(), true) : checkParts(fromStruct(t)));
      },
      'get_clock_info(name, /)': (name: PyValue) => {
        const info = CLOCKS.get(strOf(name) ?? '');
        if (info === undefined) valueError('unknown clock');
        return namespace([
          ['implementation', info[0]],
          ['monotonic', info[1]],
          ['adjustable', info[2]],
          ['resolution', new PyFloat(1e-9)],
        ]);
      },
    }),
    ['struct_time', structTime],
    ['_STRUCT_TM_ITEMS', 11],
    ['timezone', Math.max(...offsets)],
    ['altzone', Math.min(...offsets)],
    ['daylight', offsets[0] === offsets[1] ? 0 : 1],
    ['tzname', new PyTuple([zoneName(january), zoneName(july)])],
  ]);
}

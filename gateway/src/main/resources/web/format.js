import { h } from './dom.js';

const PARTS = ['GBX', 'ZAC', 'ILA'];
const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 8 });
const percents = new Intl.NumberFormat(undefined, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const signedPercents = new Intl.NumberFormat(undefined, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});
const scores = new Intl.NumberFormat(undefined, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
const signedScores = new Intl.NumberFormat(undefined, {
  minimumFractionDigits: 4,
  maximumFractionDigits: 4,
  signDisplay: 'exceptZero',
});
const milliseconds = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 });
const fullTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const clockTime = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'always' });
const STEPS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** An exact amount with its currency; the text is formatted as it is, never as a double. */
export function money(amount, signed = false) {
  return amount === null || amount === undefined
    ? unknown()
    : new Intl.NumberFormat(undefined, {
        style: 'currency',
        currency: amount.currency,
        signDisplay: signed ? 'exceptZero' : 'auto',
      }).format(amount.amount);
}

/** A price in its quote unit, which may be a part of a currency such as pence. */
export function price(value) {
  if (!value) {
    return unknown();
  }
  return PARTS.includes(value.unit)
    ? `${number.format(value.value)} ${value.unit}`
    : new Intl.NumberFormat(undefined, {
        style: 'currency',
        currency: value.unit,
        maximumFractionDigits: 8,
      }).format(value.value);
}

export const quantity = (text) => number.format(text);
export const percent = (fraction) => percents.format(fraction);
export const signedPercent = (fraction) => signedPercents.format(fraction);
export const score = (value) => scores.format(value);
export const signedScore = (value) => signedScores.format(value);
export const count = (value) => number.format(value);
export const clock = (instant) => clockTime.format(new Date(instant));

export function latency(value) {
  return value === null ? 'none yet' : `${milliseconds.format(value)} ms`;
}

/** What is missing is said, and never shown as zero. */
export function unknown() {
  return h('span', { class: 'unknown' }, 'not known');
}

/** A point in time with its distance from now; the exact time is in the title. */
export function moment(instant, now) {
  const date = new Date(instant);
  return h('time', { datetime: instant, title: fullTime.format(date) }, distance(instant, now));
}

/** Date and time. */
export function exactMoment(instant) {
  return h('time', { datetime: instant }, fullTime.format(new Date(instant)));
}

/** Such as "24 minutes ago" or "in 2 hours". */
export function distance(instant, now) {
  const seconds = (new Date(instant) - new Date(now)) / 1000;
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  return step ? relative.format(Math.trunc(seconds / step[1]), step[0]) : 'just now';
}

/** a - b of two amounts in one currency, exactly. */
export function minus(a, b) {
  if (!a || !b || a.currency !== b.currency) {
    return null;
  }
  const digits = Math.max(decimals(a.amount), decimals(b.amount));
  const units = scaled(a.amount, digits) - scaled(b.amount, digits);
  return { amount: text(units, digits), currency: a.currency };
}

/** a / b as a double for display, or null. */
export function ratio(a, b) {
  return a && b && a.currency === b.currency && Number(b.amount) !== 0
    ? Number(a.amount) / Number(b.amount)
    : null;
}

export const isNegative = (amount) => amount.amount.startsWith('-');
export const isZero = (amount) => Number(amount.amount) === 0;

function decimals(amount) {
  return amount.includes('.') ? amount.length - amount.indexOf('.') - 1 : 0;
}

function scaled(amount, digits) {
  return BigInt(amount.replace('.', '') + '0'.repeat(digits - decimals(amount)));
}

function text(units, digits) {
  const sign = units < 0n ? '-' : '';
  const plain = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + plain : `${sign}${plain.slice(0, -digits)}.${plain.slice(-digits)}`;
}

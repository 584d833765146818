import type { Formats } from 'use-intl/core';

/** Named formats for ICU messages and `useFormatter`: `{share, number, percent}`, `format.dateTime(at, 'moment')`. */
export const FORMATS = {
  number: {
    integer: { maximumFractionDigits: 0 },
    percent: { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 },
    wholePercent: { style: 'percent', maximumFractionDigits: 0 },
    loss: { minimumFractionDigits: 4, maximumFractionDigits: 4 },
    compact: { notation: 'compact', maximumFractionDigits: 1 },
  },
  dateTime: {
    day: { year: 'numeric', month: 'short', day: 'numeric' },
    time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    moment: {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    },
  },
} satisfies Formats;

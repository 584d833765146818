'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { useClassDevices } from './class-devices-place';
import { type DeviceState, reportOf } from './device-state';

export interface Reported {
  status: 'nothing' | 'sending' | 'sent' | 'failed';
  /** Why it failed, in the viewer's words. */
  reason: string | null;
  retry(): void;
}

const NOTHING: Reported = { status: 'nothing', reason: null, retry: () => {} };

/** Hands a finished measurement to the class, once, and again when the connection is back; nothing alone. */
export function useReported(state: DeviceState): Reported {
  const place = useClassDevices();
  const refusalText = useRefusalText();
  const [outcome, setOutcome] = useState<{
    of: DeviceState;
    status: Reported['status'];
    reason: string | null;
  }>();
  const asked = useRef<DeviceState | null>(null);
  const report = place?.report;
  const send = useCallback(() => {
    const measurement = reportOf(state);
    if (!report || measurement.figures.length === 0) return;
    asked.current = state;
    setOutcome({ of: state, status: 'sending', reason: null });
    void report(measurement).then((answer) => {
      if (asked.current !== state) return;
      const reason = answer.ok ? null : refusalText(answer.code);
      setOutcome({ of: state, status: answer.ok ? 'sent' : 'failed', reason });
    });
  }, [report, state, refusalText]);

  const online = place?.online ?? false;
  const known = place?.own != null;
  const finished = state.phase === 'finished';
  const before = useRef<DeviceState['phase']>(state.phase);
  const current = outcome?.of === state ? outcome : null;
  const failed = current?.status === 'failed';
  // A measurement that was just made goes out; one from before a reload only where the class does not have it.
  useEffect(() => {
    const fresh = before.current === 'measuring';
    if (!finished) {
      before.current = state.phase;
      return;
    }
    if (!online || asked.current === state || (known && !fresh)) return;
    before.current = 'finished';
    send();
  }, [finished, online, known, state, send]);
  // What failed because nobody was there goes out when somebody is.
  const wasOnline = useRef(online);
  useEffect(() => {
    const back = online && !wasOnline.current;
    wasOnline.current = online;
    if (back && failed) send();
  }, [online, failed, send]);

  if (!place || !finished) return NOTHING;
  if (current) return { status: current.status, reason: current.reason, retry: send };
  return { ...NOTHING, status: known ? 'sent' : 'nothing', retry: send };
}

'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { BenchPlace } from '@/client/benches/frame/bench-place';
import { useKept } from '@/client/benches/frame/use-kept';
import { type Measuring, measureInWorker } from '@/engine/compute/compute-client';
import type { ComputeEvent } from '@/engine/compute/messages';
import { COMPUTE_BACKENDS } from '@/engine/compute/plan';
import { MEASURED_TASK_IDS } from '@/protocol/measurement';
import { afterEvent, type DeviceState, MEASURING, UNMEASURED } from './device-state';
import { deviceShape } from './kept-device';

export interface DeviceMeasuring {
  state: DeviceState;
  /** From the beginning. */
  measure(): void;
  stop(): void;
}

/**
 * The measurement of this device: one for all steps of the lesson, kept in this browser once it is over, ended when the bench goes. While the
 * bench is held it stands between two figures.
 * @param onEvent hears every event with the state after it
 */
export function useDevice(
  place: BenchPlace,
  onEvent: (event: ComputeEvent, state: DeviceState) => void,
): DeviceMeasuring {
  const [kept, keep] = useKept<DeviceState>(
    { ...place, stepId: 'device' },
    'device',
    UNMEASURED,
    deviceShape,
  );
  const [running, setRunning] = useState<DeviceState | null>(null);
  const newest = useRef<DeviceState>(UNMEASURED);
  const measuring = useRef<Measuring | null>(null);
  const told = useRef(onEvent);
  told.current = onEvent;

  const finish = useCallback(
    (state: DeviceState) => {
      measuring.current = null;
      setRunning(null);
      keep(state);
    },
    [keep],
  );

  const measure = useCallback(() => {
    measuring.current?.stop();
    newest.current = MEASURING;
    setRunning(MEASURING);
    const order = {
      tasks: MEASURED_TASK_IDS,
      backends: COMPUTE_BACKENDS,
      wasmUrl: new URL('/wasm/', location.href).href,
    };
    measuring.current = measureInWorker(order, (event) => {
      const state = afterEvent(newest.current, event);
      newest.current = state;
      if (state.phase === 'measuring') setRunning(state);
      else finish(state);
      told.current(event, state);
    });
  }, [finish]);

  const stop = useCallback(() => {
    if (!measuring.current) return;
    measuring.current.stop();
    finish({ ...newest.current, phase: 'stopped', now: null });
  }, [finish]);

  const held = place.held !== null;
  useEffect(() => measuring.current?.hold(held), [held]);

  // What had been measured is worth keeping even where the student goes on to the next step.
  const stopped = useRef(stop);
  stopped.current = stop;
  useEffect(() => () => stopped.current(), []);

  return { state: running ?? kept, measure, stop };
}

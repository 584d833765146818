'use client';

import type { ReactNode } from 'react';
import type { Elements } from '@/client/ui/elements';
import { LiveRegion } from '@/client/ui/live-region';
import { ExperimentButton } from './experiment-button';

interface Props {
  /** As what it was asked for. */
  about?: ReactNode;
  /** How far the class is; null: nothing to say. */
  stand: ReactNode;
  standTestId: string;
  /** What the server is at; null: nothing. */
  pending?: string | null;
  /** Why it did not do it. */
  problem?: string | null;
  /** What can be pressed next, before what puts it away. */
  steps?: Elements;
  closeLabel: string;
  onClose(): void;
  /** What else is to be known or chosen. */
  children?: Elements;
}

/** An experiment that is on: how far the class is, and what comes next, one press each. */
export function ExperimentGoing(props: Props) {
  const { about, stand, standTestId, pending = null, problem = null, steps, children } = props;
  return (
    <>
      {about !== undefined && <p className="mb-1 text-sm text-ink-soft">{about}</p>}
      <LiveRegion visible className="text-sm">
        {pending !== null ? (
          <p className="mb-2 font-semibold text-accent">{pending}</p>
        ) : (
          stand !== null && (
            <p className="tabular mb-2" data-testid={standTestId}>
              {stand}
            </p>
          )
        )}
      </LiveRegion>
      {children}
      {problem !== null && (
        <p role="alert" className="mb-2 text-sm font-semibold text-danger">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {steps}
        <ExperimentButton onClick={props.onClose}>{props.closeLabel}</ExperimentButton>
      </div>
    </>
  );
}

'use client';

import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { type ClassRun, fieldOf } from './run-fields';
import { addressOfView, type RunsView, viewOfAddress } from './runs-view';

/** How the table is looked at, kept in the page's address; `broken` names what of the address there is not. */
export function useRunsView(runs: readonly ClassRun[]): {
  view: RunsView;
  broken: readonly string[];
  look(change: Partial<RunsView>): void;
} {
  const address = useSearchParams();
  const [{ view, broken }, setRead] = useState(() =>
    viewOfAddress(address, {
      runs: new Set(runs.map(({ id }) => id)),
      words: (id) => new Set(runs.map((run) => String(fieldOf(run, id)))),
    }),
  );
  const look = (change: Partial<RunsView>) => {
    const next = { ...view, ...change };
    setRead({ view: next, broken: [] });
    const query = addressOfView(next);
    history.replaceState(history.state, '', query === '' ? location.pathname : `?${query}`);
  };
  return { view, broken, look };
}

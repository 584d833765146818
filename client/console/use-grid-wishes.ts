'use client';

import { useCallback, useMemo, useState } from 'react';
import { useStored } from '@/client/live/use-stored';
import { groupingShape } from './card-groups';
import { densityShape } from './density';
import type { GridWishes } from './grid-tools';

/** How somebody wants the cards: the browser keeps how they are put together and how large they are; the rest is of the moment. */
export function useGridWishes(): [GridWishes, (change: Partial<GridWishes>) => void] {
  const [now, setNow] = useState<Pick<GridWishes, 'search' | 'sort' | 'filter'>>({
    search: '',
    sort: 'trouble',
    filter: 'all',
  });
  const [grouping, keepGrouping] = useStored('console-grouping', 'none', groupingShape);
  const [density, keepDensity] = useStored('console-density', 'auto', densityShape);
  const wish = useCallback(
    ({ grouping: wantedGrouping, density: wantedDensity, ...change }: Partial<GridWishes>) => {
      if (wantedGrouping) keepGrouping(wantedGrouping);
      if (wantedDensity) keepDensity(wantedDensity);
      setNow((before) => ({ ...before, ...change }));
    },
    [keepGrouping, keepDensity],
  );
  const wishes = useMemo(() => ({ ...now, grouping, density }), [now, grouping, density]);
  return [wishes, wish];
}

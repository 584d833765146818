'use client';

import { Pin, PinOff } from 'lucide-react';
import { createContext, use } from 'react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '@/client/ui/checkbox';
import { IconButton } from '@/client/ui/icon-button';

/** Which runs of the table are chosen and which are pinned. */
export interface RunChoice {
  chosen: ReadonlySet<string>;
  choose(ids: readonly string[], isChosen: boolean): void;
  /** Ids of all runs that are shown. */
  shown: readonly string[];
  pinned: readonly string[];
  onPin(id: string): void;
}

/** Asked by the boxes and pins alone: where a run is chosen, no other cell of the table is drawn anew. */
export const RunChoices = createContext<RunChoice | null>(null);

function useRunChoice(): RunChoice {
  const choice = use(RunChoices);
  if (!choice) throw new Error('Runs are chosen in their table alone');
  return choice;
}

/** A run as it is called where only its own name tells it from others. */
interface Named {
  id: string;
  name: string;
  time: string;
}

/** Chooses all runs that are shown, or none. */
export function ChooseAll() {
  const t = useTranslations('review.class');
  const { chosen, choose, shown } = useRunChoice();
  return (
    <Checkbox
      label={t('chooseAll')}
      labelHidden
      checked={shown.length > 0 && shown.every((id) => chosen.has(id))}
      onChange={(all) => choose(shown, all)}
    />
  );
}

/** Chooses a run. */
export function ChooseRun({ id, ...named }: Named) {
  const t = useTranslations('review.class');
  const { chosen, choose } = useRunChoice();
  return (
    <Checkbox
      label={t('choose', named)}
      labelHidden
      checked={chosen.has(id)}
      onChange={(isChosen) => choose([id], isChosen)}
    />
  );
}

/** Pins a run to the top, or lets it go; seen where the row is pointed at, or the run is pinned. */
export function PinRun({ id, ...named }: Named) {
  const t = useTranslations('runs.table');
  const { pinned, onPin } = useRunChoice();
  const isPinned = pinned.includes(id);
  return (
    <IconButton
      size="sm"
      label={t(isPinned ? 'unpin' : 'pin', named)}
      aria-pressed={isPinned}
      icon={isPinned ? <PinOff aria-hidden="true" /> : <Pin aria-hidden="true" />}
      onClick={() => onPin(id)}
      className={
        isPinned
          ? ''
          : 'opacity-0 group-hover/row:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100'
      }
    />
  );
}

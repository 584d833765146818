'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { sayToStay } from '@/client/ui/staying-toast';
import type { Snapshot } from '@/protocol/snapshot';
import { askServer } from './ask-server';

/** What a teacher does to snapshots in the review. True: it is done. */
export interface SnapshotDeeds {
  change(snapshot: Snapshot, to: Pick<Snapshot, 'caption' | 'named'>): Promise<boolean>;
  move(snapshot: Snapshot, place: number): Promise<boolean>;
  remove(snapshot: Snapshot): Promise<boolean>;
}

/** The snapshots of a class as they are now, and what may be done to them. */
export function useSnapshotDeeds(classId: string, given: readonly Snapshot[]) {
  const t = useTranslations('review.snapshots');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const [snapshots, setSnapshots] = useState(given);
  const ask = async (
    method: 'PATCH' | 'DELETE',
    path: string,
    body: object | undefined,
    then: (all: readonly Snapshot[]) => readonly Snapshot[],
  ): Promise<boolean> => {
    const answer = await askServer(method, `/api/classes/${classId}/snapshots/${path}`, body);
    if (answer !== 'offline' && answer.ok) {
      setSnapshots(then);
      return true;
    }
    sayToStay('error', t('failed'), {
      description: answer === 'offline' ? errors('offline') : refusalText(answer.code),
    });
    return false;
  };
  const deeds: SnapshotDeeds = {
    change: ({ id }, to) =>
      ask('PATCH', id, to, (all) =>
        all.map((one) => (one.id === id ? { ...one, ...to, caption: to.caption.trim() } : one)),
      ),
    move: ({ id }, place) =>
      ask('PATCH', `${id}/place`, { place }, (all) => {
        const moved = all.find((one) => one.id === id);
        const others = all.filter((one) => one.id !== id);
        return moved ? [...others.slice(0, place), moved, ...others.slice(place)] : all;
      }),
    remove: ({ id }) => ask('DELETE', id, undefined, (all) => all.filter((one) => one.id !== id)),
  };
  return { snapshots, deeds };
}

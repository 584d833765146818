'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { DrawingPicture } from '@/client/fool/drawing-picture';
import { FoolEvidenceText } from '@/client/fool/fool-evidence-text';
import { useDrawings } from '@/client/fool/use-drawings';
import { Button } from '@/client/ui/button';
import { classNames } from '@/client/ui/class-names';
import type { FoolDesk } from '@/protocol/fool-views';

/** Drawings before more are asked for. */
const PAGE = 12;

interface Props {
  now: FoolDesk;
  called(studentId: string): string;
}

/** Every drawing that fools the leader, newest first: whose, what networks and people read; one press takes it from the class's eyes, and another brings it back. */
export function FoolEvidenceList({ now, called }: Props) {
  const t = useTranslations('fool');
  const { ask, session, offlineReason } = useConsole();
  const [count, setCount] = useState(PAGE);
  const shown = useMemo(() => now.drawings.slice(0, count), [now.drawings, count]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const pictures = useDrawings(session, now.id, ids);
  if (now.drawings.length === 0) return null;
  return (
    <section aria-label={t('evidence')} className="mt-4">
      <h3 className="mb-2 text-sm">{t('evidence')}</h3>
      <ul className="flex flex-col divide-y divide-line" data-testid="fool-evidence">
        {shown.map((one) => (
          <li key={one.id} data-drawing={one.id} className="flex items-start gap-3 py-2 text-xs">
            <DrawingPicture
              pixels={pictures.get(one.id)}
              size={56}
              className={classNames(one.removed && 'opacity-40')}
            />
            <FoolEvidenceText game={now} one={one} name={called(one.studentId)} />
            {now.open && (
              <Button
                size="sm"
                disabledReason={offlineReason}
                aria-label={t(one.removed ? 'bringBackOf' : 'removeOf', { name: called(one.studentId) })}
                onClick={() =>
                  void ask({
                    ...{ type: 'fool:remove', foolId: now.id, drawingId: one.id },
                    removed: !one.removed,
                  })
                }
              >
                {t(one.removed ? 'bringBack' : 'remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {now.drawings.length > count && (
        <Button size="sm" className="mt-2" onClick={() => setCount(count + PAGE)}>
          {t('more', { count: now.drawings.length - count })}
        </Button>
      )}
    </section>
  );
}

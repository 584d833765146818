'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { useFormatter, useTranslations } from 'use-intl';
import { requestClassDeletion } from '@/client/review/delete-request';
import type { PastClass } from '@/client/review/review-data';
import { useDeletion } from '@/client/review/use-deletion';
import { Badge } from '@/client/ui/badge';
import { Button } from '@/client/ui/button';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import { LinkButton } from '@/client/ui/link-button';

/** A class that has not ended: go back into it, or delete it. */
export function RunningClass({ running }: { running: PastClass }) {
  const t = useTranslations('teach.classes');
  const unknown = useTranslations('review.unknown');
  const format = useFormatter();
  const router = useRouter();
  const carryOut = useDeletion();
  const [asking, setAsking] = useState(false);
  const { code, phase, studentCount, runCount } = running;
  const lesson = running.lessonTitle ?? unknown('lesson');

  const remove = async () => {
    if (!(await carryOut(requestClassDeletion(running.id)))) return;
    toast.success(t('deleted'));
    router.refresh();
  };

  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-3 rounded-lg border border-line bg-surface-raised p-4 shadow-card sm:px-5">
      <div className="min-w-0 flex-1 basis-60">
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
          <span className="min-w-0">{lesson}</span>
          <Badge tone={phase === 'lobby' ? 'warn' : 'ok'}>{t(phase === 'lobby' ? 'lobby' : 'live')}</Badge>
          {running.group && (
            <Badge tone="accent">
              <span translate="no">{running.group.name}</span>
            </Badge>
          )}
          {running.dryRun && <Badge>{t('dryRun')}</Badge>}
          {running.shared && <Badge>{t(running.own ? 'shared' : 'sharedWithYou')}</Badge>}
        </h3>
        <p className="tabular mt-0.5 flex flex-wrap gap-x-4 text-sm text-ink-soft">
          <span translate="no" className="font-display font-bold tracking-wider text-ink">
            {code}
          </span>
          <span>{t('students', { count: studentCount })}</span>
          <span>{t('runs', { count: runCount })}</span>
          <span>
            {t(phase === 'lobby' ? 'created' : 'began', { when: format.dateTime(running.at, 'moment') })}
          </span>
        </p>
      </div>
      <div className="flex gap-2">
        <Button
          look="quiet"
          icon={<Trash2 aria-hidden="true" />}
          aria-label={t('deleteOf', { lesson, code })}
          onClick={() => setAsking(true)}
        >
          {t('delete')}
        </Button>
        <LinkButton
          href={`/teach/live/${code}`}
          prefetch={false}
          aria-label={t('rejoinOf', { lesson, code })}
        >
          {t('rejoin')}
        </LinkButton>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('deleteTitle')}
        description={t('deleteText', { lesson, code, students: studentCount, runs: runCount })}
        confirmLabel={t('deleteConfirm')}
        danger
        onConfirm={remove}
      />
    </li>
  );
}

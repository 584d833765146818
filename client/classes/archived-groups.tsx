'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import { LinkButton } from '@/client/ui/link-button';
import { groupBookPath } from '@/protocol/groups';
import type { ListedGroup } from './listed-group';
import { useGroupDeeds } from './use-group-deeds';

/** Groups out of sight: to bring back, or to delete with all that is in them. */
export function ArchivedGroups({ groups }: { groups: readonly ListedGroup[] }) {
  const t = useTranslations('teach.groups');
  const { change, remove } = useGroupDeeds();
  const [asking, setAsking] = useState<ListedGroup | null>(null);
  const [last, setLast] = useState<ListedGroup | null>(null);
  if (groups.length === 0) return null;
  return (
    <details className="mt-3">
      <summary className="min-h-11 w-fit cursor-pointer content-center text-sm font-semibold">
        {t('archived', { count: groups.length })}
      </summary>
      <ul className="divide-y divide-line">
        {groups.map((group) => (
          <li key={group.id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 py-1.5">
            <span translate="no" className="min-w-0 flex-1 basis-52 [overflow-wrap:anywhere]">
              {group.name}
            </span>
            <LinkButton
              size="sm"
              look="quiet"
              href={groupBookPath(group.id)}
              prefetch={false}
              aria-label={t('bookOf', { name: group.name })}
            >
              {t('book')}
            </LinkButton>
            <Button
              size="sm"
              look="quiet"
              icon={<Trash2 aria-hidden="true" />}
              aria-label={t('deleteOf', { name: group.name })}
              onClick={() => {
                setLast(group);
                setAsking(group);
              }}
            >
              {t('delete')}
            </Button>
            <Button
              size="sm"
              aria-label={t('restoreOf', { name: group.name })}
              onClick={() => void change(group.id, { archived: false })}
            >
              {t('restore')}
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(open) => open || setAsking(null)}
        title={t('deleteTitle', { name: last?.name ?? '' })}
        description={t('deleteText', { sittings: last?.sittingCount ?? 0 })}
        confirmLabel={t('deleteConfirm')}
        danger
        onConfirm={async () => {
          if (asking) await remove(asking.id);
        }}
      />
    </details>
  );
}

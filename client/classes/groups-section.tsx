'use client';

import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { EmptyState } from '@/client/ui/empty-state';
import { ArchivedGroups } from './archived-groups';
import { GroupRow } from './group-row';
import type { ListedGroup } from './listed-group';
import { NameGroup } from './name-group';
import { useGroupDeeds } from './use-group-deeds';

/** The teacher's groups, the one that was used last first. */
export function GroupsSection({ groups }: { groups: readonly ListedGroup[] }) {
  const t = useTranslations('teach.groups');
  const { make } = useGroupDeeds();
  const [making, setMaking] = useState(false);
  const used = groups.filter(({ archived }) => !archived);
  return (
    <section aria-labelledby="groups-title">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="groups-title" className="text-xl">
          {t('title')}
        </h2>
        <Button icon={<UsersRound aria-hidden="true" />} onClick={() => setMaking(true)}>
          {t('make')}
        </Button>
      </div>
      {used.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {used.map((group, index) => (
            <GroupRow key={group.id} group={group} first={index === 0} />
          ))}
        </ul>
      )}
      <ArchivedGroups groups={groups.filter(({ archived }) => archived)} />
      <NameGroup
        open={making}
        onOpenChange={setMaking}
        title={t('make')}
        submitLabel={t('makeConfirm')}
        onSubmit={make}
      />
    </section>
  );
}

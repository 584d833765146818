'use client';

import { Archive, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '@/client/ui/badge';
import { Button } from '@/client/ui/button';
import { LinkButton } from '@/client/ui/link-button';
import { groupBookPath, startInGroup } from '@/protocol/groups';
import type { ListedGroup } from './listed-group';
import { NameGroup } from './name-group';
import { useGroupDeeds } from './use-group-deeds';

interface Props {
  group: ListedGroup;
  /** The one that was used last: its next lesson is what most visits are for. */
  first: boolean;
}

/** A group in use: what was on last, and the way to the next lesson. */
export function GroupRow({ group, first }: Props) {
  const t = useTranslations('teach.groups');
  const classes = useTranslations('teach.classes');
  const unknown = useTranslations('review.unknown');
  const format = useFormatter();
  const { rename, change } = useGroupDeeds();
  const [renaming, setRenaming] = useState(false);
  const { id, name, code, last, studentCount } = group;
  const open = last?.open ?? false;
  return (
    <li
      data-group={id}
      className="flex flex-wrap items-center gap-x-5 gap-y-3 rounded-lg border border-line bg-surface-raised p-4 shadow-card sm:px-5"
    >
      <div className="min-w-0 flex-1 basis-60">
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
          <span translate="no" className="min-w-0 [overflow-wrap:anywhere]">
            {name}
          </span>
          {open && <Badge tone="ok">{t('open')}</Badge>}
          {group.keeping.soon && group.keeping.deletedAt !== null && (
            <Badge tone="warn">
              {t(group.sittingCount > 0 ? 'lessonGoes' : 'goes', {
                date: format.dateTime(group.keeping.deletedAt, 'day'),
              })}
            </Badge>
          )}
          {group.shared && <Badge>{classes(group.own ? 'shared' : 'sharedWithYou')}</Badge>}
        </h3>
        <p className="tabular mt-0.5 flex flex-wrap gap-x-4 text-sm text-ink-soft">
          <span translate="no" className="font-display font-bold tracking-wider text-ink">
            {code}
          </span>
          <span>{t('students', { count: studentCount })}</span>
          <span>
            {last === null
              ? t('noLesson')
              : t('last', {
                  lesson: last.lesson ?? unknown('lesson'),
                  when: format.dateTime(last.at, 'moment'),
                })}
          </span>
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          look="quiet"
          icon={<Pencil aria-hidden="true" />}
          aria-label={t('renameOf', { name })}
          onClick={() => setRenaming(true)}
        >
          {t('rename')}
        </Button>
        {!open && (
          <Button
            look="quiet"
            icon={<Archive aria-hidden="true" />}
            aria-label={t('archiveOf', { name })}
            onClick={() => void change(id, { archived: true })}
          >
            {t('archive')}
          </Button>
        )}
        {open && (
          <LinkButton href={`/teach/live/${code}`} prefetch={false} aria-label={t('rejoinOf', { name })}>
            {classes('rejoin')}
          </LinkButton>
        )}
        {group.sittingCount > 0 && (
          <LinkButton href={groupBookPath(id)} prefetch={false} aria-label={t('bookOf', { name })}>
            {t('book')}
          </LinkButton>
        )}
        <LinkButton
          look={first && !open ? 'primary' : 'secondary'}
          href={startInGroup(id)}
          aria-label={t('nextOf', { name })}
        >
          {t('next')}
        </LinkButton>
      </div>
      <NameGroup
        open={renaming}
        onOpenChange={setRenaming}
        title={t('renameOf', { name })}
        name={name}
        submitLabel={t('save')}
        onSubmit={(next) => rename(id, next)}
      />
    </li>
  );
}

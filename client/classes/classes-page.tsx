'use client';

import { Plus, ScrollText, UserRound } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { SignOutButton } from '@/client/account/sign-out-button';
import type { PastClass } from '@/client/review/review-data';
import { AppBar } from '@/client/ui/app-bar';
import { Card } from '@/client/ui/card';
import { EmptyState } from '@/client/ui/empty-state';
import { LinkButton } from '@/client/ui/link-button';
import { Notice } from '@/client/ui/notice';
import { PageHeader } from '@/client/ui/page-header';
import { Toaster } from '@/client/ui/toaster';
import { GroupsSection } from './groups-section';
import type { ListedGroup } from './listed-group';
import { RunningClass } from './running-class';

interface Props {
  teacherName: string;
  /** The one used last first. */
  groups: readonly ListedGroup[];
  /** Classes that have not ended, the newest first. */
  running: readonly PastClass[];
  pastCount: number;
  /** Classes that will be deleted before long, and when the first of them is. */
  goSoon: { count: number; first: number | null };
}

/** A teacher's home: what runs now, what can be started, what has been. */
export function ClassesPage({ teacherName, groups, running, pastCount, goSoon }: Props) {
  const t = useTranslations('teach');
  const format = useFormatter();
  return (
    <>
      <AppBar
        actions={
          <>
            <LinkButton
              look="quiet"
              href="/teach/account"
              prefetch={false}
              icon={<UserRound aria-hidden="true" />}
              className="px-3"
            >
              <span className="max-sm:sr-only">{t('account.own')}</span>
            </LinkButton>
            <SignOutButton />
          </>
        }
      />
      <main id="content" className="page-width flex flex-col gap-7 py-6">
        <PageHeader
          above={t('account.signedInAs', { name: teacherName })}
          title={t('classes.title')}
          lead={t('classes.lead')}
          actions={
            <LinkButton
              look={groups.some(({ archived }) => !archived) ? 'secondary' : 'primary'}
              size="lg"
              href="/teach/start"
              icon={<Plus aria-hidden="true" />}
            >
              {t('classes.start')}
            </LinkButton>
          }
        />
        {goSoon.first !== null && (
          <Notice
            tone="warn"
            title={t('classes.goSoon', { count: goSoon.count, date: format.dateTime(goSoon.first, 'day') })}
            action={
              <LinkButton size="sm" href="/review">
                {t('classes.toPast')}
              </LinkButton>
            }
          >
            {t('classes.goSoonText')}
          </Notice>
        )}
        <GroupsSection groups={groups} />
        <section aria-labelledby="running-title">
          <h2 id="running-title" className="mb-3 text-xl">
            {t('classes.running')}
          </h2>
          {running.length === 0 ? (
            <EmptyState title={t('classes.none')}>{t('classes.noneText')}</EmptyState>
          ) : (
            <ul className="flex flex-col gap-3">
              {running.map((each) => (
                <RunningClass key={each.id} running={each} />
              ))}
            </ul>
          )}
        </section>
        <Card
          as="section"
          title={t('classes.past')}
          actions={
            <LinkButton href="/review" icon={<ScrollText aria-hidden="true" />}>
              {t('classes.toPast')}
            </LinkButton>
          }
        >
          <p className="text-sm text-ink-soft">
            {`${t('classes.pastText')} ${t('classes.pastCount', { count: pastCount })}`}
          </p>
        </Card>
      </main>
      <Toaster />
    </>
  );
}

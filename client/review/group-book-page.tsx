'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { AppBar } from '@/client/ui/app-bar';
import { Card } from '@/client/ui/card';
import { EmptyState } from '@/client/ui/empty-state';
import { LinkButton } from '@/client/ui/link-button';
import { PageHeader } from '@/client/ui/page-header';
import { Toaster } from '@/client/ui/toaster';
import { groupOwnersPath, startInGroup } from '@/protocol/groups';
import type { ClassOwner } from '@/protocol/owners';
import { groupKeepingPath, type Keeping } from '@/protocol/retention';
import { BookTable } from './book-table';
import type { Book } from './group-book';
import { KeptNote } from './kept-note';
import { OwnersCard } from './owners-card';
import { RemoveMember } from './remove-member';

interface Props {
  book: Book;
  owners: readonly ClassOwner[];
  keeping: Keeping | null;
}

/** A group over its lessons: the progress book, and whose group it is. */
export function GroupBookPage({ book, owners, keeping }: Props) {
  const t = useTranslations('review.book');
  const review = useTranslations('review');
  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-5 py-6">
        <PageHeader
          title={
            <span translate="no" className="[overflow-wrap:anywhere]">
              {book.name}
            </span>
          }
          lead={t('lead', {
            code: book.code,
            students: book.students.length,
            sittings: book.lessons.length,
          })}
          above={
            <Link
              href="/teach"
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {review('back')}
            </Link>
          }
          actions={
            <>
              {book.lessons.length > 0 && (
                <LinkButton href={`/review/group/${book.id}/report`} prefetch={false}>
                  {t('report')}
                </LinkButton>
              )}
              <RemoveMember book={book} />
              {!book.archived && (
                <LinkButton look="primary" href={startInGroup(book.id)}>
                  {t('next')}
                </LinkButton>
              )}
            </>
          }
        />
        {book.lessons.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
        ) : (
          <Card as="section" title={t('title')} flush>
            <p className="px-4 pb-3 text-sm text-ink-soft sm:px-5">{t('hint')}</p>
            <BookTable book={book} />
          </Card>
        )}
        <OwnersCard path={groupOwnersPath(book.id)} of="group" owners={owners} />
        <KeptNote kept={keeping && { of: 'group', keeping, path: groupKeepingPath(book.id) }} />
      </main>
      <Toaster />
    </>
  );
}

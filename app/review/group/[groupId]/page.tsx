import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireTeacher } from '@/app/teach/require-teacher';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { groupBook } from '@/client/review/group-book';
import { GroupBookPage } from '@/client/review/group-book-page';
import { groupBookPath, groupIdSchema } from '@/protocol/groups';
import { readGroupBook } from '@/server/read/group-book';
import { keepingTold } from '@/server/read/teacher-lists';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('review');
  return { title: t('book.title') };
}

interface Props {
  params: Promise<{ groupId: string }>;
}

export default async function BookOfGroup({ params }: Props) {
  const { groupId } = await params;
  if (!groupIdSchema.safeParse(groupId).success) notFound();
  const { teacherId } = await requireTeacher(groupBookPath(groupId));
  const found = await readGroupBook(teacherId, groupId);
  if (!found) notFound();
  return (
    <PageMessages page="/review/group/[groupId]">
      <GroupBookPage
        book={groupBook(found, await getLanguage())}
        owners={found.owners}
        keeping={await keepingTold({ groupId })}
      />
    </PageMessages>
  );
}

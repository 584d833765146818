import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireTeacher } from '@/app/teach/require-teacher';
import { PageMessages } from '@/client/i18n/page-messages';
import { getTranslator } from '@/client/i18n/server';
import { RunReviewPage } from '@/client/review/run-review-page';
import { classIdSchema } from '@/protocol/classes';
import { idSchema } from '@/protocol/run';
import { readRunReview } from '@/server/read/run-review';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('review');
  return { title: t('run.metaTitle') };
}

interface Props {
  params: Promise<{ classId: string; runId: string }>;
}

export default async function RunPage({ params }: Props) {
  const { classId, runId } = await params;
  if (!classIdSchema.safeParse(classId).success || !idSchema.safeParse(runId).success) notFound();
  const { teacherId } = await requireTeacher(`/review/${classId}/runs/${runId}`);
  const review = await readRunReview(teacherId, classId, runId);
  if (!review) notFound();
  return (
    <PageMessages page="/review/[classId]/runs/[runId]">
      <RunReviewPage review={{ classId, ...review }} />
    </PageMessages>
  );
}

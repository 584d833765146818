import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { ReplayPage } from '@/client/review/replay/replay-page';
import { replaySteps } from '@/client/review/replay/replay-steps';
import { sharedReplay } from '@/client/review/shared/shared-review';
import { findLesson } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';
import { sharedPath } from '@/protocol/share';
import { readSharedReplay } from '@/server/read/shared-class';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('review');
  return { title: t('shared.metaTitle'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

interface Props {
  params: Promise<{ token: string }>;
}

export default async function ReplayOfSharedClass({ params }: Props) {
  const { token } = await params;
  const found = await readSharedReplay(token, Date.now());
  if (!found) notFound();
  const lesson = findLesson(found.replay.lessonId);
  const written = lesson && lessonIn(lesson, await getLanguage());
  return (
    <PageMessages page="/shared/[token]/replay">
      <ReplayPage
        replay={sharedReplay(found.replay, found.named)}
        lessonTitle={written?.text.title ?? null}
        steps={replaySteps(found.replay.steps, written)}
        backPath={sharedPath(token)}
      />
    </PageMessages>
  );
}

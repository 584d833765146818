import { notFound } from 'next/navigation';
import { gradebookResponse, gradebookWords } from '@/app/review/gradebook-response';
import { requireTeacher } from '@/app/teach/require-teacher';
import { getLanguage } from '@/client/i18n/server';
import { chosenSteps } from '@/lessons/chosen-steps';
import { findLesson } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';
import { classIdSchema } from '@/protocol/classes';
import { gradebookOfSitting } from '@/server/read/gradebook';
import { readSittingReport } from '@/server/read/sitting-report';

interface Context {
  params: Promise<{ classId: string }>;
}

/** Students by steps, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { classId } = await params;
  if (!classIdSchema.safeParse(classId).success) notFound();
  const { teacherId } = await requireTeacher(`/review/${classId}/report`);
  const found = await readSittingReport(teacherId, classId);
  if (!found) notFound();
  const { lessonId, steps } = found.state;
  const lesson = findLesson(lessonId);
  const written = lesson ? chosenSteps(lessonIn(lesson, await getLanguage()).steps, steps) : [];
  const { words, naming } = await gradebookWords(request);
  const titles = written.map(({ text }) => text.title);
  return gradebookResponse(gradebookOfSitting(found, titles, words, naming));
}

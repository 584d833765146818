import { notFound } from 'next/navigation';
import { gradebookResponse, gradebookWords } from '@/app/review/gradebook-response';
import { requireTeacher } from '@/app/teach/require-teacher';
import { getLanguage } from '@/client/i18n/server';
import { namedLessons } from '@/client/review/report/group-lessons';
import { groupBookPath, groupIdSchema } from '@/protocol/groups';
import { gradebookOfGroup } from '@/server/read/gradebook';
import { readGroupReport } from '@/server/read/group-report';

interface Context {
  params: Promise<{ groupId: string }>;
}

/** Students by lessons, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { groupId } = await params;
  if (!groupIdSchema.safeParse(groupId).success) notFound();
  const { teacherId } = await requireTeacher(`${groupBookPath(groupId)}/report`);
  const found = await readGroupReport(teacherId, groupId);
  if (!found) notFound();
  const { words, naming } = await gradebookWords(request);
  const titles = namedLessons(found.report.lessons, await getLanguage()).map(
    ({ title, lessonId, at }) => `${title ?? lessonId} ${new Date(at).toISOString().slice(0, 10)}`,
  );
  return gradebookResponse(gradebookOfGroup(found, titles, words, naming));
}

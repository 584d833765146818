import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireTeacher } from '@/app/teach/require-teacher';
import { type GroupStart, groupStart } from '@/client/classes/group-start';
import { LessonPicker } from '@/client/classes/lesson-picker';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { LESSONS } from '@/lessons/registry';
import { outlineIn } from '@/lessons/written';
import { groupIdSchema, startInGroup } from '@/protocol/groups';
import { readGroupRoom } from '@/server/read/group-room';

interface Props {
  /** `group`: the one whose next lesson is chosen; left out: a class of its own. */
  searchParams: Promise<{ group?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('teach');
  return { title: t('start.pageTitle') };
}

export default async function StartPage({ searchParams }: Props) {
  const { group: groupId } = await searchParams;
  const group = groupId === undefined ? null : await chosenGroup(groupId);
  if (group === null) await requireTeacher('/teach/start');
  const language = await getLanguage();
  return (
    <PageMessages page="/teach/start">
      <LessonPicker lessons={LESSONS.map((lesson) => outlineIn(lesson, language))} group={group} />
    </PageMessages>
  );
}

async function chosenGroup(given: string | string[]): Promise<GroupStart> {
  const id = groupIdSchema.safeParse(given);
  if (!id.success) notFound();
  const { teacherId } = await requireTeacher(startInGroup(id.data));
  const found = await readGroupRoom(teacherId, id.data);
  if (!found) notFound();
  return groupStart(found.group, found.sittings);
}

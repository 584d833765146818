/** Teachers of the class server, which knows them by their cookie: no account is needed. */
import { mustBeOk } from '@/people/must-be-ok';
import { openTab, type RecordingTab } from '@/people/recording-tab';
import { Teacher } from '@/people/teacher';
import type { ClassCreated } from '@/protocol/classes';
import type { DatasetId } from '@/protocol/datasets';
import { LESSON, TEACHER } from './class-server';

export const teacherHeaders = (teacherId = TEACHER) => ({ cookie: `teacher=${teacherId}` });

export const knownTeacher = (url: string, teacherId = TEACHER) =>
  new Teacher(url, teacherHeaders(teacherId).cookie);

export const makeClass = (
  url: string,
  teacherId = TEACHER,
  lessonId = LESSON,
  dataset?: DatasetId,
): Promise<ClassCreated> => knownTeacher(url, teacherId).createClass(lessonId, dataset);

/** The console of a class, in a tab that remembers what it is told. */
export async function teacherTab(url: string, code: string, teacherId = TEACHER): Promise<RecordingTab> {
  const tab = openTab(url, { extraHeaders: teacherHeaders(teacherId) });
  mustBeOk(await tab.attach({ code, as: { kind: 'teacher' } }));
  return tab;
}

/** The projector of a class, in such a tab. */
export async function screenTab(url: string, code: string, teacherId = TEACHER): Promise<RecordingTab> {
  const tab = openTab(url, { extraHeaders: teacherHeaders(teacherId) });
  mustBeOk(await tab.attach({ code, as: { kind: 'screen' } }));
  return tab;
}

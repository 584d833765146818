/** Addresses of classes. */

/** `POST /api/classes`: a teacher (session cookie, same origin) starts a class of one lesson. */
export const CLASSES_PATH = '/api/classes';
/** `GET /api/classes/CODE`: what anybody with the code may know before joining. Answered as `Answer<ClassEntrance>`. */
export const entrancePath = (code: string) => `${CLASSES_PATH}/${code}`;
/** `DELETE /api/classes/ID` and `DELETE /api/classes/ID/students/STUDENT`: everything in it is gone for good. */
export const classPath = (classId: string) => `${CLASSES_PATH}/${classId}`;
export const classStudentPath = (classId: string, studentId: string) =>
  `${CLASSES_PATH}/${classId}/students/${studentId}`;

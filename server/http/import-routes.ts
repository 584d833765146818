import { z } from 'zod';
import { IMPORT_PATH } from '@/protocol/class-import';
import { idSchema } from '@/protocol/run';
import { openRoute, teacherRoute } from './route';
import { teacherOf } from './teacher-of';

/** Looks at the file of a class; see protocol/class-import. */
export const lookAtClassFileRoute = teacherRoute({
  method: 'POST',
  path: IMPORT_PATH,
  handle: async ({ parts, request, teacherId }) => {
    await parts.classes.claimForGood('imports');
    return parts.imports.look(request, teacherId);
  },
});

/** Makes the class of a file that was looked at. */
export const importClassRoute = openRoute({
  method: 'POST',
  path: `${IMPORT_PATH}/:import`,
  params: z.object({ import: idSchema }),
  handle: async ({ parts, request }, { import: importId }) => {
    const teacher = await teacherOf(parts, request);
    if (!teacher.ok) return teacher;
    await parts.classes.claimForGood('imports');
    return parts.imports.bring(importId, teacher.teacherId);
  },
});

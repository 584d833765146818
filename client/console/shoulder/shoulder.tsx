'use client';

import { createContext, useContext, useMemo, useState } from 'react';
import type { Elements } from '@/client/ui/elements';
import type { TeacherView } from '@/protocol/views';
import { ShoulderDialog } from './shoulder-dialog';

interface Shoulder {
  /** Looks over this student's shoulder. */
  look(studentId: string): void;
}

const ShoulderContext = createContext<Shoulder | null>(null);

/** The way to look over a student's shoulder, from wherever the student is shown; null where there is no class under way. */
export function useShoulder(): Shoulder | null {
  return useContext(ShoulderContext);
}

/** Opens one student's bench at a time over the console. */
export function ShoulderProvider({ view, children }: { view: TeacherView; children: Elements }) {
  const [studentId, setStudentId] = useState<string | null>(null);
  const value = useMemo(() => ({ look: setStudentId }), []);
  const student = view.roster.find(({ id, membership }) => id === studentId && membership === 'in') ?? null;
  return (
    <ShoulderContext value={view.class.phase === 'live' ? value : null}>
      {children}
      <ShoulderDialog view={view} student={student} onClose={() => setStudentId(null)} />
    </ShoulderContext>
  );
}

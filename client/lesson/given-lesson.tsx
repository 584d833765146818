'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import type { WrittenLesson } from '@/lessons/written';

const Context = createContext<WrittenLesson | null>(null);

/** Gives a class's pages the lesson that the server wrote into them: one lesson, in the active language. */
export function LessonProvider({ lesson, children }: { lesson: WrittenLesson | null; children: ReactNode }) {
  return <Context value={lesson}>{children}</Context>;
}

/**
 * The lesson with this id, if the page was given it. Where it was given another (a page that the browser kept from
 * before, a code that was used again) the server is asked once more.
 */
export function useGivenLesson(id: string): WrittenLesson | null {
  const given = useContext(Context);
  const router = useRouter();
  const asked = useRef(false);
  const lesson = given?.id === id ? given : null;
  const missing = lesson === null;
  useEffect(() => {
    if (!missing || asked.current) return;
    asked.current = true;
    router.refresh();
  }, [missing, router]);
  return lesson;
}

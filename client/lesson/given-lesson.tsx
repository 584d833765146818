'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { chosenSteps } from '@/lessons/chosen-steps';
import type { WrittenLesson } from '@/lessons/written';
import type { ClassFacts } from '@/protocol/views';

const Context = createContext<WrittenLesson | null>(null);

/** Gives a class's pages the lesson that the server wrote into them: one lesson, in the active language. */
export function LessonProvider({ lesson, children }: { lesson: WrittenLesson | null; children: ReactNode }) {
  return <Context value={lesson}>{children}</Context>;
}

/** The lesson that the page was given, with all of its steps; null: it was given none. */
export function useLessonWords(): WrittenLesson | null {
  return useContext(Context);
}

/**
 * The lesson with this id, if the page was given it. Where it was given another (a page that the browser kept from
 * before, a code that was used again) the server is asked once more.
 */
function useGivenLesson(id: string): WrittenLesson | null {
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

/**
 * The lesson of a class: with the steps that it has, in its order, and on the pictures that it trains on, with words that say so where
 * these are not what the lesson says.
 */
export function useClassLesson({
  lessonId,
  dataset,
  steps,
}: Pick<ClassFacts, 'lessonId' | 'dataset' | 'steps'>): WrittenLesson | null {
  const given = useGivenLesson(lessonId);
  const say = useTranslations('datasets');
  return useMemo(() => {
    if (!given) return null;
    const lesson = steps === null ? given : { ...given, steps: chosenSteps(given.steps, steps) };
    const { experiment, text } = lesson;
    if (!experiment || dataset === null || experiment.dataset === dataset) return lesson;
    return {
      ...lesson,
      text: { ...text, title: `${text.title} · ${say(`${dataset}.name`)}` },
      experiment: { ...experiment, dataset },
      note: say(`${dataset}.note`),
    };
  }, [given, steps, dataset, say]);
}

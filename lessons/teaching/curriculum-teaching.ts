import type { AnyLesson } from '@/lessons/registry';
import type { TeachingWords } from '@/lessons/teaching-words';

/** The plans of all lessons in one language. */
export type CurriculumTeaching = { readonly [Taught in AnyLesson as Taught['id']]: TeachingWords<Taught> };

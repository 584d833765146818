import type { Language } from '@/lessons/languages';
import type { TaughtLesson } from '@/lessons/registry';
import { type FrameworkId, STANDARDS, type StandardsWords } from '@/lessons/standards/standards';
import { STANDARDS_WORDS } from '@/lessons/standards/words';
import type { AnyTeachingWords, StepTeaching } from '@/lessons/teaching-words';
import { lessonIn, type WrittenLesson, type WrittenStep } from '@/lessons/written';
import { TEACHING_PLANS } from './plans';
import { TEACHING_WORDS } from './words';

/** A step of a plan: the step as students have it, and what a teacher is told of it. */
export interface PlannedStep {
  step: WrittenStep;
  teaching: StepTeaching;
  minutes: number;
  /** Minutes from the beginning of the lesson. */
  from: number;
}

/** A lesson as whoever teaches it reads it, in one language. */
export interface WrittenPlan extends Pick<AnyTeachingWords, 'aim' | 'prepare'> {
  lesson: WrittenLesson;
  steps: readonly PlannedStep[];
  /** Of all steps together. */
  minutes: number;
  /** What it teaches of what curricula ask for; no framework of which it teaches nothing. */
  standards: readonly {
    framework: FrameworkId;
    name: string;
    standards: readonly StandardsWords['standards'][keyof StandardsWords['standards']][];
  }[];
}

/** A lesson's plan in one language. */
export function planIn(taught: TaughtLesson, language: Language): WrittenPlan {
  const { aim, prepare, steps: words }: AnyTeachingWords = TEACHING_WORDS[language][taught.id];
  const plan = TEACHING_PLANS[taught.id];
  const lesson = lessonIn(taught, language);
  let from = 0;
  const steps = lesson.steps.map((step) => {
    // The types of plans and of their words hold that there are some for each step.
    const minutes = plan.minutes[step.id]!;
    from += minutes;
    return { step, teaching: words[step.id]!, minutes, from: from - minutes };
  });
  const { frameworks, standards } = STANDARDS_WORDS[language];
  return {
    ...{ aim, prepare, lesson, steps },
    minutes: from,
    standards: (Object.keys(STANDARDS) as FrameworkId[])
      .map((framework) => ({
        framework,
        name: frameworks[framework],
        standards: STANDARDS[framework]
          .filter((id) => plan.standards.includes(id))
          .map((id) => standards[id]),
      }))
      .filter((each) => each.standards.length > 0),
  };
}

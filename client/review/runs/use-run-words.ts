'use client';

import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useExperimentWords } from '@/client/review/use-experiment-words';
import { weightsOfRun } from '@/engine/runs/run-sizes';
import { type ClassRun, type FieldId, isSetting } from './run-fields';

export interface RunWords {
  /** What a field is called. */
  name(id: FieldId): string;
  /** The same with its unit, where a number is typed. */
  nameWithUnit(id: FieldId): string;
  /** A run's value in a field. */
  value(run: ClassRun, id: FieldId): string;
  /** All that is searched in a run. */
  searched(run: ClassRun): string;
}

/** The fields of runs in words. */
export function useRunWords(students: ReadonlyMap<string, { nickname: string }>): RunWords {
  const t = useTranslations('review.class');
  const more = useTranslations('runs.fields');
  const unknown = useTranslations('review.unknown');
  const states = useTranslations('review.runState');
  const backends = useTranslations('common.backends');
  const words = useExperimentWords();
  const numbers = useNumbers();
  const format = useFormatter();
  return useMemo(() => {
    const name = (id: FieldId) => {
      if (isSetting(id)) return words.name(id);
      return id === 'loss-end' || id === 'weights' ? more(id) : t(id);
    };
    const nameWithUnit = (id: FieldId) => {
      if (id === 'accuracy' || id === 'verified') return more('percent', { name: name(id) });
      if (id === 'time') return more('seconds', { name: name(id) });
      return id === 'started' ? more('minutes') : name(id);
    };
    const value = (run: ClassRun, id: FieldId): string => {
      switch (id) {
        case 'student':
          return students.get(run.studentId)?.nickname ?? unknown('student');
        case 'accuracy':
          return numbers.percent(run.accuracy.value);
        case 'verified':
          return numbers.percent(run.verifiedAccuracy);
        case 'loss-end':
          return numbers.loss(run.finalLoss);
        case 'time':
          return numbers.duration(run.time);
        case 'steps':
          return numbers.integer(run.steps);
        case 'weights':
          return numbers.integer(weightsOfRun(run.experiment));
        case 'backend':
          return backends(run.backend);
        case 'state':
          return states(run.state);
        case 'started':
          return format.dateTime(run.createdAt, 'time');
        default:
          return words.value(run.experiment, id);
      }
    };
    // Each once: with every letter that is typed all runs are searched.
    const known = new WeakMap<ClassRun, string>();
    const searched = (run: ClassRun) => {
      const before = known.get(run);
      if (before !== undefined) return before;
      const text = [
        value(run, 'student'),
        words.network(run.experiment),
        words.training(run.experiment),
        backends(run.backend),
        states(run.state),
      ].join(' ');
      known.set(run, text);
      return text;
    };
    return { name, nameWithUnit, value, searched };
  }, [t, more, unknown, states, backends, words, numbers, format, students]);
}

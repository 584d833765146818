import { type GradebookWords, groupGradebook, sittingGradebook } from '@/server/export/gradebook';
import type { ReportedGroup } from './group-report';
import type { ReportedSitting } from './sitting-report';

/** A gradebook as a file, for a route handler that has the words. */
export interface GradebookFile {
  name: string;
  content: string;
}

/** How students are told: by nickname, or by their place (`{number}` in the words). */
interface Naming {
  named: boolean;
  placeholder(number: number): string;
}

const nameOf =
  ({ named, placeholder }: Naming) =>
  ({ nickname }: { nickname: string }, index: number) =>
    named ? nickname : placeholder(index + 1);

export function gradebookOfSitting(
  { state, report }: ReportedSitting,
  steps: readonly string[],
  words: GradebookWords,
  naming: Naming,
): GradebookFile {
  const content = sittingGradebook(report, steps, words, nameOf(naming));
  return { name: `perceptroom-${state.code}-gradebook.csv`, content };
}

export function gradebookOfGroup(
  { code, report }: ReportedGroup,
  lessons: readonly string[],
  words: GradebookWords,
  naming: Naming,
): GradebookFile {
  const content = groupGradebook(report, lessons, words, nameOf(naming));
  return { name: `perceptroom-${code}-gradebook.csv`, content };
}

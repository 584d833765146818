/**
 * What curricula ask for and lessons teach, by whose it is. Codes are those of their publishers: the grade-band progression charts of AI4K12
 * (a number alone: the big idea as a whole), the CSTA K–12 Computer Science Standards of 2017, and the Japanese Course of Study for upper
 * secondary schools of 2018 (Informatics I and II: number of the section, and a, b or c for ア (ア), (イ) or (ウ) in it).
 */
export const STANDARDS = {
  ai4k12: [
    '1-A-iii',
    '1-B-ii',
    '1-B-iv',
    '2-A-iv',
    '2-C-i',
    '3-A-i',
    '3-A-ii',
    '3-A-iii',
    '3-A-iv',
    '3-A-v',
    '3-B-i',
    '3-B-ii',
    '3-C-i',
    '3-C-ii',
    '3-C-iii',
    '5',
  ],
  csta: [
    '2-DA-07',
    '2-DA-08',
    '2-DA-09',
    '2-AP-12',
    '2-AP-13',
    '2-AP-17',
    '2-IC-21',
    '3A-CS-02',
    '3A-DA-12',
    '3B-AP-08',
    '3B-AP-11',
    '3B-DA-06',
    '3B-DA-07',
  ],
  joho: ['I-3-a', 'I-3-b', 'I-3-c', 'I-4-c', 'II-1', 'II-3-a', 'II-3-b', 'II-3-c'],
} as const;

export type FrameworkId = keyof typeof STANDARDS;
export type StandardId = (typeof STANDARDS)[FrameworkId][number];

/** A framework's name, and of each of its standards how it is called and what it is about. */
export interface StandardsWords {
  readonly frameworks: Readonly<Record<FrameworkId, string>>;
  readonly standards: Readonly<Record<StandardId, { readonly code: string; readonly about: string }>>;
}

/** Two questions before a lesson and two after it. */
export const QUIZ_TIMES = ['before', 'after'] as const;
export type QuizTime = (typeof QUIZ_TIMES)[number];

/** How many questions there are each time. */
export const QUIZ_ITEMS = 2;

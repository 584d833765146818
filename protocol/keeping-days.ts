/** Days before a deletion from which on it is announced; nothing is deleted that has not been announced for so long. */
export const NOTICE_DAYS = 14;
/** The longest that can be chosen at all, in days; the shortest is the notice. */
export const MOST_KEEP_DAYS = 3_650;

import type { PerLanguage } from '@/lessons/lesson';

/** A word of the field, explained in one or two plain sentences. */
export interface Term {
  /** Kebab-case; lessons link to it with `[[id|words]]`. */
  id: string;
  text: PerLanguage<{ name: string; definition: string }>;
}

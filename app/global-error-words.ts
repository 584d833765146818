import type { PerLanguage } from '@/lessons/languages';

/** What the page says when not even the layout could be drawn. */
export const GLOBAL_ERROR_WORDS: PerLanguage<{ text: string; again: string }> = {
  en: { text: 'Try again in a moment. What you trained is kept.', again: 'Try again' },
  ja: {
    text: 'ページを表示できませんでした。少し待って、もう一度お試しください。訓練の記録は残っています。',
    again: 'もう一度',
  },
};

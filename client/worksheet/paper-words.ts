import { getLanguage, getTranslator } from '@/client/i18n/server';
import type { PaperText } from '@/engine/worksheet/paper-exercise';

/** Writes what stands in cells and heads in the request's language; server only. */
export async function getPaperWords(): Promise<(text: PaperText) => string> {
  const [t, language] = await Promise.all([getTranslator('worksheet'), getLanguage()]);
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 4 });
  return (text) => {
    if (typeof text === 'string') return text;
    if (typeof text === 'number') return numbers.format(text).replace('-', '−');
    return t(`word.${text.word}`);
  };
}

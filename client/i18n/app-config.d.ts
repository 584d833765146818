import type { Language } from '@/lessons/languages';
import type { FORMATS } from './formats';
import type { Messages } from './messages';

// Makes `useTranslations('area')` and its keys checked by the compiler.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
    Formats: typeof FORMATS;
  }
}

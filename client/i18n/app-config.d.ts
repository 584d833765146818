import type { Messages } from '@/client/messages/en';
import type { Language } from '@/lessons/languages';
import type { FORMATS } from './formats';

// Makes `useTranslations('area')` and its keys checked by the compiler.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
    Formats: typeof FORMATS;
  }
}

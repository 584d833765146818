import type { FORMATS } from '@/client/i18n/formats';
import type { Language } from '@/client/i18n/languages';
import type { Messages } from '@/client/i18n/messages';

// Makes `useTranslations('area')` and its keys checked by the compiler.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
    Formats: typeof FORMATS;
  }
}

'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { writeCookie } from '@/client/live/write-cookie';
import type { Messages } from '@/client/messages/en';
import type { Language } from '@/lessons/languages';
import { FORMATS } from './formats';
import { TIME_ZONE_COOKIE } from './time-zone';

interface Props {
  language: Language;
  /** Only the active language's, and only what every page needs: this object travels to the browser. */
  messages: Partial<Messages>;
  /** The time zone that the server rendered with. */
  timeZone: string;
  children: ReactNode;
}

/** Gives client components their messages, formats and time zone. */
export function I18nProvider({ language, messages, timeZone, children }: Props) {
  const [zone, setZone] = useState(timeZone);
  useEffect(() => {
    // The server cannot know the zone on a first visit: correct the times, and tell it for the next one.
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (own && own !== timeZone) {
      setZone(own);
      writeCookie(TIME_ZONE_COOKIE, own);
    }
  }, [timeZone]);
  return (
    <IntlProvider locale={language} messages={messages as Messages} formats={FORMATS} timeZone={zone}>
      {children}
    </IntlProvider>
  );
}

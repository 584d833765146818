import { cookies, headers } from 'next/headers';
import { createTranslator } from 'use-intl/core';
import type { Language } from '@/lessons/languages';
import { compiledMessagesOf } from './compiled-messages';
import { FORMATS } from './formats';
import { LANGUAGE_COOKIE, pickLanguage } from './languages';
import type { Area } from './messages';
import { knownTimeZone, TIME_ZONE_COOKIE } from './time-zone';

/** The language of the request that is being answered. Server components and route handlers only. */
export async function getLanguage(): Promise<Language> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return pickLanguage(jar.get(LANGUAGE_COOKIE)?.value, head.get('accept-language'));
}

/** The time zone that the browser told on an earlier visit, else UTC. */
export async function getTimeZone(): Promise<string> {
  return knownTimeZone((await cookies()).get(TIME_ZONE_COOKIE)?.value);
}

/** `const t = await getTranslator('teach'); t('title')`: an area's messages in the request's language. */
export async function getTranslator<A extends Area>(area: A) {
  const language = await getLanguage();
  return createTranslator({
    locale: language,
    messages: compiledMessagesOf(language),
    namespace: area,
    formats: FORMATS,
  });
}

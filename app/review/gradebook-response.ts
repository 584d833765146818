import { getTranslator } from '@/client/i18n/server';
import type { GradebookFile } from '@/server/read/gradebook';

/** A gradebook, to be saved by the browser that asked for it. */
export function gradebookResponse({ name, content }: GradebookFile): Response {
  return new Response(content, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** The words of a gradebook in the language of the request, and how students are told in it (`?names=no`: by their places). */
export async function gradebookWords(request: Request) {
  const t = await getTranslator('report');
  const standing = (['done', 'part', 'skipped', 'there', 'none'] as const).map(
    (one) => [one, t(`reached.${one}`)] as const,
  );
  return {
    words: {
      student: t('reached.student'),
      stepsDone: t('book.stepsDone'),
      steps: t('book.steps'),
      best: t('reached.best'),
      bestOf: t('book.bestOf'),
      checked: t('book.checked'),
      runs: t('reached.runs'),
      minutes: t('book.minutes'),
      guesses: t('book.guesses'),
      guessesRight: t('book.guessesRight'),
      asked: t('book.asked'),
      offered: t('book.offered'),
      yes: t('book.yes'),
      no: t('book.no'),
      standing: Object.fromEntries(standing) as Record<(typeof standing)[number][0], string>,
    },
    naming: {
      named: new URL(request.url).searchParams.get('names') !== 'no',
      placeholder: (number: number) => t('book.place', { number }),
    },
  };
}

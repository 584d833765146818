'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useSnapshot } from '@/client/live/use-class-session';
import type { HelpStanding } from '@/protocol/help-call';

/** In the drawer: the student's last call, who helped, and whether anything has changed by it. */
export function StudentHelp({ studentId }: { studentId: string }) {
  const t = useTranslations('shoulder.help');
  const activities = useTranslations('console.activity');
  const format = useFormatter();
  const numbers = useNumbers();
  const { session, nameOf } = useConsole();
  const { view } = useSnapshot(session);
  const call = view?.helps.find((one) => one.studentId === studentId);
  if (!view || !call) return null;
  const partner = view.roster.find(({ id }) => id === call.partnerId);
  const time = (at: number) => ({ time: format.dateTime(at, 'time') });
  const words = ({ activity, finding, result }: HelpStanding) => {
    const state = activities(activity);
    const found = finding === null ? state : t('found', { state });
    return result === null ? found : t('withResult', { state: found, result: numbers.percent(result) });
  };
  const now: HelpStanding = {
    activity: session.telemetry.get(studentId)?.activity ?? 'connected',
    finding: session.telemetry.condition(studentId)?.findings[0]?.kind ?? null,
    result: view.board.rows.find((row) => row.studentId === studentId)?.accuracy ?? null,
  };
  return (
    <section aria-labelledby="help-title" data-testid="student-help">
      <h3 id="help-title" className="mb-1 text-lg">
        {t('drawerTitle')}
      </h3>
      <p className="text-sm">
        <span>{t(call.kind === 'need' ? 'asked' : 'offered', time(call.askedAt))}</span>
        {partner && call.pairedAt !== null && (
          <span translate="no">
            {` · ${
              call.kind === 'need'
                ? t('helpedBy', { helper: nameOf(partner), ...time(call.pairedAt) })
                : t('helping', { name: nameOf(partner), ...time(call.pairedAt) })
            }`}
          </span>
        )}
        {call.endedAt !== null && <span>{` · ${t('ended', time(call.endedAt))}`}</span>}
      </p>
      {call.kind === 'need' && (
        <p className="text-sm text-ink-soft">
          {t('change', {
            before: words(call.before),
            moment: call.after ? 'end' : 'now',
            after: words(call.after ?? now),
          })}
        </p>
      )}
    </section>
  );
}

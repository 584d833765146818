'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { ReportHelp, ReportStudent } from '@/protocol/report';
import { ReportSection } from './report-section';
import { useNameList } from './use-name-list';

/** Who needed help, and whether it came. */
export function HelpLine({ help, students }: { help: ReportHelp; students: readonly ReportStudent[] }) {
  const t = useTranslations('report.help');
  const numbers = useNumbers();
  const names = useNameList(students);
  const who = (kind: 'asked' | 'offered') =>
    names(students.filter(({ help: own }) => own[kind] > 0).map(({ id }) => id));
  const offered = students.some(({ help: own }) => own.offered > 0);
  const lines =
    help.asked === 0
      ? [t('none')]
      : [
          t('asked', { count: help.asked, names: who('asked') }),
          t('came', { paired: help.paired, ended: help.ended, open: help.open }),
          ...(help.wait === null ? [] : [t('wait', { time: numbers.duration(help.wait) })]),
          ...(help.paired === 0 ? [] : [t('better', { better: help.better, of: help.paired })]),
        ];
  return (
    <ReportSection title={t('title')}>
      <p className="text-sm">
        {[...lines, ...(offered ? [t('offered', { names: who('offered') })] : [])].join(' ')}
      </p>
    </ReportSection>
  );
}

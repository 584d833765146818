'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { AUDIT_SHARES, type AuditFigure } from '@/protocol/audit-figures';
import { AUDIT_DATA, hasSeenInAudit } from '@/protocol/audit-settings';
import type { AuditGroup, AuditNow, AuditResult } from '@/protocol/audit-views';

type Asked = Pick<AuditNow, 'stage'> & { result: AuditResult };

/** What is said of networks that were asked. */
interface AuditWords {
  /** Choices of both questions. */
  shares: readonly string[];
  data: readonly string[];
  group(group: Pick<AuditGroup, 'data'>): string;
  /** What a figure is called. Before it is told what was in the data, the mark of another label is one changed pixel. */
  figure(figure: AuditFigure, stage: AuditNow['stage']): string;
  /** What there is to say so far, the newest last. */
  findings(asked: Asked): string[];
  /** Of whom, and who could not be in it. */
  notes(result: AuditResult): string[];
}

export function useAuditWords(): AuditWords {
  const t = useTranslations('audit');
  const { percent, integer } = useNumbers();
  return useMemo(() => {
    const ends = (group: AuditGroup, figure: AuditFigure) => {
      const { low, high } = group.figures[figure]!;
      return { low: percent(low), high: percent(high) };
    };
    const middle = (group: AuditGroup, figure: AuditFigure) => percent(group.figures[figure]!.middle);
    const ofGroup = (group: AuditGroup) => {
      const { data } = group;
      if (data === null) return [];
      return [
        t(`said.${data}`, {
          ...{
            training: middle(group, 'training'),
            hidden: middle(group, 'hidden'),
            wrong: middle(group, 'wrong'),
          },
          follows: percent(group.follows ?? 0),
        }),
      ];
    };
    return {
      shares: AUDIT_SHARES.map((one) => t(`share.choices.${one}`)),
      data: AUDIT_DATA.map((one) => t(`data.choices.${one}`)),
      group: ({ data }) => t(`groups.${data ?? 'all'}`),
      figure: (figure, stage) =>
        t(`figures.${figure === 'wrong' && !hasSeenInAudit(stage, 'data') ? 'changed' : figure}`),
      findings: ({ stage, result: { groups, tapped } }) => {
        const [all] = groups;
        if (all === undefined) return [];
        if (all.data === null)
          return [
            t('said.device', ends(all, 'training')),
            ...(hasSeenInAudit(stage, 'hidden') ? [t('said.hidden', ends(all, 'hidden'))] : []),
            ...(hasSeenInAudit(stage, 'spot') ? [t('said.spot', ends(all, 'wrong'))] : []),
          ];
        return [
          ...(tapped && tapped.of > 0 ? [t('said.tapped', tapped)] : []),
          ...groups.flatMap(ofGroup),
          ...(hasSeenInAudit(stage, 'further') ? [t('said.further')] : []),
        ];
      },
      notes: ({ groups, pictures, lost }) => [
        t('of', {
          networks: groups.reduce((sum, { networks }) => sum + networks, 0),
          pictures: integer(pictures),
        }),
        ...(lost > 0 ? [t('lost', { count: lost })] : []),
      ],
    };
  }, [t, percent, integer]);
}

'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { May } from '@/client/console/may';
import { LookButton } from '@/client/console/shoulder/look-button';
import { useMinutes } from '@/client/console/use-minutes';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import type { Elements } from '@/client/ui/elements';
import { SelectField } from '@/client/ui/select-field';
import { StudentMark } from '@/client/ui/student-mark';
import type { HelpCall } from '@/protocol/help-call';
import type { RosterEntry } from '@/protocol/views';
import { openHelp } from './help-pairs';

interface Props {
  helps: readonly HelpCall[];
  /** Who is in. */
  students: readonly RosterEntry[];
}

/** Who asks for help, who can give some, and who helps whom; nothing while nobody calls. */
export function HelpCard({ helps, students }: Props) {
  const t = useTranslations('shoulder.help');
  const { asking, offering, pairs } = useMemo(() => openHelp(helps), [helps]);
  const byId = useMemo(() => new Map(students.map((student) => [student.id, student])), [students]);
  if (asking.length + offering.length + pairs.length === 0) return null;
  return (
    <Card as="section" title={t('title')} data-testid="help-card">
      <ul className="flex flex-col divide-y divide-line">
        {asking.map((call) => (
          <Asking key={call.studentId} call={call} byId={byId} offering={offering} />
        ))}
        {pairs.map((call) => (
          <Pair key={call.studentId} call={call} byId={byId} />
        ))}
        {offering.map((call) => (
          <Offering key={call.studentId} call={call} byId={byId} />
        ))}
      </ul>
    </Card>
  );
}

/** The choice that stands until somebody is chosen. */
const NOBODY: string = '';

type ById = ReadonlyMap<string, RosterEntry>;

function Asking({ call, byId, offering }: { call: HelpCall; byId: ById; offering: readonly HelpCall[] }) {
  const t = useTranslations('shoulder.help');
  const { ask, nameOf, offlineReason } = useConsole();
  const student = byId.get(call.studentId);
  if (!student) return null;
  const name = nameOf(student);
  const offers = new Set(offering.map(({ studentId }) => studentId));
  const helpers = [...byId.values()]
    .filter(({ id }) => id !== student.id)
    .sort((a, b) => Number(offers.has(b.id)) - Number(offers.has(a.id)));
  return (
    <Row call={call} student={student} name={name} text={t('asks')} strong>
      <May least="help">
        <SelectField
          label={<span className="sr-only">{t('who', { name })}</span>}
          value={NOBODY}
          disabled={offlineReason !== undefined}
          onChange={(helperId) => {
            if (helperId) void ask({ type: 'help:pair', studentId: student.id, helperId });
          }}
          choices={[
            { value: NOBODY, label: t('choose') },
            ...helpers.map((helper) => ({
              value: helper.id,
              label: offers.has(helper.id) ? t('offering', { name: nameOf(helper) }) : nameOf(helper),
            })),
          ]}
          className="w-44 gap-0!"
        />
        <Button
          size="sm"
          aria-label={t('closeOf', { name })}
          disabledReason={offlineReason}
          onClick={() => ask({ type: 'help:close', studentId: student.id })}
        >
          {t('close')}
        </Button>
      </May>
    </Row>
  );
}

function Pair({ call, byId }: { call: HelpCall; byId: ById }) {
  const t = useTranslations('shoulder.help');
  const { ask, nameOf, offlineReason } = useConsole();
  const student = byId.get(call.studentId);
  const helper = byId.get(call.partnerId ?? '');
  if (!student || !helper) return null;
  const names = { name: nameOf(student), helper: nameOf(helper) };
  return (
    <Row
      call={call}
      since={call.pairedAt ?? call.askedAt}
      student={student}
      name={names.name}
      text={t('helps', names)}
      whole
    >
      <May least="help">
        <Button
          size="sm"
          aria-label={t('endPair', names)}
          disabledReason={offlineReason}
          onClick={() => ask({ type: 'help:close', studentId: student.id })}
        >
          {t('end')}
        </Button>
      </May>
    </Row>
  );
}

function Offering({ call, byId }: { call: HelpCall; byId: ById }) {
  const t = useTranslations('shoulder.help');
  const { nameOf } = useConsole();
  const student = byId.get(call.studentId);
  if (!student) return null;
  return <Row call={call} student={student} name={nameOf(student)} text={t('offers')} />;
}

interface RowProps {
  call: HelpCall;
  since?: number;
  student: RosterEntry;
  name: string;
  text: string;
  strong?: boolean;
  /** The text has the name in it. */
  whole?: boolean;
  children?: Elements;
}

function Row({ call, since = call.askedAt, student, name, text, strong, whole, children }: RowProps) {
  const t = useTranslations('shoulder.help');
  const { serverNow } = useConsole();
  const minutes = useMinutes(since, serverNow) ?? 0;
  return (
    <li
      data-testid="help-row"
      data-kind={call.kind}
      data-paired={call.partnerId !== null}
      className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1.5"
    >
      <StudentMark mark={student.mark} className="size-6" />
      <span className={strong ? 'min-w-0 flex-1 font-semibold' : 'min-w-0 flex-1'}>
        {!whole && <span translate="no">{`${name} `}</span>}
        <span translate={whole ? 'no' : undefined}>{text}</span>
        <span className="tabular font-normal text-ink-soft">{` · ${t('minutes', { minutes })}`}</span>
      </span>
      <LookButton studentId={student.id} name={name} />
      {children}
    </li>
  );
}

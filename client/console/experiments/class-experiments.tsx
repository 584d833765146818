'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { patiently } from '@/client/ui/patiently';
import type { TeacherView } from '@/protocol/views';

/** Only where networks are handed in. */
const EnsemblePanel = dynamic(
  patiently(() => import('@/client/console/ensemble/ensemble-panel')),
  { ssr: false },
);
/** Only where pictures are trained. */
const KnobPanel = dynamic(
  patiently(() => import('@/client/console/knob/knob-panel')),
  { ssr: false },
);
const MergePanel = dynamic(
  patiently(() => import('@/client/console/merge/merge-panel')),
  { ssr: false },
);
const RoundsPanel = dynamic(
  patiently(() => import('@/client/console/rounds/rounds-panel')),
  { ssr: false },
);
const LeakPanel = dynamic(
  patiently(() => import('@/client/console/leak/leak-panel')),
  { ssr: false },
);
/** In any class: it needs nothing but students. */
const RelayPanel = dynamic(
  patiently(() => import('@/client/console/relay/relay-panel')),
  { ssr: false },
);
const AuditPanel = dynamic(
  patiently(() => import('@/client/console/audit/audit-panel')),
  { ssr: false },
);
const FoolPanel = dynamic(
  patiently(() => import('@/client/console/fool/fool-panel')),
  { ssr: false },
);

interface Experiment {
  id: 'ensemble' | 'knob' | 'merge' | 'rounds' | 'leak' | 'audit' | 'fool' | 'relay';
  title: string;
  /** The class does it, or has done it: it has a panel whatever is chosen. */
  begun: boolean;
  /** It makes sense now. */
  possible: boolean;
  panel: ReactNode;
}

/**
 * What a class can do as one laboratory: by name as long as it has not been begun, one at a time with what it asks for; and whatever has been begun
 * with its panel.
 */
export function ClassExperiments({ view }: { view: TeacherView }) {
  const t = useTranslations('console.experiments');
  const [chosen, setChosen] = useState<Experiment['id'] | null>(null);
  const all = useExperiments(view);
  const offered = all.filter(({ begun, possible }) => possible && !begun);
  return (
    <>
      {offered.length > 0 && (
        <Card as="section" title={t('title')} data-testid="class-experiments">
          <div className="flex flex-wrap gap-2">
            {offered.map(({ id, title }) => (
              <Button
                key={id}
                size="sm"
                aria-expanded={id === chosen}
                onClick={() => setChosen(id === chosen ? null : id)}
                className="aria-expanded:border-accent aria-expanded:bg-accent-soft"
              >
                {title}
              </Button>
            ))}
          </div>
        </Card>
      )}
      {/* Keyed, so that what is begun stays where it was pressed. */}
      {all
        .filter(({ id, begun, possible }) => begun || (possible && id === chosen))
        .map(({ id, panel }) => (
          <div key={id}>{panel}</div>
        ))}
    </>
  );
}

function useExperiments(view: TeacherView): Experiment[] {
  const titles = {
    ensemble: useTranslations('ensemble')('title'),
    knob: useTranslations('knob')('title'),
    merge: useTranslations('merge')('title'),
    rounds: useTranslations('rounds')('title'),
    leak: useTranslations('leak')('title'),
    audit: useTranslations('audit')('title'),
    fool: useTranslations('fool')('title'),
    relay: useTranslations('relay')('title'),
  };
  const { ensemble, knob, merge, rounds, leak, audit, fool, relay } = view;
  const live = view.class.phase === 'live';
  const of = (
    id: Experiment['id'],
    desk: { now: object | null } | null,
    panel: ReactNode,
    possible = true,
  ): Experiment => ({
    ...{ id, title: titles[id], panel },
    begun: desk !== null && desk.now !== null,
    possible: desk !== null && live && possible,
  });
  return [
    of('ensemble', ensemble, <EnsemblePanel view={view} />, ensemble.networks > 0),
    of('knob', knob, knob && <KnobPanel view={view} knob={knob} />),
    of('merge', merge, merge && <MergePanel view={view} merge={merge} />),
    of('rounds', rounds, rounds && <RoundsPanel view={view} rounds={rounds} />),
    of('leak', leak, leak && <LeakPanel view={view} leak={leak} />),
    of('audit', audit, audit && <AuditPanel view={view} audit={audit} />),
    of('fool', fool, fool && <FoolPanel view={view} fool={fool} />, (fool?.networks ?? 0) > 0),
    of('relay', relay, <RelayPanel view={view} />),
  ];
}

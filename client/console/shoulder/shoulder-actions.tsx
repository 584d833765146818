'use client';

import { Camera, MonitorOff, MonitorUp } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { May } from '@/client/console/may';
import { carriedPin } from '@/client/console/projector/carried-pin';
import { useWished } from '@/client/console/use-wished';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { randomId } from '@/client/live/random-id';
import { Button } from '@/client/ui/button';
import { Checkbox } from '@/client/ui/checkbox';
import { sayToStay } from '@/client/ui/staying-toast';
import { spotlightArgument, spotlightOf } from '@/protocol/screen';
import type { RosterEntry, TeacherView } from '@/protocol/views';

interface Props {
  view: TeacherView;
  student: RosterEntry;
  /** Something of the bench has been seen: only that can be kept. */
  seen: boolean;
}

/** What can be done with a bench that is looked at: keep it as it is now, or put it on the projector, without a name unless the teacher says so. */
export function ShoulderActions({ view, student, seen }: Props) {
  const t = useTranslations('shoulder.snapshots');
  const refusalText = useRefusalText();
  const { session, ask, offlineReason } = useConsole();
  const shown = view.screen.view === 'spotlight' ? spotlightOf(view.screen.argument) : null;
  const isShown = shown?.studentId === student.id;
  const [wish, setWish] = useState(false);
  const [released, wishReleased] = useWished(shown?.named ?? false);
  const take = async () => {
    const answer = await session.sights.takeSnapshot(randomId(), student.id);
    if (answer.ok) toast.success(t('taken'));
    else sayToStay('error', t('failed'), { description: refusalText(answer.code) });
  };
  const show = (withName: boolean) =>
    ask({
      type: 'screen:show',
      view: 'spotlight',
      argument: spotlightArgument(student.id, withName),
      pinned: carriedPin(view.screen),
    });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button
        size="sm"
        icon={<Camera aria-hidden="true" />}
        disabledReason={offlineReason ?? (seen ? undefined : t('gone'))}
        onClick={() => void take()}
      >
        {t('take')}
      </Button>
      <May least="lead">
        <Button
          size="sm"
          icon={isShown ? <MonitorOff aria-hidden="true" /> : <MonitorUp aria-hidden="true" />}
          disabledReason={offlineReason}
          onClick={() =>
            void (isShown
              ? ask({ type: 'screen:show', view: 'auto', argument: null, pinned: false })
              : show(wish))
          }
        >
          {t(isShown ? 'spotlightOff' : 'spotlight')}
        </Button>
        <Checkbox
          label={t('named')}
          checked={isShown ? released : wish}
          onChange={(next) => {
            setWish(next);
            if (isShown) wishReleased(next, show(next));
          }}
        />
      </May>
    </div>
  );
}

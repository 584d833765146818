'use client';

import { Eye, Layers, Link, Minus, Plus, Share2, Stethoscope } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { DoctorDialog } from '@/client/doctor/doctor-dialog';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import type { Elements } from '@/client/ui/elements';
import { IconButton } from '@/client/ui/icon-button';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import { Spinner } from '@/client/ui/spinner';
import { type ControlId, type PlaygroundSetup, SETUP_LIMITS } from '@/engine/playground/setup';
import { DataPanel } from './data/data-panel';
import { SeePoint } from './inside/see-point';
import { type InputNames, inputNamesOf } from './model/input-names';
import {
  changedControls,
  offeredFeatures,
  type Shows,
  showsOf,
  withFeature,
  withLayers,
  withUnits,
} from './model/setup-change';
import { type PlaygroundBench, useBenchSnapshot } from './model/use-bench-model';
import { InputList } from './network/input-list';
import { NetworkView, type WeightTarget } from './network/network-view';
import { WeightStrip } from './network/weight-strip';
import { ResultsPanel } from './results/results-panel';
import { RunControls } from './run/run-controls';
import { BenchNotices, DivergedNotice } from './run/run-notices';
import { useRunAnnouncer } from './run/use-run-announcer';
import { SettingsRow } from './settings/settings-row';
import { OpenLinkDialog } from './share/open-link-dialog';
import { TeacherLinkDialog } from './share/teacher-link-dialog';
import type { FocusTarget } from './surface/focus-target';
import { Legend } from './surface/legend';
import { SurfaceTicks } from './surface/surface-ticks';
import { SurfaceView } from './surface/surface-view';
import { useClassNames } from './surface/use-class-names';

interface Props {
  bench: PlaygroundBench;
  label: string;
  held: string | null;
  /** Controls that the lesson leaves out, as long as nobody has changed what they decide. */
  hidden: readonly string[];
  /** Controls that come when they are asked for, or once what they decide is changed. */
  later?: readonly ControlId[];
  /** What the lesson begins with; left out where none leads. */
  usual?: PlaygroundSetup;
  announce(words: string): void;
  /** Above the bench's own parts: a challenge's goal. */
  goal?: Elements;
  /** Links may be pasted here: in the lab, which has no step that says what is to be seen. */
  takesLinks?: boolean;
}

const NONE: readonly ControlId[] = [];

/** The 2-D bench: data on the left, the network in the middle, what it answers on the right. */
export function PlaygroundSheet(props: Props) {
  const { bench, label, held, hidden, later = NONE, usual, announce, goal, takesLinks = false } = props;
  const { model, arrival } = bench;
  const t = useTranslations('playground');
  const doctor = useTranslations('doctor');
  const snapshot = useBenchSnapshot(model);
  const { setup, begun, own } = snapshot;
  const [target, setTarget] = useState<FocusTarget | null>(null);
  const [looked, setLooked] = useState<WeightTarget | null>(null);
  const [edited, setEdited] = useState<{ weight: WeightTarget; begun: unknown } | null>(null);
  const [numbers, setNumbers] = useState(false);
  const [sharing, setSharing] = useState(false);
  const [asked, setAsked] = useState(false);
  const [opening, setOpening] = useState(false);
  const [linkHide, setLinkHide] = useState<readonly ControlId[]>([]);
  const changed = useMemo(() => (usual ? changedControls(usual, setup) : NONE), [usual, setup]);
  const shows = useMemo<Shows>(
    () =>
      showsOf(
        setup.hide,
        hidden.filter((control) => !changed.some((one) => one === control)),
      ),
    [setup.hide, hidden, changed],
  );
  const folded = useMemo(
    () => later.filter((control) => shows(control) && !changed.includes(control)),
    [later, shows, changed],
  );
  const classNames = useClassNames(begun, own, setup.points === 'own');
  useRunAnnouncer(model, snapshot, announce);
  const waits = held !== null;
  const shownOwn = setup.points === 'own' ? own : null;
  const offered = useMemo(() => offeredFeatures(shownOwn?.more.length ?? 0), [shownOwn]);
  const inputNames = useMemo<InputNames>(() => (shownOwn ? inputNamesOf(shownOwn) : new Map()), [shownOwn]);

  const look = (next: FocusTarget | null) => {
    setTarget(next);
    if (next?.on === 'unit') model.enlarge(next.unit);
    else if (target?.on === 'unit') model.enlarge(null);
  };
  const dataShown = (['points', 'own-data', 'noise', 'split'] as const).some(shows);
  const fewer = withLayers(setup.hidden, -1);
  const more = withLayers(setup.hidden, 1);

  return (
    <Card as="section" graphPaper aria-label={label} className="@container relative p-3! sm:p-4! short:p-3!">
      {held !== null && (
        <p
          data-testid="held-note"
          className="mx-auto mb-3 w-fit max-w-full rounded-md border border-line-strong bg-surface-sunken px-4 py-0.5 text-sm font-semibold shadow-card lg:absolute lg:inset-x-0 lg:-top-4 lg:z-10 lg:mb-0"
        >
          {held}
        </p>
      )}
      {goal}
      <RunControls model={model} snapshot={snapshot} shows={shows} held={held}>
        {shows('play') && (
          <IconButton
            label={doctor('open')}
            icon={<Stethoscope aria-hidden="true" />}
            size="sm"
            onClick={() => setAsked(true)}
          />
        )}
        {hidden.length === 0 && (
          <IconButton
            label={t('share.open')}
            icon={<Share2 aria-hidden="true" />}
            size="sm"
            onClick={() => {
              setLinkHide(setup.hide);
              setSharing(true);
            }}
          />
        )}
        {takesLinks && (
          <IconButton
            label={t('open.open')}
            icon={<Link aria-hidden="true" />}
            size="sm"
            onClick={() => setOpening(true)}
          />
        )}
      </RunControls>
      <DoctorDialog
        open={asked}
        onOpenChange={setAsked}
        examine={model.examine}
        begun={(model.standsAt?.step ?? 0) > 0}
        labelNames={classNames}
      />
      {takesLinks && <OpenLinkDialog open={opening} onOpenChange={setOpening} openLink={bench.openLink} />}
      <TeacherLinkDialog
        open={sharing}
        onOpenChange={setSharing}
        setup={setup}
        hide={linkHide}
        onHide={setLinkHide}
      />
      <BenchNotices model={model} snapshot={snapshot} arrival={arrival} held={waits} />
      {!begun ? (
        <div className="grid min-h-110 place-items-center">
          <Spinner label={t('reason.starting')} className="size-8 text-ink-soft" />
        </div>
      ) : (
        <div
          className={
            dataShown
              ? 'mt-2.5 grid gap-x-4 gap-y-3 short:mt-2 short:gap-y-2 @3xl:grid-cols-[11rem_minmax(0,1fr)_minmax(15rem,19rem)] short:@3xl:grid-cols-[11rem_minmax(0,1fr)_15rem]'
              : 'mt-2.5 grid gap-x-4 gap-y-3 @3xl:grid-cols-[minmax(0,1fr)_minmax(16rem,20rem)] short:@3xl:grid-cols-[minmax(0,1fr)_16rem]'
          }
        >
          <div className="col-span-full @max-3xl:order-2">
            <SettingsRow
              model={model}
              snapshot={snapshot}
              shows={shows}
              folded={folded}
              held={waits}
              seed={!dataShown}
            />
          </div>
          {dataShown && (
            <div className="@max-3xl:order-4">
              <DataPanel model={model} snapshot={snapshot} shows={shows} held={waits} />
            </div>
          )}
          <div className="flex min-w-0 flex-col gap-2 @max-3xl:order-3">
            <OneStopGroup fields className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
              {shows('layers') && (
                <span className="flex items-center gap-1 text-sm font-semibold">
                  <Layers aria-hidden="true" className="size-4 text-ink-soft" />
                  <span>{t('network.hiddenLayers')}</span>
                  <IconButton
                    label={t('network.layerFewer')}
                    icon={<Minus aria-hidden="true" />}
                    look="secondary"
                    size="sm"
                    disabled={waits || !fewer}
                    onClick={() => fewer && model.change({ hidden: fewer })}
                  />
                  <span className="tabular w-4 text-center" data-testid="hidden-layers">
                    {setup.hidden.length}
                  </span>
                  <IconButton
                    label={t('network.layerMore', { most: SETUP_LIMITS.layers })}
                    icon={<Plus aria-hidden="true" />}
                    look="secondary"
                    size="sm"
                    disabled={waits || !more}
                    onClick={() => more && model.change({ hidden: more })}
                  />
                </span>
              )}
              <label className="ml-auto inline-flex cursor-pointer items-center gap-1.5 text-xs text-ink-soft pointer-coarse:min-h-11">
                <input
                  type="checkbox"
                  checked={numbers}
                  onChange={(event) => setNumbers(event.target.checked)}
                />
                <span>{t('network.numbers')}</span>
              </label>
              <SeePoint model={model} classNames={classNames} inputNames={inputNames} />
            </OneStopGroup>
            <div className="relative">
              {snapshot.state.name === 'diverged' && (
                <div className="absolute inset-x-2 top-1/3 z-20">
                  <DivergedNotice model={model} rate={setup.learningRate} held={waits} />
                </div>
              )}
              <NetworkView
                model={model}
                begun={begun}
                used={snapshot.features}
                offered={offered}
                inputNames={inputNames}
                featuresOpen={shows('features')}
                layersOpen={shows('layers')}
                weightsOpen={shows('weights')}
                numbers={numbers}
                held={waits}
                onFeature={(feature) => {
                  const features = withFeature(setup.features, feature, offered);
                  if (features) model.change({ features });
                  else announce(t('network.lastFeature'));
                }}
                onUnits={(layer, change) => {
                  const next = withUnits(setup.hidden, layer, change);
                  if (next) model.change({ hidden: next });
                }}
                onTarget={look}
                onLook={setLooked}
                onEdit={(weight) => setEdited({ weight, begun })}
              />
            </div>
            {inputNames.size > 2 && <InputList names={inputNames} used={snapshot.features} />}
            <WeightStrip
              model={model}
              snapshot={snapshot}
              begun={begun}
              looked={looked}
              // Another network has other weights: what was edited is no more.
              edited={edited?.begun === begun ? edited.weight : null}
              open={shows('weights')}
              held={waits}
              onClose={() => setEdited(null)}
            />
          </div>
          <div className="flex min-w-0 flex-col gap-1.5 @max-3xl:order-1 @max-3xl:mx-auto @max-3xl:w-full @max-3xl:max-w-96">
            <SurfaceView
              model={model}
              begun={begun}
              features={snapshot.features}
              showTest={setup.showTest}
              discretise={setup.discretise}
              target={target}
              classNames={classNames}
              inputNames={inputNames}
            />
            <Legend begun={begun} classNames={classNames} />
            <SurfaceTicks model={model} setup={setup} shows={shows} />
            <ResultsPanel
              model={model}
              begun={begun}
              features={snapshot.features}
              shows={shows}
              classNames={classNames}
            />
          </div>
        </div>
      )}
      {setup.hide.length > 0 && (
        <p className="mt-2 flex flex-wrap items-center gap-3 text-sm text-ink-soft">
          <span>{t('share.hidden', { count: setup.hide.length })}</span>
          <Button
            size="sm"
            look="quiet"
            icon={<Eye aria-hidden="true" />}
            onClick={() => model.change({ hide: [] })}
          >
            {t('share.showAll')}
          </Button>
        </p>
      )}
    </Card>
  );
}

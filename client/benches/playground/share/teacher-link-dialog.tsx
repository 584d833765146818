'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { labLink } from '@/client/benches/playground/model/bench-link';
import { Checkbox } from '@/client/ui/checkbox';
import { CopyButton } from '@/client/ui/copy-button';
import { Dialog } from '@/client/ui/dialog';
import { CONTROLS, type ControlId, type PlaygroundSetup } from '@/engine/playground/setup';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  setup: PlaygroundSetup;
  /** Controls that the link leaves out. */
  hide: readonly ControlId[];
  onHide(hide: readonly ControlId[]): void;
}

/** A link to the lab with this very setup; a teacher chooses which controls students do not see there. */
export function TeacherLinkDialog({ open, onOpenChange, setup, hide, onHide }: Props) {
  const t = useTranslations('playground');
  const id = useId();
  const link = open ? labLink(location.origin, { ...setup, hide }) : '';
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('share.title')}
      description={t('share.text')}
      size="lg"
      actions={<CopyButton text={link} label={t('share.copy')} look="primary" />}
    >
      <label htmlFor={id} className="text-sm font-semibold">
        {t('share.link')}
      </label>
      <input
        id={id}
        readOnly
        value={link}
        data-testid="lab-link"
        onFocus={(event) => event.target.select()}
        className="mt-1 mb-4 min-h-10 w-full truncate rounded-md border border-line-strong bg-surface-sunken px-3 text-sm"
      />
      {setup.points === 'own' && <p className="-mt-2 mb-4 text-sm text-warn">{t('share.own')}</p>}
      <fieldset>
        <legend className="mb-2 text-sm font-semibold">{t('share.hide')}</legend>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-4 gap-y-1">
          {CONTROLS.map((control) => (
            <Checkbox
              key={control}
              label={t(`control.${control}`)}
              checked={!hide.includes(control)}
              onChange={(shown) =>
                onHide(CONTROLS.filter((one) => (one === control ? !shown : hide.includes(one))))
              }
            />
          ))}
        </div>
      </fieldset>
    </Dialog>
  );
}

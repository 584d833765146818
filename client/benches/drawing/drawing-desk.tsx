'use client';

import { Eraser, Pencil, Trash2, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Elements } from '@/client/ui/elements';
import { IconButton } from '@/client/ui/icon-button';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { isEmpty, undoStroke } from './drawing';
import { DrawingPad, type PadWords } from './drawing-pad';
import type { Paper } from './use-paper';

interface Props {
  paper: Paper;
  words: PadWords;
  /** Further tools. */
  children?: Elements;
}

/** The paper with its tools: pen, eraser, undo, clear. */
export function DrawingDesk({ paper, words, children }: Props) {
  const t = useTranslations('bench');
  const [tool, setTool] = useState<'pen' | 'eraser'>('pen');
  const { drawing } = paper;
  return (
    <div className="flex flex-col gap-2.5">
      <DrawingPad
        drawing={drawing}
        onChange={paper.change}
        erasing={tool === 'eraser'}
        onBusy={ignore}
        words={words}
      />
      <div className="flex flex-wrap items-center gap-1.5">
        <SegmentedControl
          label={t('drawing.tool')}
          value={tool}
          onChange={setTool}
          segments={[
            { value: 'pen', label: <Tool icon={<Pencil className="size-4" />} text={t('drawing.pen')} /> },
            {
              value: 'eraser',
              label: <Tool icon={<Eraser className="size-4" />} text={t('drawing.eraser')} />,
            },
          ]}
        />
        <IconButton
          label={t('drawing.undo')}
          icon={<Undo2 aria-hidden="true" />}
          disabled={drawing.past.length === 0}
          onClick={() => paper.change(undoStroke)}
        />
        <IconButton
          label={t('drawing.clear')}
          icon={<Trash2 aria-hidden="true" />}
          disabled={isEmpty(drawing)}
          onClick={paper.clear}
        />
        {children}
      </div>
    </div>
  );
}

function Tool({ icon, text }: { icon: ReactNode; text: string }) {
  return (
    <>
      <span aria-hidden="true">{icon}</span>
      <span>{text}</span>
    </>
  );
}

function ignore(): void {}

'use client';

import { useTranslations } from 'use-intl';
import { DrawingDesk } from '@/client/benches/drawing/drawing-desk';
import type { Paper } from '@/client/benches/drawing/use-paper';
import { LabelButtons } from '@/client/fool/label-buttons';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import type { Elements } from '@/client/ui/elements';
import type { DatasetId } from '@/protocol/datasets';
import { type Answer, refuse } from '@/protocol/refusals';

interface Props {
  dataset: DatasetId;
  paper: Paper;
  legend: string;
  disabledReason?: string | undefined;
  press(pixels: Uint8Array, label: number): Promise<Answer>;
  failed(reason: string): string;
  /** Beside the paper, below the buttons. */
  children: Elements;
}

/** A paper, and a button for each thing that it may be meant to be. */
export function LeakPad({ dataset, paper, legend, disabledReason, press, failed, children }: Props) {
  const say = useTranslations('datasets');
  const { labels } = useDatasetWords(dataset);
  return (
    <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-[minmax(0,18.5rem)_minmax(0,1fr)]">
      <DrawingDesk
        paper={paper}
        words={{
          paper: say(`${dataset}.drawing.paper`),
          drawHere: say(`${dataset}.drawing.drawHere`),
          nowDrawn: (strokes) => say(`${dataset}.drawing.nowDrawn`, { strokes }),
        }}
      />
      <div className="flex min-w-0 flex-col gap-3">
        <LabelButtons
          legend={legend}
          labels={labels}
          about={paper.pixels}
          disabledReason={disabledReason}
          press={async (label) =>
            paper.pixels === null ? refuse('drawing-empty') : press(paper.pixels, label)
          }
          failed={failed}
        />
        {children}
      </div>
    </div>
  );
}

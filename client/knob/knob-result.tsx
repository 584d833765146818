'use client';

import { broken } from '@/client/i18n/broken';
import type { KnobNow } from '@/protocol/knob-views';
import { KnobChart } from './knob-chart';
import { useKnobWords } from './knob-words';

const HEIGHT = 240;

/** The picture of what was dealt, and what there is to say of it. */
export function KnobResult({ knob }: { knob: KnobNow }) {
  const words = useKnobWords();
  const findings = words.findings(knob);
  return (
    <div className="flex flex-col gap-2 text-sm" data-testid="knob-result">
      <KnobChart knob={knob} height={HEIGHT} />
      {findings.length > 0 && (
        <ul className="tabular flex list-disc flex-col gap-1 pl-5" data-testid="knob-findings">
          {findings.map((finding) => (
            <li key={finding}>{broken(finding)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

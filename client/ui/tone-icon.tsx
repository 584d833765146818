import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';

export type Tone = 'info' | 'warn' | 'error' | 'success';

const ICONS = { info: Info, warn: TriangleAlert, error: CircleAlert, success: CircleCheck };

/** The sign of a tone; its shape tells it where its colour does not. */
export function ToneIcon({ tone, className }: { tone: Tone; className?: string }) {
  const Icon = ICONS[tone];
  return <Icon aria-hidden="true" className={className} />;
}

import { broken } from '@/client/i18n/broken';

interface Props {
  title: string;
  text: string;
}

/** Why something does not come, and that nobody need do anything. Drawn by the server: it must be there when no script is. */
export function HeldNotice({ title, text }: Props) {
  return (
    <div className="page-width pt-3" data-testid="held-back">
      <div role="alert" className="rounded-md border border-warn/40 bg-warn-soft px-4 py-3 text-sm">
        <p className="font-semibold">{broken(title)}</p>
        <p>{broken(text)}</p>
      </div>
    </div>
  );
}

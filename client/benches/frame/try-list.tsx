'use client';

interface Props<Tried> {
  title: string;
  /** Said while nothing has been tried. */
  none: string;
  /** Best first. */
  tries: readonly Tried[];
  /** Rows that are shown; the rest is worse. */
  most: number;
  /** Holds the place of the rows. */
  className: string;
  keyOf(one: NoInfer<Tried>): string;
  settings(one: NoInfer<Tried>): string;
  result(one: NoInfer<Tried>): string;
  /** Takes a try's settings up again; null while that has to wait. */
  onTake: ((one: NoInfer<Tried>) => void) | null;
}

/** What has been tried so far in a challenge for the fewest steps. A tap takes the settings up again. */
export function TryList<Tried extends { readonly steps: number | null }>(props: Props<Tried>) {
  const { title, none, tries, most, className, keyOf, settings, result, onTake } = props;
  return (
    <div className={className}>
      <p className="mb-1 text-sm font-semibold">{title}</p>
      {tries.length === 0 ? (
        <p className="text-sm text-ink-soft">{none}</p>
      ) : (
        <ol className="m-0 flex list-none flex-col gap-1 p-0" data-testid="tries">
          {tries.slice(0, most).map((one, i) => (
            <li key={keyOf(one)}>
              <button
                type="button"
                disabled={onTake === null}
                onClick={() => onTake?.(one)}
                className={`tabular flex min-h-9 w-full items-center justify-between gap-3 rounded-md border bg-surface-raised px-3 py-1 text-left text-sm enabled:hover:border-ink pointer-coarse:min-h-11 ${
                  i === 0 && one.steps !== null ? 'border-ok' : 'border-line'
                }`}
              >
                <span className="min-w-0 truncate">{settings(one)}</span>
                <strong className="whitespace-nowrap">{result(one)}</strong>
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

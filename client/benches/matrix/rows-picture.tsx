import { classNames } from '@/client/ui/class-names';
import type { BlockOwner } from '@/protocol/class-product';

const LOOKS: Readonly<Record<BlockOwner, string>> = {
  nobody: 'bg-surface-sunken border-line',
  own: 'bg-accent border-accent',
  // Told apart by its stripes as well as by its colour.
  other: 'border-series-1 bg-[repeating-linear-gradient(45deg,var(--series-1)_0_4px,transparent_4px_7px)]',
};

interface Props {
  owners: readonly BlockOwner[];
  /** Read out. */
  label: string;
  /** What the two looks mean. */
  names: Readonly<Record<'own' | 'other', string>>;
}

/** C from top to bottom: a band a block of rows, filled by whoever has calculated it. */
export function RowsPicture({ owners, label, names }: Props) {
  return (
    <div className="flex w-full max-w-md flex-col gap-2">
      <Bands owners={owners} label={label} />
      <p aria-hidden="true" className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-soft">
        {(['own', 'other'] as const).map((owner) => (
          <span key={owner} className="flex items-center gap-1.5">
            <span className={classNames('block h-2 w-6 rounded-[2px] border', LOOKS[owner])} />
            <span>{names[owner]}</span>
          </span>
        ))}
      </p>
    </div>
  );
}

function Bands({ owners, label }: Pick<Props, 'owners' | 'label'>) {
  return (
    <div role="img" aria-label={label} className="flex flex-col gap-px">
      {owners.map((owner, block) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move.
          key={block}
          data-owner={owner}
          className={classNames('block h-2 rounded-[2px] border', LOOKS[owner])}
        />
      ))}
    </div>
  );
}

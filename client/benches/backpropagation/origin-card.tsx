'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { NumberField } from '@/client/ui/number-field';
import { SliderField } from '@/client/ui/slider-field';
import { type EquationPiece, formulaOf, writeInFormula, writeQuantity } from './equation';
import { rangeOf } from './exercise-edits';
import { writeGiven } from './number-format';
import { isGiven, type QuantityId, quantity, type Values, waitsFor } from './quantities';
import { useQuantityNames } from './use-quantity-names';

interface Props {
  id: QuantityId;
  values: Values;
  /** Steps done so far. */
  stage: number;
  onSelect(id: QuantityId): void;
  onChange(id: QuantityId, value: number): void;
  disabled: boolean;
}

/** Where a number comes from: its formula in signs, then in numbers, then in words; a given number can be changed here. */
export function OriginCard({ id, values, stage, onSelect, onChange, disabled }: Props) {
  const t = useTranslations('backpropagation');
  const nameOf = useQuantityNames();
  const { symbol, stage: knownAt } = quantity(id);
  const known = knownAt <= stage;
  return (
    <section
      aria-label={t('origin.label')}
      data-testid="origin"
      className="sticky bottom-2 z-10 [@media(max-height:42rem)]:static rounded-md border border-line-strong bg-surface-raised p-3 shadow-popup @min-[50rem]:static @min-[50rem]:shadow-none"
    >
      <h2 className="flex items-baseline justify-between gap-3 text-base">
        <span>{nameOf(id)}</span>
        <span className="tabular text-lg">{known ? writeQuantity(id, values[id]) : '?'}</span>
      </h2>
      <div className="mt-1 @min-[50rem]:min-h-40">
        {isGiven(id) ? (
          <GivenFields id={id} symbol={symbol} value={values[id]} onChange={onChange} disabled={disabled} />
        ) : known ? (
          <>
            <Formula id={id} values={values} onSelect={onSelect} />
            <p className="mt-2 text-sm text-ink-soft">{broken(t(`why.${whyOf(id)}`, whyWords(id)))}</p>
          </>
        ) : (
          <Waiting id={id} stage={stage} onSelect={onSelect} />
        )}
      </div>
    </section>
  );
}

/** The formula twice: with signs that lead to their numbers, and with the numbers. */
function Formula({ id, values, onSelect }: Pick<Props, 'id' | 'values' | 'onSelect'>) {
  const pieces = formulaOf(id) ?? [];
  return (
    <div translate="no" className="tabular text-base leading-8 break-words">
      <p>
        <span>{`${quantity(id).symbol} =`}</span> <Pieces pieces={pieces} onSelect={onSelect} />
      </p>
      <p>
        <span className="invisible" aria-hidden="true">
          {quantity(id).symbol}
        </span>{' '}
        <span>=</span>{' '}
        {pieces.map((piece, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place.
          <span key={i} className={typeof piece === 'string' ? 'text-ink-soft' : 'font-semibold'}>
            {typeof piece === 'string' ? piece : writeInFormula(piece.id, values, i === 0)}
          </span>
        ))}{' '}
        <span>=</span> <strong>{writeQuantity(id, values[id])}</strong>
      </p>
    </div>
  );
}

function Pieces({ pieces, onSelect }: { pieces: readonly EquationPiece[]; onSelect(id: QuantityId): void }) {
  return pieces.map((piece, i) =>
    typeof piece === 'string' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place.
      <span key={i} className="text-ink-soft">
        {piece}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place.
      <Sign key={i} id={piece.id} onSelect={onSelect} />
    ),
  );
}

/** The sign of a number, which leads to it. */
function Sign({ id, onSelect }: { id: QuantityId; onSelect(id: QuantityId): void }) {
  return (
    <button
      type="button"
      className="rounded-sm px-0.5 font-semibold text-accent underline decoration-dotted underline-offset-4 hover:bg-accent-soft pointer-coarse:px-1.5 pointer-coarse:py-1"
      onClick={() => onSelect(id)}
    >
      {quantity(id).symbol}
    </button>
  );
}

/** Why a number is not known yet: the chain of those that must come first. */
function Waiting({ id, stage, onSelect }: Pick<Props, 'id' | 'stage' | 'onSelect'>) {
  const t = useTranslations('backpropagation');
  const chain = waitsFor(id, stage);
  return (
    <div className="text-sm">
      <p translate="no" className="tabular text-base leading-8">
        <span>{`${quantity(id).symbol} =`}</span> <Pieces pieces={formulaOf(id) ?? []} onSelect={onSelect} />
      </p>
      <p className="mt-1 text-ink-soft">{broken(t(chain.length === 0 ? 'waiting.next' : 'waiting.chain'))}</p>
      {chain.length > 0 && (
        <p className="tabular mt-0.5 flex flex-wrap items-center gap-x-1.5">
          {chain.map((one, i) => (
            <span key={one} className="flex items-center gap-x-1.5">
              {i > 0 && (
                <span aria-hidden="true" className="text-ink-soft">
                  ←
                </span>
              )}
              <Sign id={one} onSelect={onSelect} />
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

interface GivenProps extends Pick<Props, 'id' | 'onChange' | 'disabled'> {
  symbol: string;
  value: number;
}

function GivenFields({ id, symbol, value, onChange, disabled }: GivenProps) {
  const t = useTranslations('backpropagation');
  const range = rangeOf(id);
  return (
    <div className="flex flex-col gap-1">
      <SliderField
        label={t('given.slider', { symbol })}
        value={value}
        onChange={(next) => onChange(id, next)}
        {...range}
        format={writeGiven}
        disabled={disabled}
      />
      <div className="flex items-end gap-3">
        <NumberField
          label={t('given.exact')}
          value={value}
          onChange={(next) => onChange(id, next)}
          {...range}
          disabled={disabled}
          className="w-36"
        />
        <p className="flex-1 pb-1 text-xs text-ink-soft">{t('given.note')}</p>
      </div>
    </div>
  );
}

const WHYS = ['sum', 'sigmoid', 'loss', 'lossSlope', 'delta', 'passed', 'weightSlope', 'biasSlope'] as const;

/** Which sentence explains a number. */
function whyOf(id: QuantityId): (typeof WHYS)[number] {
  const { recipe } = quantity(id);
  switch (recipe.kind) {
    case 'sigmoid':
      return 'sigmoid';
    case 'square':
      return 'loss';
    case 'twice':
      return 'lossSlope';
    case 'through':
      return 'delta';
    case 'product':
      return id.startsWith('dy') ? 'passed' : 'weightSlope';
    case 'same':
      return 'biasSlope';
    default:
      return 'sum';
  }
}

/** The names that the sentences use. */
function whyWords(id: QuantityId): Record<string, string> {
  const { recipe } = quantity(id);
  const symbol = (of: QuantityId) => quantity(of).symbol;
  switch (recipe.kind) {
    case 'through':
      return { slope: symbol(recipe.slope), y: symbol(recipe.y), z: symbol(`z${id.at(-1)}` as QuantityId) };
    case 'product':
      return { a: symbol(recipe.a), b: symbol(recipe.b), own: symbol(id.replace(/^[gd]/, '') as QuantityId) };
    case 'same':
      return { own: symbol(id.slice(1) as QuantityId), as: symbol(recipe.as) };
    default:
      return { own: symbol(id) };
  }
}

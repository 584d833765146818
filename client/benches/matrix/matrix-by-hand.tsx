'use client';

import { useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useKept } from '@/client/benches/frame/use-kept';
import { useReached } from '@/client/benches/frame/use-reached';
import { Button } from '@/client/ui/button';
import { readTypedNumber } from '@/client/ui/read-number';
import { cellProducts } from '@/engine/compute/hand-product';
import { CellField } from './cell-field';
import { FactorGrid } from './factor-grid';
import {
  beginHandWork,
  CELLS,
  type CellId,
  type HandWork,
  handFactors,
  handShape,
  placeOf,
} from './hand-work';
import { type CellVerdict, judgeCell } from './wrong-cell';

/** Lesson 10: two small matrices multiplied by hand, cell by cell; each is judged at once, with the reason. */
export default function MatrixByHand({ place }: BenchProps<'matrix-by-hand'>) {
  const t = useTranslations('matrix');
  const [work, keep] = useKept<HandWork>(place, 'hand', beginHandWork(0), handShape);
  const factors = useMemo(() => handFactors(place.seed, work.round), [place.seed, work.round]);
  const [active, setActive] = useState<CellId>(CELLS[0]);
  const fields = useRef(new Map<CellId, HTMLInputElement>());

  const verdictOf = (cell: CellId): CellVerdict | null => {
    const text = work.texts[cell] ?? '';
    const value = readTypedNumber(text);
    if (value === null) return null;
    const verdict = judgeCell(factors, cell, value);
    // Right is told while typing; wrong only once the student is done.
    return verdict.right || work.judged[cell] === text ? verdict : null;
  };
  const isRight = (cell: CellId) => verdictOf(cell)?.right === true;
  const right = CELLS.filter(isRight).length;
  const done = right === CELLS.length;
  useReached(place, 'fields', right, CELLS.length);
  useFacts<'matrix-by-hand'>(place, { right });

  const reasonText = (verdict: CellVerdict): string => {
    if (verdict.right) return t('right');
    if (verdict.reason === 'other-cell') {
      const { row, column } = placeOf(verdict.cell);
      return t('reason.other-cell', { row: row + 1, column: column + 1 });
    }
    if (verdict.reason === 'one-missing')
      return t('reason.one-missing', { product: `${verdict.left} × ${verdict.over}` });
    return t(`reason.${verdict.reason}`);
  };

  const commit = (cell: CellId, how: 'enter' | 'leave') => {
    const text = work.texts[cell] ?? '';
    const value = readTypedNumber(text);
    if (value === null) return;
    const verdict = judgeCell(factors, cell, value);
    if (verdict.right) {
      const next = CELLS.find((other) => other !== cell && !isRight(other));
      if (how === 'enter') {
        place.announce(t('right'));
        if (next) fields.current.get(next)?.focus();
      }
    } else if (work.judged[cell] !== text) {
      keep({ ...work, judged: { ...work.judged, [cell]: text } });
      place.announce(reasonText(verdict));
    }
  };
  const another = () => {
    keep(beginHandWork(work.round + 1));
    setActive(CELLS[0]);
    fields.current.get(CELLS[0])?.focus();
  };

  const { row, column } = placeOf(active);
  const verdict = verdictOf(active);
  const broken =
    (work.texts[active] ?? '').trim() !== '' && readTypedNumber(work.texts[active] ?? '') === null;
  const sum = cellProducts(factors, row, column)
    .map(({ left, right: over }) => `${left} × ${over}`)
    .join(' + ');
  return (
    <BenchFrame label={t('label')} held={place.held}>
      <div className="flex flex-col gap-4" data-testid="matrix-by-hand" data-right={right}>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <FactorGrid name="A" matrix={factors.a} lit={{ row }} caption={t('given', { name: 'A' })} />
          <Sign>·</Sign>
          <FactorGrid name="B" matrix={factors.b} lit={{ column }} caption={t('given', { name: 'B' })} />
          <Sign>=</Sign>
          <div>
            <p aria-hidden="true" translate="no" className="pb-1 text-center font-display font-bold">
              C
            </p>
            <div className="grid w-fit grid-cols-2 gap-2">
              {CELLS.map((cell) => (
                <CellField
                  key={`${work.round} ${cell}`}
                  ref={(input) => {
                    if (input) fields.current.set(cell, input);
                    else fields.current.delete(cell);
                  }}
                  cell={cell}
                  text={work.texts[cell] ?? ''}
                  state={stateOf(verdictOf(cell))}
                  active={cell === active}
                  onText={(text) => keep({ ...work, texts: { ...work.texts, [cell]: text } })}
                  onCommit={(how) => commit(cell, how)}
                  onFocus={() => setActive(cell)}
                />
              ))}
            </div>
          </div>
        </div>
        <div id="cell-note" className="min-h-24 rounded-md bg-surface-sunken px-3 py-2">
          <p className="text-sm text-ink-soft">{t('made', { row: row + 1, column: column + 1 })}</p>
          <p translate="no" className="tabular text-lg font-semibold">
            {`${sum} = ${isRight(active) ? work.texts[active] : '?'}`}
          </p>
          {verdict !== null && (
            <p className={verdict.right ? 'font-semibold text-ok' : 'text-danger'}>{reasonText(verdict)}</p>
          )}
          {broken && <p className="text-danger">{t('unread')}</p>}
        </div>
        <div className="flex min-h-11 flex-wrap items-center gap-3">
          <p className="tabular text-sm font-semibold">{t('count', { right, of: CELLS.length })}</p>
          {done && (
            <Button look="primary" size="sm" onClick={another}>
              {t('another')}
            </Button>
          )}
        </div>
      </div>
    </BenchFrame>
  );
}

function Sign({ children }: { children: string }) {
  return (
    <span aria-hidden="true" translate="no" className="text-2xl font-bold">
      {children}
    </span>
  );
}

function stateOf(verdict: CellVerdict | null): 'open' | 'right' | 'wrong' {
  if (verdict === null) return 'open';
  return verdict.right ? 'right' : 'wrong';
}

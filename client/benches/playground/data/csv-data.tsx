'use client';

import { Check, Download, Trash2, Upload } from 'lucide-react';
import { type RefObject, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import { faultOf, OWN_POINTS, type OwnPoints } from '@/engine/points/own-points';
import { formatOwnPoints } from '@/engine/table/write-points';
import { type Brought, broughtBy } from './brought';
import { ColumnsTable } from './columns-table';
import { chooseColumns, readColumns } from './read-brought';
import { type FileRefusal, readFile } from './read-file';
import { ReadingFields } from './reading-fields';
import { RowChoices } from './row-choices';
import { TableVerdict } from './table-verdict';
import { useFaultWords } from './use-fault-words';
import { useRefusedWords } from './use-refused-words';

interface Props {
  brought: Brought | null;
  /** Files that were dropped on the page and wait to be read. */
  dropped: readonly File[] | null;
  own: OwnPoints | null;
  onBrought(brought: Brought | null): void;
  /** The dropped files have been taken over. */
  onTakenOver(): void;
  onTake(data: OwnPoints): void;
}

const EXAMPLE = 'x,y,label\n1.2,3.4,A\n2.1,2.9,A\n-3,0.5,B\n-2.2,1.1,B\n';
/** Longer texts would make the box slow. */
const MOST_SHOWN = 200_000;
const ACCEPTED =
  '.csv,.tsv,.tab,.txt,.dat,.data,.ods,.xlsx,.xlsm,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table, pasted, dropped or chosen. How it is read, what its columns are for and what it comes to stand below, and can be changed. */
export default function CsvData({ brought, dropped, own, onBrought, onTakenOver, onTake }: Props) {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const faultWords = useFaultWords();
  const refusedWords = useRefusedWords();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<FileRefusal | null>(null);
  const [only, setOnly] = useState<string | null>(null);
  const reading = useRef(0);
  const waiting = useDeferredValue(brought);
  // Reading is the costly part; another choice of columns leaves it as it is.
  const { source: from, encoding, sheet, reading: asRead } = waiting ?? {};
  const read = useMemo(
    () =>
      from && asRead
        ? readColumns({ source: from, encoding: encoding ?? null, sheet: sheet ?? 0, reading: asRead })
        : null,
    [from, encoding, sheet, asRead],
  );
  const choice = waiting?.choice ?? null;
  const table = useMemo(
    () => (read !== null && read !== 'too-large' ? chooseColumns(read, choice) : null),
    [read, choice],
  );

  const take = async (files: readonly File[]) => {
    const [chosen] = files;
    if (!chosen) return;
    // A file chosen meanwhile is the one that is wanted.
    const turn = ++reading.current;
    setRefusal(null);
    setOnly(files.length > 1 ? chosen.name : null);
    const result = await readFile(chosen);
    if (turn !== reading.current) return;
    if (result.ok) onBrought(broughtBy(result.source));
    else setRefusal(result.refusal);
  };
  const type = (text: string) => {
    reading.current++;
    setRefusal(null);
    setOnly(null);
    onBrought(text === '' ? null : broughtBy({ kind: 'text', text }));
  };
  const newest = useRef({ take, type, onTakenOver });
  newest.current = { take, type, onTakenOver };
  useEffect(() => {
    if (!dropped) return;
    void newest.current.take(dropped);
    newest.current.onTakenOver();
  }, [dropped]);
  usePasteBeside(newest);

  const source = brought?.source ?? null;
  const text = source?.kind === 'text' ? source.text : (table?.text ?? '');
  const shown = text.length <= MOST_SHOWN && source?.kind !== 'workbook';
  const fault = read === 'too-large' ? faultWords(faultOf('too-large')) : null;
  return (
    <div className="flex flex-col gap-3">
      {/* What may be brought is worth reading before something is there. */}
      <p id={`${id}-note`} className={table ? 'sr-only' : 'text-sm text-ink-soft'}>
        {t('own.format', {
          least: numbers.integer(OWN_POINTS.leastRows),
          rows: numbers.integer(OWN_POINTS.rows),
          inputs: numbers.integer(OWN_POINTS.inputs),
          classes: numbers.integer(OWN_POINTS.classes),
        })}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={file}
          type="file"
          accept={ACCEPTED}
          aria-label={t('own.upload')}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            void take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <Button icon={<Upload aria-hidden="true" />} onClick={() => file.current?.click()}>
          {t('own.upload')}
        </Button>
        {source && source.kind !== 'text' && (
          <>
            <span className="min-w-0 text-sm font-semibold break-all" translate="no">
              {t('own.from', { name: source.name })}
            </span>
            <Button size="sm" look="quiet" icon={<Trash2 aria-hidden="true" />} onClick={() => type('')}>
              {t('own.forget')}
            </Button>
          </>
        )}
      </div>
      {refusal && (
        <Notice tone="error" title={t('own.kind.title')}>
          <p>{refusedWords(refusal)}</p>
          {source && <p>{t('own.kind.kept')}</p>}
        </Notice>
      )}
      {only !== null && <Notice tone="info">{t('own.only', { name: only })}</Notice>}
      {shown ? (
        <div>
          <label htmlFor={id} className="mb-1 block text-sm font-semibold">
            {t('own.paste')}
          </label>
          <textarea
            id={id}
            value={text}
            aria-describedby={`${id}-note`}
            aria-invalid={fault !== null || (table !== null && !table.points.ok) || undefined}
            spellCheck={false}
            translate="no"
            rows={table ? 3 : 8}
            placeholder={EXAMPLE}
            onChange={(event) => type(event.target.value)}
            className="tabular block w-full resize-y rounded-md border border-line-strong bg-surface-raised p-3 font-mono text-sm placeholder:text-ink-soft aria-invalid:border-2 aria-invalid:border-danger"
          />
        </div>
      ) : (
        source?.kind !== 'workbook' && <p className="text-sm text-ink-soft">{t('own.longText')}</p>
      )}
      {brought && table && (
        <>
          <ReadingFields brought={brought} read={table} onChange={onBrought} />
          <ColumnsTable read={table} onChoice={(choice) => onBrought({ ...brought, choice })} />
          <RowChoices read={table} onChoice={(choice) => onBrought({ ...brought, choice })} />
        </>
      )}
      {/* In sight while the table above it is looked through, where there is room for both. */}
      <div className="-mx-5 -mb-5 flex flex-wrap items-end justify-end gap-x-4 gap-y-2 bg-surface-raised px-5 pb-5 sm:-mx-6 sm:-mb-6 sm:px-6 sm:pb-6 [@media(min-height:40rem)]:sticky [@media(min-height:40rem)]:bottom-[-1.25rem] [@media(min-height:40rem)]:border-t [@media(min-height:40rem)]:border-line [@media(min-height:40rem)]:pt-3 sm:[@media(min-height:40rem)]:bottom-[-1.5rem]">
        <div className="min-h-16 min-w-0 flex-1 basis-80">
          {fault !== null ? (
            <Notice tone="error" title={t('own.wrong')}>
              {fault}
            </Notice>
          ) : (
            table && <TableVerdict read={table} />
          )}
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          {own && (
            <Button look="quiet" icon={<Download aria-hidden="true" />} onClick={() => save(own)}>
              {t('own.save')}
            </Button>
          )}
          <Button
            look="primary"
            icon={<Check aria-hidden="true" />}
            disabledReason={table?.points.ok && waiting === brought ? undefined : t('own.notYet')}
            onClick={() => table?.points.ok && onTake(table.points.data)}
          >
            {t('own.use')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** What is pasted beside the box, a file too, is taken as if it were pasted into it. */
function usePasteBeside(
  newest: RefObject<{ take(files: readonly File[]): Promise<void>; type(text: string): void }>,
): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const inField =
        event.target instanceof Element && event.target.closest('textarea, input, select') !== null;
      if (text === '' && files.length > 0) void newest.current.take(files);
      else if (!inField && text !== '') newest.current.type(text);
      else return;
      event.preventDefault();
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [newest]);
}

function save(own: OwnPoints): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([formatOwnPoints(own)], { type: 'text/csv;charset=utf-8' }));
  link.download = 'points.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}

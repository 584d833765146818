'use client';

import { X } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Checkbox } from '@/client/ui/checkbox';
import { IconButton } from '@/client/ui/icon-button';
import { SelectField } from '@/client/ui/select-field';
import { TypedNumber } from '@/client/ui/typed-number';
import type { Filter, Filters } from './filters';
import { FIELD_IDS, type FieldId, isFieldId, isNumberField } from './run-fields';

/** One of the words that a field has, and how many runs have it. */
export interface WordCount {
  word: string;
  label: string;
  count: number;
}

interface Props {
  /** Fields that can be filtered by. */
  offered: readonly FieldId[];
  filters: Filters;
  onChange(filters: Filters): void;
  nameOf(id: FieldId): string;
  wordsOf(id: FieldId): readonly WordCount[];
}

/** So many words are ticked one by one; of more, one at a time is chosen from a list. */
const MOST_TICKED = 12;
/** Of a list from which something is added: nothing yet. */
const NONE: string = '';

/** The filters of the table, each to be changed and taken away, and a way to another. */
export function FilterPanel({ offered, filters, onChange, nameOf, wordsOf }: Props) {
  const t = useTranslations('runs.filters');
  const set = FIELD_IDS.filter((id) => filters[id]);
  const put = (id: FieldId, filter: Filter | null) => {
    const { [id]: _, ...others } = filters;
    onChange(filter ? { ...others, [id]: filter } : others);
  };
  const add = (id: string) => {
    if (!isFieldId(id)) return;
    put(id, isNumberField(id) ? { kind: 'range', from: null, to: null } : { kind: 'among', values: [] });
  };
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3 border-t border-line px-4 py-3 sm:px-5">
      {set.map((id) => {
        const filter = filters[id]!;
        return (
          <fieldset key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <legend className="sr-only">{nameOf(id)}</legend>
            <span aria-hidden="true" className="w-44 text-sm font-semibold max-sm:order-1">
              {nameOf(id)}
            </span>
            {filter.kind === 'range' ? (
              <RangeFields filter={filter} name={nameOf(id)} onChange={(next) => put(id, next)} />
            ) : (
              <WordFields
                values={filter.values}
                words={wordsOf(id)}
                name={nameOf(id)}
                onChange={(values) => put(id, { kind: 'among', values })}
              />
            )}
            <IconButton
              size="sm"
              label={t('remove', { name: nameOf(id) })}
              icon={<X aria-hidden="true" />}
              onClick={() => put(id, null)}
              className="ml-auto max-sm:order-1"
            />
          </fieldset>
        );
      })}
      {set.length < offered.length && (
        <SelectField
          label={t('add')}
          value={NONE}
          onChange={add}
          choices={[
            { value: NONE, label: t('choose') },
            ...offered
              .filter((id) => !filters[id])
              .map((id) => ({
                value: id,
                label: nameOf(id),
              })),
          ]}
          className="w-64 max-w-full"
        />
      )}
    </section>
  );
}

interface RangeProps {
  filter: Filter & { kind: 'range' };
  name: string;
  onChange(filter: Filter): void;
}

function RangeFields({ filter, name, onChange }: RangeProps) {
  const t = useTranslations('runs.filters');
  const id = useId();
  const field = (end: 'from' | 'to') => (
    <span className="flex items-center gap-2 text-sm">
      <label htmlFor={`${id}${end}`}>
        <span className="sr-only">{name}</span>
        <span>{` ${t(end)}`}</span>
      </label>
      <TypedNumber
        id={`${id}${end}`}
        value={filter[end]}
        onChange={(value) => onChange({ ...filter, [end]: value })}
        write={String}
        emptyable
        className="min-h-9 w-28 rounded-md px-2 pointer-coarse:min-h-11"
      />
    </span>
  );
  return (
    <span className="flex flex-wrap items-center gap-3 max-sm:order-2 max-sm:w-full">
      {field('from')}
      {field('to')}
    </span>
  );
}

interface WordProps {
  values: readonly string[];
  words: readonly WordCount[];
  name: string;
  onChange(values: readonly string[]): void;
}

function WordFields({ values, words, name, onChange }: WordProps) {
  const t = useTranslations('runs.filters');
  const numbers = useNumbers();
  const tick = (word: string, ticked: boolean) =>
    onChange(ticked ? [...values, word] : values.filter((other) => other !== word));
  const many = words.length > MOST_TICKED;
  const ticked = many ? words.filter(({ word }) => values.includes(word)) : words;
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1 max-sm:order-2 max-sm:w-full max-sm:flex-none">
      {ticked.map(({ word, label, count }) => (
        <Checkbox
          key={word}
          checked={values.includes(word)}
          onChange={(next) => tick(word, next)}
          label={`${label} (${numbers.integer(count)})`}
        />
      ))}
      {many && (
        <SelectField
          label={<span className="sr-only">{t('another', { name })}</span>}
          value={NONE}
          onChange={(word) => word !== NONE && tick(word, true)}
          choices={[
            { value: NONE, label: t('choose') },
            ...words
              .filter(({ word }) => !values.includes(word))
              .map(({ word, label, count }) => ({
                value: word,
                label: `${label} (${numbers.integer(count)})`,
              })),
          ]}
          className="w-60 max-w-full gap-0!"
        />
      )}
    </span>
  );
}

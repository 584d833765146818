import {
  type ChangeEvent,
  type InputHTMLAttributes,
  type Ref,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';

type Controlled = Pick<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'>;

/**
 * What somebody, or the browser's store of passwords, has written into a field before the page was alive: React takes the field over as it is and
 * tells nobody, and what is shown is not what is sent. It is told here as a change, once. Several fields may tell in one go.
 * @param ref who else wants the input
 * @returns the input's ref
 */
export function useTypedEarly(
  ref: Ref<HTMLInputElement> | undefined,
  { value, onChange }: Controlled,
): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => input.current as HTMLInputElement, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked at when the page comes to life.
  useLayoutEffect(() => {
    const target = input.current;
    if (target && value !== undefined && target.value !== String(value))
      onChange?.({ target, currentTarget: target } as ChangeEvent<HTMLInputElement>);
  }, []);
  return input;
}

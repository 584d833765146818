type TextField = HTMLInputElement | HTMLTextAreaElement;

/** What somebody had typed into a field when the page failed. */
interface Typed {
  place: string;
  value: string;
}

const touched = new WeakSet<EventTarget>();

/** Notes from now on which fields are typed into. */
export function watchTyping(): void {
  document.addEventListener('input', ({ target }) => target && touched.add(target), { capture: true });
}

/** What stands in the fields that somebody has typed into. */
export function typedText(): Typed[] {
  return textFields().flatMap(({ field, place }) =>
    touched.has(field) && field.value !== '' ? [{ place, value: field.value }] : [],
  );
}

/**
 * Types it again, into the fields that have come back, as their components expect it.
 * @returns what has no field yet
 */
export function typeAgain(typed: readonly Typed[]): Typed[] {
  const fields = new Map(textFields().map(({ field, place }) => [place, field]));
  return typed.filter(({ place, value }) => {
    const field = fields.get(place);
    if (field && field.value !== value) enter(field, value);
    return !field;
  });
}

function enter(field: TextField, value: string): void {
  // Past React's own watch over `value`, or the event would seem to bring nothing new.
  const { prototype } = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Every field for text, told apart by its name for people: ids are made anew when a component is. */
function textFields(): { field: TextField; place: string }[] {
  const seen = new Map<string, number>();
  const fields = document.querySelectorAll<TextField>(
    'textarea, input:not([type=checkbox], [type=radio], [type=range], [type=file], [type=hidden])',
  );
  return [...fields].map((field) => {
    const name = `${field.type} ${field.name} ${field.ariaLabel ?? field.labels?.[0]?.textContent ?? ''}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return { field, place: `${name} ${count}` };
  });
}

import { type ExternalToast, toast } from 'sonner';

/** What stands there now, by what it says. */
const standing = new Map<string, string | number>();

/**
 * Says what nobody may miss, most of all that something was not done: it stays until somebody closes it. Who reads slowly, has the page
 * magnified or looks at the class has no four seconds. The same said again takes the place of what stands there, and is heard again.
 * @param text and `description`: translated
 */
export function sayToStay(
  tone: 'error' | 'warning',
  text: string,
  { description }: { description?: string | undefined } = {},
): void {
  const said = `${text}\n${description ?? ''}`;
  const before = standing.get(said);
  if (before !== undefined) toast.dismiss(before);
  const stays: ExternalToast = { duration: Number.POSITIVE_INFINITY, closeButton: true };
  if (description !== undefined) stays.description = description;
  standing.set(said, toast[tone](text, stays));
}

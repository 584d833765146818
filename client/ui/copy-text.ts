/**
 * Puts a text on the clipboard. Over plain http there is no `navigator.clipboard`, so it falls back to the old
 * way: select a hidden field and ask for “copy".
 * @returns whether it worked
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not there, or refused (no focus, no permission): the old way may still be allowed.
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.setAttribute('aria-hidden', 'true');
  field.style.cssText = 'position:fixed;top:0;left:0;width:1px;height:1px;padding:0;border:0;opacity:0;';
  // Inside an open dialog the focus is held: the field must be within it to be selected.
  const host = before?.closest('[role="dialog"],[role="alertdialog"]') ?? document.body;
  host.append(field);
  field.focus({ preventScroll: true });
  field.setSelectionRange(0, text.length);
  let worked = false;
  try {
    worked = document.execCommand('copy');
  } catch {
    worked = false;
  }
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return worked;
}

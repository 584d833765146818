/** Keeps what is dropped beside its place from being opened instead of the page: a browser would leave it, with all that is on it. */
export function keepStrayDropsOut(): void {
  for (const name of ['dragover', 'drop'] as const) {
    window.addEventListener(name, (event) => {
      // Somebody has taken it; fields take texts, and choosers of files take files, by themselves.
      if (event.defaultPrevented || takes(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    });
  }
}

function takes({ target, dataTransfer }: DragEvent): boolean {
  if (!(target instanceof Element)) return false;
  const chooser = target.closest('input[type="file"]') !== null;
  const files = dataTransfer?.types.includes('Files') === true;
  return files ? chooser : target.closest('input, textarea, [contenteditable="true"]') !== null;
}

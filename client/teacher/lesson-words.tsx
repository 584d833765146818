/** A lesson's sentence with its `**terms**` marked. */
export function LessonWords({ text }: { text: string }) {
  return text.split('**').map((part, index) =>
    // Every second part stands between two marks.
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed text never move.
    index % 2 === 1 ? <strong key={index}>{part}</strong> : part,
  );
}

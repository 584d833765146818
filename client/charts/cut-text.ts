/** A text as it fits beside a picture: of so many letters at most, and what was cut off can be seen to be. */
export function cutText(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text in HTML, in an element or in an attribute with quotes. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

/** JSON in a `<script>` that is not run: nothing in it ends the element or begins a comment. */
export function htmlJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

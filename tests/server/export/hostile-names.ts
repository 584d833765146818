/** Names that some format or other could stumble over: ends of what they stand in, signs of formulas, other directions, sizes. */
export const HOSTILE_NAMES: readonly string[] = [
  '</script><script>fetch("http://evil.example")</script>',
  '"""\nimport os\nos.system("id")\n"""',
  "' OR '1'='1",
  '- item: [1, {a: b}]\n---\n# title',
  '`|` **bold** [link](javascript:alert(1)) ![x](http://evil.example/x.png)',
  '=HYPERLINK("http://evil.example","x")',
  '\u202eabc\u2066\u200fdef',
  '../../etc/passwd\u0000',
  '\u2028\u2029\u0085new',
  'ＡＢＣ花子😀👩‍👩‍👧‍👦'.repeat(4),
  '&lt;b&gt;&amp;{{x}}$\u007bx}%s\\n',
];

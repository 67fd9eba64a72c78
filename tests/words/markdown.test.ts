import { expect, test } from 'vitest';
import { markdown, markdownLine } from '#lib/words/markdown.ts';

test('emphasis, lists and links to the web or this site are kept', () => {
  expect(markdownLine('**latest** and [methods](/methods/#marks)')).toBe(
    '<strong>latest</strong> and <a href="/methods/#marks" rel="noreferrer">methods</a>'
  );
  expect(markdown('- one\n- [two](https://example.org/?a=1&b=2)')).toContain(
    'href="https://example.org/?a=1&amp;b=2"'
  );
});

test.each([
  '<script>alert(1)</script>',
  'a <img src=x onerror=alert(1)> b',
  '<a href="javascript:alert(1)">x</a>',
  '<svg/onload=alert(1)>',
  '<!-- --><iframe src="https://example.org"></iframe>',
  '<style>*{display:none}</style>',
  '<div\nonclick="alert(1)">x</div>',
  '`<b>` and <b>bold</b>'
])('HTML comes out as text: %s', (attack) => {
  for (const html of [markdown(attack), markdownLine(attack)])
    expect(html.replace(/<\/?(?:p|code|pre)>/g, '')).not.toContain('<');
});

test.each([
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](<java\nscript:alert(1)>)',
  '[x](&#106;avascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:x)',
  '[x](file:///etc/passwd)',
  '[x](//other.example/)',
  '[x](/\\other.example/)',
  '[x][r]\n\n[r]: javascript:alert(1)',
  '<javascript:alert(1)>'
])('an address that is neither web nor this site is no link: %s', (attack) => {
  expect(markdown(attack)).not.toMatch(/<a /);
});

test('an address cannot break out of its attribute', () => {
  const html = markdownLine('[x](/a"onmouseover="alert(1))');
  expect(html.match(/<a [^>]*>/)?.[0] ?? '').not.toMatch(/"\s*onmouseover=/);
});

test('an image comes out as its words, and asks no host for anything', () => {
  expect(markdownLine('![a chart](https://example.org/x.png)')).toBe('a chart');
  expect(markdownLine('![<b>](x)')).toBe('&lt;b&gt;');
});

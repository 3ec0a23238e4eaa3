import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { XSS_VECTORS } from '../test-support/xss-vectors.ts'
import {
  CUT_MARK,
  cleanDescription,
  cleanHtml,
  decodeEntities,
  htmlToText,
  isEscapedHtml,
  isHtml,
  MAX_HTML_LENGTH,
  sanitise,
} from './html.ts'
import { ALLOWED_TAGS } from './html-tags.ts'

/** What a parser other than our own sees in clean HTML that must not be there. */
function forbidden(html: string): string[] {
  const found: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!ALLOWED_TAGS.has(name)) found.push(`<${name}>`)
      for (const [attribute, value] of Object.entries(attributes)) {
        const fine =
          name === 'a' &&
          ((attribute === 'href' && /^(?:https?:\/\/|mailto:)/i.test(value)) ||
            (attribute === 'rel' && value === 'noopener noreferrer nofollow'))
        if (!fine) found.push(`${attribute}="${value}"`)
      }
    },
    oncomment: data => found.push(`<!--${data}`),
    onprocessinginstruction: (_, data) => found.push(`<${data}`),
  })
  parser.write(html)
  parser.end()
  return found
}

describe('sanitise', () => {
  it(`lets nothing through of ${XSS_VECTORS.length} attacks`, () => {
    expect(XSS_VECTORS.length).toBeGreaterThanOrEqual(100)
    for (const vector of XSS_VECTORS) {
      for (const source of [
        vector,
        `<p>Nurse${vector}`,
        `<table><tr><td>${vector}</table>`,
        `<a href="https://a.example">${vector}`,
      ]) {
        const clean = sanitise(source)
        expect(forbidden(clean), vector).toEqual([])
        expect(clean, vector).not.toMatch(/<script|<[^>]*\son\w+\s*=|<[^>]*(?:javascript|vbscript|data)\s*:/i)
        // Cleaning what is clean changes nothing: a second reader sees the same.
        expect(sanitise(clean), vector).toBe(clean)
      }
    }
  })

  it('gives allow-listed, well-formed HTML for any mixture of pieces', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '/',
        '=',
        ' ',
        '&',
        ';',
        '#',
        'x',
        '<p>',
        '</p>',
        '<a href="',
        'javascript:',
        'https://a.example',
        '<script>',
        '</script>',
      ],
      ...[
        '<svg>',
        '</svg>',
        '<math>',
        '<style>',
        '</style>',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<table>',
        '<td>',
        '<li>',
        '<ul>',
        '</ul>',
        '<title>',
        '</title>',
      ],
      ...[
        'onerror=',
        '&lt;',
        '&#60;',
        '\u0000',
        '`',
        '<noscript>',
        '<textarea>',
        '<br/>',
        '<xmp>',
        '<plaintext>',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), pieces => {
        const clean = sanitise(pieces.join(''))
        expect(forbidden(clean)).toEqual([])
        expect(sanitise(clean)).toBe(clean)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps what a posting needs', () => {
    const html =
      '<h2>Role</h2><p>We <strong>care</strong>, <a href="https://a.example/?a=1&amp;b=2" target="_blank">more</a></p>' +
      '<ol><li>One</li></ol><table><tr><th>Pay</th><td>£9</td></tr></table><pre>a\n b</pre><hr>'
    expect(sanitise(html)).toBe(
      html.replace(' target="_blank"', ' rel="noopener noreferrer nofollow"').replaceAll('£', '£'),
    )
    expect(sanitise('<a href="mailto:jobs@a.example">x</a>')).toContain('href="mailto:jobs@a.example"')
  })

  it('closes what the source leaves open and drops what it never opened', () => {
    expect(sanitise('<ul><li>a<li>b</ul></div><p>c<p>d')).toBe(
      '<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p>',
    )
    expect(sanitise('<b><i>x</b>y</i>')).toBe('<b><i>x</i></b>y')
  })

  it('drops pictures, forms and their kind, but not the words of a form', () => {
    expect(
      sanitise(
        '<form><label>Name</label><input value="x"><select><option>y</select></form><img src="https://a.example/t.gif">',
      ),
    ).toBe('Name')
    expect(sanitise('<svg><text>drawn</text></svg>a<svg/>b<math><mi>x</math>c')).toBe('abc')
  })
})

describe('htmlToText', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['a<br>b<br/><br>c', 'a\nb\n\nc'],
    ['<div>a</div><div>b</div>', 'a\nb'],
    ['<h2>Tasks</h2><ul><li>One</li><li><p>Two</p></li></ul><p>End</p>', 'Tasks\n\n- One\n- Two\n\nEnd'],
    ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    [
      '<table><tr><th>Pay</th><th>Days</th></tr><tr><td><p>£9</p></td><td>25</td></tr></table>after',
      'Pay | Days\n£9 | 25\n\nafter',
    ],
    ['Fish&nbsp;&amp;&nbsp;chips &pound;9&ndash;&#163;11 &#x2F; h', 'Fish & chips £9–£11 / h'],
    ['<p>  spread \n over\tlines </p>', 'spread over lines'],
    ['<p>a<script>x()</script><style>p{}</style><!-- c --><title>t</title>b</p>', 'ab'],
    ['word<b>s</b> and <i>more</i>words', 'words and morewords'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['zero\u200bwidth soft\u00adhyphen \u0007bell', 'zerowidth softhyphen bell'],
    ['<b>About</b>\nWe are\n\n- one\n- two', 'About\nWe are\n\n- one\n- two'],
    ['<p></p><p> </p><div></div>', ''],
    ['2 < 3 and 4 > 3', '2 < 3 and 4 > 3'],
  ])('%j', (html, text) => {
    expect(htmlToText(html)).toBe(text)
  })

  it('says the same as the clean HTML does', () => {
    const words = fc.array(fc.constantFrom('care', 'R&D', '<5', 'naïve', '"x"'), { minLength: 1 })
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), paragraphs => {
        const html = paragraphs.map(line => `<p>${escaped(line.join(' '))}</p>`).join('')
        expect(cleanHtml(html)).toEqual({
          text: paragraphs.map(line => line.join(' ')).join('\n\n'),
          html: html.replaceAll('>5', '&gt;5'),
          cut: false,
        })
      }),
    )
  })
})

describe('cleanDescription', () => {
  it('reads HTML, HTML in entities, and plain text', () => {
    expect(cleanDescription('<p>a &amp; b</p>')).toEqual({
      text: 'a & b',
      html: '<p>a &amp; b</p>',
      cut: false,
    })
    expect(cleanDescription('&lt;p&gt;a &amp;amp; b&amp;nbsp;c&lt;/p&gt;')).toEqual({
      text: 'a & b c',
      html: '<p>a &amp; b&nbsp;c</p>',
      cut: false,
    })
    expect(cleanDescription('a\r\n\r\n\r\nb &amp; c  \n- d')).toEqual({
      text: 'a\n\nb & c\n- d',
      html: null,
      cut: false,
    })
    expect(cleanDescription('&lt;script&gt;x&lt;/script&gt;hi')).toMatchObject({ text: 'hi', html: 'hi' })
  })

  it('cuts what is longer than 1 MB and says so', () => {
    const html = cleanDescription(`<p>${'word '.repeat(MAX_HTML_LENGTH / 5)}</p>`)
    expect(html.cut).toBe(true)
    expect(html.text.endsWith(CUT_MARK)).toBe(true)
    expect(html.html?.endsWith(`<p>${CUT_MARK}</p>`)).toBe(true)
    const plain = cleanDescription('x'.repeat(MAX_HTML_LENGTH + 1))
    expect(plain).toMatchObject({ cut: true, html: null })
    expect(plain.text).toHaveLength(MAX_HTML_LENGTH + 2 + CUT_MARK.length)
  })

  it.each([
    ['open tags', '<div>'.repeat(1e5)],
    ['open and foreign end tags', '<b>'.repeat(1e5) + '</i>'.repeat(1e5)],
    ['nested and closed', `${'<div>'.repeat(5e4)}x${'</div>'.repeat(5e4)}`],
    ['tables in tables', '<table><tr><td>'.repeat(6e4)],
    ['lists in lists', '<ul><li>'.repeat(1e5)],
    ['drawings in drawings', '<svg>'.repeat(1e5)],
    ['comments', '<!--'.repeat(2e5)],
    ['half tags', '<p '.repeat(3e5)],
    ['half addresses', '<a href="'.repeat(1e5)],
    ['half entities', '&#'.repeat(4e5)],
    ['entities', '&amp;'.repeat(2e5)],
    ['escaped half tags', '&lt;p '.repeat(2e5)],
    ['lines', '\n \n'.repeat(3e5)],
    ['breaks', '<br>'.repeat(2e5)],
  ])('survives a bomb of %s', (_, bomb) => {
    const begin = performance.now()
    const clean = cleanDescription(bomb)
    // Linear work on a megabyte takes about 0.2 s; anything quadratic takes minutes.
    expect(performance.now() - begin).toBeLessThan(5000)
    expect(forbidden(clean.html ?? '')).toEqual([])
  })

  it('keeps the text of tags that nest too deeply', () => {
    const { text, html } = cleanHtml(`${'<div>'.repeat(5000)}deep${'</div>'.repeat(5000)}<p>after</p>`)
    expect(text).toBe('deep\n\nafter')
    expect(html.match(/<div>/g)).toHaveLength(200)
  })
})

describe('telling HTML from text', () => {
  it.each([
    ['<p>a</p>', true],
    ['a<br>b', true],
    ['<DIV CLASS="x">a</DIV>', true],
    ['<script>alert(1)', true],
    ['You know the <canvas> and <p> tags', true],
    ['if a < b and b > c', false],
    ['List<String> values', false],
    ['<jobs@a.example>', false],
    ['', false],
  ])('%j', (text, html) => {
    expect(isHtml(text)).toBe(html)
  })

  it('knows HTML whose tags are entities', () => {
    expect(isEscapedHtml('&lt;p&gt;x&lt;/p&gt;')).toBe(true)
    expect(isEscapedHtml('&lt;div class=&quot;a&quot;&gt;x')).toBe(true)
    expect(isEscapedHtml('a &lt; b')).toBe(false)
    expect(isEscapedHtml('<p>write &lt;p&gt; here</p>')).toBe(false)
  })
})

it('decodes entities once', () => {
  expect(decodeEntities('&lt;p&gt;a &amp;lt; b&lt;/p&gt; <&amp;> &unknown; & x')).toBe(
    '<p>a &lt; b</p> <&> &unknown; & x',
  )
})

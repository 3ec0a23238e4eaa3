/**
 * Words and phrases in texts as the search index finds them (SQLite's FTS5 with `unicode61 remove_diacritics 2`):
 * letters and digits make words, everything else parts them, case and the accents of Latin letters do not count. A word
 * with a sign that is part of its name (C++, C#, .NET) must stand there with its sign, of which the index knows nothing.
 */

const ASCII = /^\p{ASCII}*$/u
const BEYOND_ASCII = /\P{ASCII}/gu
const BETWEEN_ASCII = /[^a-z0-9]+/g
const BETWEEN = /[^\p{L}\p{N}\p{Co}]+/gu
const LATIN = /\p{Script=Latin}/u
/** The marks that the index drops within a word; others part words, as every sign does. */
const DROPPED = /[\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331]/
/** Characters of Latin script that the index takes for others than their capitals or their parts say. */
const OWN_FORM: Readonly<Record<string, string>> = { İ: 'i', ı: 'ı', Ǡ: 'ǡ', ǡ: 'ǡ' }

/**
 * Forms of the characters met so far. There are some hundred in practice; what stands in a posting must not make it grow
 * without end.
 */
const forms = new Map<string, string>()
const MOST_FORMS = 5000

function formOf(character: string): string {
  const known = forms.get(character)
  if (known !== undefined) return known
  const form = computeForm(character)
  if (forms.size < MOST_FORMS) forms.set(character, form)
  return form
}

function computeForm(character: string): string {
  if (DROPPED.test(character)) return ''
  const own = OWN_FORM[character]
  if (own !== undefined) return own
  // By way of the capital: µ and μ, ſ and s, ς and σ have one. Where it has several letters (ß), the letter stays.
  const [lower, ...more] = character.toUpperCase().toLowerCase()
  const folded = lower === undefined || more.length > 0 ? character.toLowerCase() : lower
  const base = folded.normalize('NFD').charAt(0)
  return /[a-z]/.test(base) && LATIN.test(folded) ? base : folded
}

/** A text without case and accents, as far as the index goes; signs and spaces stay. */
function fold(text: string): string {
  return (ASCII.test(text) ? text : text.replace(BEYOND_ASCII, formOf)).toLowerCase()
}

/** The words of a folded text, each with a space on both sides; " " when there is none. */
function wordsOf(folded: string): string {
  const words = folded.replace(ASCII.test(folded) ? BETWEEN_ASCII : BETWEEN, ' ')
  return ` ${words.trim()} `.replace('  ', ' ')
}

/** Whether a word or phrase holds anything that could be found: a letter or a digit. */
export function isFindable(words: string): boolean {
  return /[\p{L}\p{N}\p{Co}]/u.test(words)
}

/** Whether a word or phrase holds a sign that is part of a name: "+" or "#" anywhere, or "." before a word. */
export function hasSign(words: string): boolean {
  return /[+#]|(?<![\p{L}\p{N}])\.[\p{L}\p{N}]/u.test(words)
}

/**
 * Those of `words`, as they are given, that stand in one of the texts as whole words, phrases word by word; words with
 * a sign that is part of a name sign by sign.
 */
export function findWords(words: readonly string[], ...texts: string[]): string[] {
  if (words.length === 0) return []
  const folded = texts.map(fold)
  // A line end parts the texts: no phrase begins in one and goes on in the next.
  const indexed = folded.map(wordsOf).join('\n')
  return words.filter(word => {
    if (!isFindable(word)) return false
    const sought = fold(word)
    if (!indexed.includes(wordsOf(sought))) return false
    return !hasSign(word) || folded.some(text => holdsSigns(text, sought))
  })
}

/** Whether a word or phrase stands in one of the texts sign by sign, as `findWords` asks of words with a sign. */
export function standsWithSigns(word: string, ...texts: string[]): boolean {
  const sought = fold(word)
  return texts.some(text => holdsSigns(fold(text), sought))
}

/** Whether a folded text holds a folded word sign by sign and not as a part of a longer one. */
function holdsSigns(text: string, word: string): boolean {
  const sought = word.replace(/\s+/g, ' ').replace(/^[^\p{L}\p{N}+#.]+|[^\p{L}\p{N}+#]+$/gu, '')
  const spaced = sought.includes(' ') ? text.replace(/\s+/g, ' ') : text
  // A version may follow a sign: C++17 is C++, but C++ is not C+.
  const goesOn = /[+#]$/.test(sought) ? /^[\p{L}+#]/u : /^[\p{L}\p{N}]/u
  for (let at = spaced.indexOf(sought); at >= 0; at = spaced.indexOf(sought, at + 1)) {
    const end = at + sought.length
    // Two units hold any letter.
    const before = spaced.slice(Math.max(0, at - 2), at)
    if (!/[\p{L}\p{N}]$/u.test(before) && !goesOn.test(spaced.slice(end, end + 2))) return true
  }
  return false
}

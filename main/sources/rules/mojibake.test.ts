import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mendMojibake } from './mojibake.ts'

/** The text as a program shows it that takes its UTF-8 for Windows-1252. */
const misread = (text: string): string =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))

test.each([
  ['Ingeniero ElectrÃ³nico', 'Ingeniero Electrónico'],
  ['Weâ€™re hiring â€“ now', 'We’re hiring – now'],
  ['Â£40,000 â€“ Â£45,000', '£40,000 – £45,000'],
  ['Cafe ðŸš¢ crew', 'Cafe 🚢 crew'],
  ['Ð¿Ñ€Ð¸Ð²ÐµÑ‚', 'привет'],
  ['æ—¥æœ¬èªž', '日本語'],
  ['twice: donÃ¢â‚¬â„¢t', 'twice: don’t'],
  ['diagnÃ³stico de vehÃculos', 'diagnóstico de vehículos'],
  ['DÃ©veloppeur Ã Lyon', 'Développeur à Lyon'],
])('%s becomes %s', (damaged, meant) => {
  expect(mendMojibake(damaged)).toBe(meant)
})

test.each([
  'São Paulo, Île-de-France, Zürich',
  'NÃO É OBRIGATÓRIO',
  'naïve façade — “quoted” … 100 €',
  'Ã alone proves nothing',
  'Łódź, Kraków',
  '„Das macht Spaß“, sagte sie',
  'im “café”…',
  'Ñ”',
  '',
])('%j is left as it is', text => {
  expect(mendMojibake(text)).toBe(text)
})

test('mends whatever Latin letters, marks and signs were misread', () => {
  const sign = fc.constantFrom(...'äöüéèñçåøŁźčřžąęőűğş€£–—’“”…🚢')
  fc.assert(
    fc.property(fc.array(fc.oneof(sign, fc.constantFrom(...'abc XYZ,.-')), { minLength: 1 }), signs => {
      const text = signs.join('')
      // Some rows of signs may be meant or damaged; nobody could tell.
      fc.pre(mendMojibake(text) === text)
      expect(mendMojibake(misread(text))).toBe(text)
    }),
  )
})

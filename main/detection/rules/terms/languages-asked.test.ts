import { describe, expect, test } from 'vitest'
import { findMarks } from '../marks.ts'
import { readText, type TextName } from '../text.ts'
import { findLanguages } from './languages-asked.ts'

/** "en fluent, de" with "?" behind what is only wished for. */
function read(words: string, name: TextName = 'description'): string {
  const text = readText(name, words)
  return findLanguages(text, findMarks(text.lower).languages)
    .map(
      ({ value }) => `${value.language}${value.level ? ` ${value.level}` : ''}${value.required ? '' : '?'}`,
    )
    .join(', ')
}

describe('languages that the work asks for', () => {
  const cases: [string, string][] = [
    ['Fluent in German and English', 'de fluent, en fluent'],
    ['Fluent English', 'en fluent'],
    ['Fluency in written and spoken English', 'en fluent'],
    ['Deutsch C1', 'de fluent'],
    ['German (B2) and English (C1)', 'de working, en fluent'],
    ['Business-level Japanese', 'ja fluent'],
    ['English (native)', 'en native'],
    ['Native or fluent French', 'fr fluent'],
    ['Conversational Spanish', 'es working'],
    ['Basic knowledge of Dutch', 'nl basic'],
    ['You speak Polish', 'pl'],
    ['Good English or German skills', 'en working, de working'],
    ['Spanish is a plus', 'es?'],
    ['Spanish a plus', 'es?'],
    ['Ideally you speak Italian', 'it?'],
    ['French would be an advantage', 'fr?'],
    ['English required, German a plus', 'en, de?'],
    ['Nice to have:\n- Portuguese language skills', 'pt?'],
    ['Our working language is English', 'en'],
    ['Bilingual in English and French', 'en native, fr native'],
    ['Mandarin speaking', 'zh'],
    ['Sehr gute Deutsch- und Englischkenntnisse', 'de fluent, en fluent'],
    ['Fließend Deutsch in Wort und Schrift', 'de fluent'],
    ['Verhandlungssicheres Englisch', 'en fluent'],
    ['Anglais courant', 'en fluent'],
    ['Nivel alto de inglés', 'en fluent'],
    ['Vloeiend Nederlands', 'nl fluent'],
    ['DUTCH REQUIRED', 'nl'],
    ['Fließende Deutschkenntnisse, Englisch von Vorteil', 'de fluent, en?'],
    ['Professional English; German is a plus', 'en fluent, de?'],
    ['Español nativo e inglés nivel alto', 'es native, en fluent'],
    ['Se valorará francés', 'fr?'],
    ['Fluent English (German is not required)', 'en fluent'],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('no demand', () => {
  test.each([
    'We are a French startup',
    'The German market is our largest',
    'A full English breakfast every day',
    'German-speaking customers in the region',
    'Polish your skills with us',
    'Danish pastry in the morning',
    'Teach English to children',
    'A degree in English',
    'Send your CV in English',
    'German is not needed',
    'No French required',
    'Python, Java and Go',
    'Turkish Airlines is our client',
    'Our Italian office in Milan',
  ])('%s', text => {
    expect(read(text)).toBe('')
  })
})

test('in titles', () => {
  expect(read('Customer Support (German speaking)', 'title')).toBe('de')
  expect(read('Sales Manager - Dutch Speaker', 'title')).toBe('nl')
  expect(read('English Teacher', 'title')).toBe('')
})

test('each language once; a demand counts more than a wish, and a level is taken where it is named', () => {
  expect(read('English is a plus.\nYou work in English.\nFluent English.')).toBe('en fluent')
})

test('at most twelve', () => {
  const many =
    'English German French Spanish Dutch Italian Portuguese Polish Czech Slovak Hungarian Romanian Greek Croatian'
  expect(read(`Fluent in ${many.split(' ').join(', ')}`).split(', ')).toHaveLength(12)
})

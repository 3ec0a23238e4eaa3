import { describe, expect, test } from 'vitest'
import { typed } from '../../../tests/support/layout.ts'
import { parseResume } from './parse.ts'

const read = (text: string) => parseResume(typed(text), '2026-01-15')

describe('a résumé without headings', () => {
  const resume = read(`
    Ada Mustermann
    ada@example.org

    Baker with ten years at the oven.

    Head Baker, Corner Bakery, Leeds
    April 2018 to present
    - Bread for three shops

    Baker, Mill Foods Ltd, Hull
    June 2013 to March 2018
    - Rolls

    Diploma in Baking, Leeds Trade College
    2011 to 2013`)

  test('has its positions and schools told apart by their words', () => {
    expect(resume.experience.map(({ value }) => [value.company, value.title, value.start])).toEqual([
      ['Corner Bakery', 'Head Baker', '2018-04'],
      ['Mill Foods Ltd', 'Baker', '2013-06'],
    ])
    expect(resume.education.map(({ value }) => [value.school, value.degree])).toEqual([
      ['Leeds Trade College', 'Diploma in Baking'],
    ])
  })

  test('keeps its contacts', () => {
    expect(resume).toMatchObject({
      kind: 'resume',
      name: { value: 'Ada Mustermann' },
      email: { value: 'ada@example.org' },
    })
  })
})

test('one dated line in a head is no work', () => {
  const { experience } = read(
    'Ada Mustermann\nada@example.org\nAvailable March 2020 to May 2021\n\nSKILLS\nDough, ovens',
  )
  expect(experience).toEqual([])
})

test('a text of headings, names and dates is in the language of both', () => {
  expect(
    read(
      'Ada Mustermann\nada@example.org\n\nEXPERIENCE\nPetroquímica Tietê\nEngineer, 2019 – Present\n\nSKILLS\nHAZOP',
    ).language,
  ).toBe('en')
})

describe('sections whose names say less than their lines', () => {
  test('a summary of dated positions is work', () => {
    const { experience } = read(
      'Ada Mustermann\nada@example.org\n\nCAREER SUMMARY\nMay 2019 to date   Baker, Corner Bakery Ltd\nJune 2015 to April 2019   Baker, Mill Foods Ltd\n\nSKILLS\nDough, ovens',
    )
    expect(experience.map(({ value }) => value.company)).toEqual(['Corner Bakery Ltd', 'Mill Foods Ltd'])
  })

  test('a training at a school is schooling where there is no other', () => {
    const text = (more: string) =>
      `Ada Mustermann\nada@example.org\n\nEXPERIENCE\nBaker, Corner Bakery, 2019 - 2022\n\nTRAINING\nDiploma in Baking, Leeds Trade College, 2007 - 2009\n${more}`
    expect(read(text('')).education.map(({ value }) => value.school)).toEqual(['Leeds Trade College'])
    expect(
      read(text('\nEDUCATION\nBA History, Hull University, 2004 - 2007')).education.map(
        ({ value }) => value.school,
      ),
    ).toEqual(['Hull University'])
  })

  test('a profile of pages is no summary', () => {
    const { links, summary } = read(
      'Ada Mustermann\nada@example.org\n\nPROFILE\nada-m\nLinkedIn\n\nEXPERIENCE\nBaker, Corner Bakery, 2019 - 2022\n\nSKILLS\nDough, ovens',
    )
    expect(links.map(({ value }) => value.url)).toEqual(['https://linkedin.com/in/ada-m'])
    expect(summary).toBeNull()
  })
})

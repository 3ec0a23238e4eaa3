import { describe, expect, test } from 'vitest'
import { POSTING_COLUMNS } from '../../../../main/contract/imports.ts'
import { assignColumn, filledBy, inOrderOfUse, missingColumns } from './column-choice.ts'

const mapping = {
  columns: { title: ['Role'], description: ['About', 'Duties'], location_text: ['Where'], city: ['Where'] },
  date_order: null,
}

describe('choosing what a column of the file fills', () => {
  test('moves it from everything it filled to the one place', () => {
    const next = assignColumn(mapping, 'Where', 'company')
    expect(filledBy(next, 'Where')).toEqual(['company'])
    expect(next.columns).not.toHaveProperty('city')
    expect(next.columns.title).toEqual(['Role'])
  })

  test('leaves it out', () => {
    expect(assignColumn(mapping, 'About', null).columns.description).toEqual(['Duties'])
  })

  test('to where it already is keeps its turn', () => {
    expect(assignColumn(mapping, 'About', 'description').columns.description).toEqual(['About', 'Duties'])
  })

  test('works for every column of ours', () => {
    for (const ours of POSTING_COLUMNS)
      expect(filledBy(assignColumn(mapping, 'Extra', ours), 'Extra')).toEqual([ours])
  })
})

test('what is needed and not filled is named', () => {
  expect(missingColumns(mapping)).toEqual(['company'])
  expect(missingColumns(assignColumn(mapping, 'Firm', 'company'))).toEqual([])
})

test('columns that fill something stand first, empty ones last', () => {
  const columns = ['Empty', 'Note', 'Where', 'Role'].map(name => ({
    name,
    samples: name === 'Empty' ? [''] : ['x'],
  }))
  expect(inOrderOfUse(columns, mapping).map(one => one.name)).toEqual(['Role', 'Where', 'Note', 'Empty'])
})

import { describe, expect, test } from 'vitest'
import { filterOf, PLAIN_VIEW } from './jobs-view.ts'
import { freeShortcut, isShown, SHORTCUTS, savedView } from './saved-views.ts'
import { SUGGESTED_VIEWS } from './view-suggestions.ts'

describe('a saved view', () => {
  test('is the one that is shown, whatever the order in which values were chosen', () => {
    const preset = {
      filter: filterOf({ ...PLAIN_VIEW, statuses: ['offer', 'applied'], text: 'go' }),
      sort: 'newest' as const,
      reversed: false,
    }
    const view = savedView(preset)
    expect(view.statuses).toEqual(['applied', 'offer'])
    expect(isShown(preset, view)).toBe(true)
    expect(isShown(preset, { ...view, text: ' go ' })).toBe(true)
    expect(isShown(preset, { ...view, reversed: true })).toBe(false)
    expect(isShown(preset, { ...view, unread: true })).toBe(false)
  })

  test('is offered the first free digit', () => {
    expect(freeShortcut([])).toBe('1')
    expect(freeShortcut([{ shortcut: '1' }, { shortcut: '3' }, { shortcut: null }])).toBe('2')
    expect(freeShortcut(SHORTCUTS.map(shortcut => ({ shortcut })))).toBeNull()
  })
})

test('suggested views differ and stand in the address as they are', () => {
  expect(SUGGESTED_VIEWS).toHaveLength(3)
  for (const { view } of SUGGESTED_VIEWS)
    expect(savedView({ filter: filterOf(view), sort: view.sort, reversed: view.reversed })).toEqual(view)
})

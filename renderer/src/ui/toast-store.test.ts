import { expect, test, vi } from 'vitest'
import { currentToasts, dismissToast, toast, undoNewest } from './toast-store.ts'

test('Ctrl+Z takes back the newest act, then the one before, each once', async () => {
  const first = vi.fn()
  const second = vi.fn()
  toast('Moved to Applied', { onUndo: first })
  toast('Marked as favourite', { onUndo: second })
  toast('Import finished')
  await undoNewest()
  expect(second).toHaveBeenCalledTimes(1)
  expect(first).not.toHaveBeenCalled()
  await undoNewest()
  expect(first).toHaveBeenCalledTimes(1)
  expect(undoNewest()).toBeNull()
  for (const one of currentToasts()) dismissToast(one.id)
  expect(currentToasts()).toEqual([])
})

test('no more than three stand at once, the newest stay', () => {
  for (const title of ['a', 'b', 'c', 'd']) toast(title)
  expect(currentToasts().map(one => one.title)).toEqual(['b', 'c', 'd'])
})

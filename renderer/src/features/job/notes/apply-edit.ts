import type { Edited } from './markdown-edit.ts'

/** Puts an edit into a text area the way typing does, so that the field's own undo takes it back. */
export function applyEdit(area: HTMLTextAreaElement, next: Edited): void {
  const before = area.value
  let start = 0
  while (start < before.length && before[start] === next.text[start]) start += 1
  let tail = 0
  const most = Math.min(before.length, next.text.length) - start
  while (tail < most && before[before.length - 1 - tail] === next.text[next.text.length - 1 - tail]) tail += 1
  area.focus()
  if (next.text !== before) {
    area.setSelectionRange(start, before.length - tail)
    const added = next.text.slice(start, next.text.length - tail)
    // There is no other way that the undo of the field knows of.
    document.execCommand(added === '' ? 'delete' : 'insertText', false, added)
  }
  area.setSelectionRange(next.from, next.to)
}

/** What a text area holds and what is selected in it. */
export const editedOf = (area: HTMLTextAreaElement): Edited => ({
  text: area.value,
  from: area.selectionStart,
  to: area.selectionEnd,
})

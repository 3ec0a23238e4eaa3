/**
 * Where the focus goes when the place that had it disappears. Radix returns it to the trigger; what opened without
 * one (a command, a menu item that has closed by then) is remembered here.
 */

let anchor: HTMLElement | null = null

/** Notes a control as the place to come back to; for triggers that open a layer without being focused first. */
export function rememberAnchor(element: HTMLElement): void {
  if (!element.closest('[data-floating]')) anchor = element
}

function remember(event: FocusEvent): void {
  if (event.target instanceof HTMLElement) rememberAnchor(event.target)
}

/** The focus to the last used control outside of floating layers, or else to the main region. */
export function returnFocus(): void {
  if (anchor?.isConnected && !anchor.closest('[inert],[aria-hidden="true"]'))
    anchor.focus({ preventScroll: true })
  // Without a place to come back to, the layer must not keep it.
  else if (document.activeElement instanceof HTMLElement && document.activeElement.closest('[data-floating]'))
    document.activeElement.blur()
  focusMain()
}

/** Frames in which a busy page has drawn what was set. */
const FRAMES = 30

/** The focus to a field, and the field to the middle of what is seen: what is wrong stands below it. */
export function focusInMiddle(field: HTMLElement): void {
  field.focus({ preventScroll: true })
  field.scrollIntoView({ block: 'center' })
}

/** The focus to the first field that is said to be wrong, as soon as the page says so. */
export function focusInvalid(form: HTMLElement | null, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (field) focusInMiddle(field)
    else if (frames > 0) focusInvalid(form, frames - 1)
  })
}

/** The focus to the main region when nothing has it. */
function focusMain(): void {
  if (document.activeElement !== document.body) return
  // The place to come back to stays: a layer that closes may ask for it only after the page was found without focus.
  const kept = anchor
  document.getElementById('main')?.focus({ preventScroll: true })
  anchor = kept
}

/** Watches the page, so that the focus never stays on the page's body: it goes to the main region. Returns the stop. */
export function guardFocus(): () => void {
  let pending = 0
  const check = () => {
    pending = 0
    if (document.hasFocus()) focusMain()
  }
  const onFocusOut = (event: FocusEvent) => {
    if (event.relatedTarget !== null || pending !== 0) return
    // Two frames: a layer that closes gives back the focus by itself in the first.
    pending = requestAnimationFrame(() => {
      pending = requestAnimationFrame(check)
    })
  }
  document.addEventListener('focusin', remember)
  document.addEventListener('focusout', onFocusOut)
  document.addEventListener('keydown', focusMain, true)
  return () => {
    cancelAnimationFrame(pending)
    document.removeEventListener('focusin', remember)
    document.removeEventListener('focusout', onFocusOut)
    document.removeEventListener('keydown', focusMain, true)
  }
}

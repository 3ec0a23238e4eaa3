/** Frames that a page may take until it shows a place: some two seconds. */
const FRAMES = 120

/** The focus to the first place of a selector as soon as it is there; nothing when it does not come. */
export function focusWhenThere(selector: string, frames = FRAMES): void {
  const place = document.querySelector<HTMLElement>(selector)
  if (place) place.focus()
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(selector, frames - 1))
}

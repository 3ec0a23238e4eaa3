/** A rectangle in screen pixels, independent of the display's scale. */
export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

/** Where the window stood when it was last seen. */
export interface WindowState {
  bounds: Bounds | null
  maximised: boolean
}

const USUAL = { width: 1280, height: 820 }
/** The pages work from 320 px; a window may be made that narrow. */
export const SMALLEST = { width: 360, height: 400 }
/** A window of which less than this is on a display could not be caught by its title bar. */
const REACHABLE = { width: 120, height: 40 }

/**
 * Where to open the window: as it stood before, when its title bar is still on one of the displays (work areas), else
 * in the middle of the first one (no position), and never larger than the display.
 */
export function boundsToOpen(
  saved: Bounds | null,
  displays: readonly Bounds[],
): Partial<Bounds> & { width: number; height: number } {
  const home = displays[0]
  if (saved) {
    const display = displays.find(area => isReachable(saved, area))
    if (display) return { ...saved, ...sizeWithin(saved, display) }
  }
  return sizeWithin(saved ?? USUAL, home)
}

function sizeWithin(size: { width: number; height: number }, display: Bounds | undefined) {
  return {
    width: Math.max(SMALLEST.width, Math.min(size.width, display?.width ?? size.width)),
    height: Math.max(SMALLEST.height, Math.min(size.height, display?.height ?? size.height)),
  }
}

function isReachable(window: Bounds, area: Bounds): boolean {
  const across =
    Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x) >= REACHABLE.width
  const titleOnIt = window.y >= area.y && window.y <= area.y + area.height - REACHABLE.height
  return across && titleOnIt
}

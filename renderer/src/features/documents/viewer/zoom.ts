/** Steps of the zoom; 1 fits the page into the width that there is. */
export const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const

/** The next step up (1) or down (-1); the same at the end. */
export function zoomAfter(zoom: number, step: 1 | -1): number {
  const at = ZOOMS.findIndex(one => one >= zoom)
  return ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, (at === -1 ? ZOOMS.length - 1 : at) + step))] ?? 1
}

/** Widest and narrowest picture that may be asked for, in pixels. */
const [LEAST, MOST] = [100, 2400]
/** Widths are rounded up to steps, so that a window that is pulled larger draws no picture for each pixel. */
const STEP = 200

/** Pixels of a picture that fills `width` CSS pixels on a screen of `density` pixels each. */
export function pictureWidth(width: number, density: number): number {
  return Math.max(LEAST, Math.min(MOST, Math.ceil((width * density) / STEP) * STEP))
}

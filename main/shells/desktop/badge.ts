/** A filled circle, `edge` pixels wide, as raw BGRA bytes: the mark on the taskbar while something is unread. */
export function badgeBitmap(edge: number): Buffer {
  const pixels = Buffer.alloc(edge * edge * 4)
  const middle = (edge - 1) / 2
  const radius = edge / 2
  for (let y = 0; y < edge; y += 1) {
    for (let x = 0; x < edge; x += 1) {
      // How much of the pixel lies in the circle, so that the rim is smooth; colours are premultiplied.
      const share = Math.min(1, Math.max(0, radius - Math.hypot(x - middle, y - middle)))
      const colour = [0x3a, 0x4b, 0xd9, 0xff].map(part => Math.round(part * share))
      pixels.set(colour, (y * edge + x) * 4)
    }
  }
  return pixels
}

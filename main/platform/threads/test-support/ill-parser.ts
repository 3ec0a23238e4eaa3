/** A parser child that shows the illnesses that a real file could give it. */

const hoard: Uint8Array[] = []

process.on('message', ({ id, task }: { id: number; task: unknown }) => {
  switch (task) {
    case 'hang':
      for (;;) hoard.length = 0
    case 'die':
      process.exit(9)
      break
    case 'eat':
      // Real pages: memory that is only reserved is not resident.
      setInterval(() => hoard.push(new Uint8Array(16 * 1024 * 1024).fill(1)), 5)
      break
    case 'pid':
      process.send?.({ id, answer: { ok: true, value: process.pid } })
      break
    default:
      process.send?.({ id, answer: { ok: true, value: task } })
  }
})
process.on('disconnect', () => process.exit(0))

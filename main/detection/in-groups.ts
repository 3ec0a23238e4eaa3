/**
 * Works items off in groups of `size`, `atOnce` side by side, while `goesOn` says so. When one fails, no further group
 * begins, the others end what they have begun (and paid for), and then the first failure is thrown.
 */
export async function inGroups<Item>(
  items: readonly Item[],
  { size, atOnce, goesOn }: { size: number; atOnce: number; goesOn(): boolean },
  work: (group: readonly Item[]) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = []
  let next = 0
  const worker = async () => {
    while (next < items.length && failures.length === 0 && goesOn()) {
      const group = items.slice(next, next + size)
      next += size
      await work(group).catch(error => {
        failures.push(error)
      })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  if (failures.length > 0) throw failures[0]
}
